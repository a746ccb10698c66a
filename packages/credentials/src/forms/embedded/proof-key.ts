import { ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { didOfUrl } from '../../did/did.ts';
import type { DidDocument, KeyPurpose, VerificationMethod } from '../../did/document.ts';
import { type RawKey, readMultikey } from '../../did/multikey.ts';
import { authorized, findMethod, inForce, inUse } from '../../proof/key.ts';
import { resolveKnown } from '../../verify/signature.ts';
import type { ProofTrust } from '../../verify/trust.ts';
import { algorithmsOf, type ProofForm } from '../form.ts';

/** The key that secured something, and the DID it belongs to. */
export interface FormSigningKey {
  readonly document: DidDocument;
  readonly method: VerificationMethod;
  readonly key: RawKey;
}

/** Finds the key that a proof or a token names, and sees that it is of a kind that makes this form. */
export function formSigningKey(
  form: ProofForm,
  verificationMethod: string,
  trust: Pick<ProofTrust, 'resolveDid' | 'signedAt'>,
  path: string,
): Result<FormSigningKey> {
  const document = resolveKnown(didOfUrl(verificationMethod), trust);
  if (!document.ok) return document;
  const method = findMethod(document.value, verificationMethod, trust.signedAt);
  if (!method.ok) return method;
  const key = readMultikey(method.value.publicKeyMultibase, path);
  if (!key.ok) return key;
  const expected = algorithmsOf(form);
  if (expected.includes(key.value.algorithm))
    return ok({ document: document.value, method: method.value, key: key.value });
  const params = { algorithm: key.value.algorithm, expected: expected.join(' or ') };
  return refused(credentialsCatalogue.refuse('CRED_KEY_CURVE', { path, params }));
}

/** Whether the key was its owner's, published for the purpose and in force at the signing time, its DID still in use. */
export function checkFormKeyUse(
  { document, method }: FormSigningKey,
  purpose: KeyPurpose,
  { signedAt }: Pick<ProofTrust, 'signedAt'>,
): Result<true> {
  const allowed = authorized(document, method, purpose);
  if (!allowed.ok) return allowed;
  const given = inUse(document, signedAt);
  return given.ok ? inForce(method, signedAt) : given;
}
