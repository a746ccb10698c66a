import { type CryptoPort, ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { didOfUrl } from '../did/did.ts';
import { isDidJwk, resolveDidJwk } from '../did/did-jwk.ts';
import { isDidKey, resolveDidKey } from '../did/did-key.ts';
import type { DidDocument, KeyPurpose, VerificationMethod } from '../did/document.ts';
import { authorized, findMethod, inForce, inUse, publicKeyOf } from '../proof/key.ts';
import type { ProofStatement, SecuredDocument } from '../proof/read-proof.ts';
import type { ProofTrust } from './trust.ts';

/** The key that a proof names, and the DID it belongs to. */
export interface SigningKey {
  readonly document: DidDocument;
  readonly method: VerificationMethod;
  readonly publicKey: Uint8Array;
}

/** Finds the key that a proof names. What is known here of a DID goes before what a did:key says of itself. */
export function signingKey(
  proof: ProofStatement,
  trust: Pick<ProofTrust, 'resolveDid' | 'signedAt'>,
): Result<SigningKey> {
  const document = resolveKnown(didOfUrl(proof.verificationMethod), trust);
  if (!document.ok) return document;
  const method = findMethod(document.value, proof.verificationMethod, trust.signedAt);
  if (!method.ok) return method;
  const publicKey = publicKeyOf(method.value);
  if (!publicKey.ok) return publicKey;
  return ok({ document: document.value, method: method.value, publicKey: publicKey.value });
}

/** The keys of a DID: as known here, or else as the identifier itself says. */
export function resolveKnown(did: string, trust: Pick<ProofTrust, 'resolveDid'>): Result<DidDocument> {
  const known = trust.resolveDid(did);
  if (known) return ok(known);
  if (isDidKey(did)) return resolveDidKey(did);
  if (isDidJwk(did)) return resolveDidJwk(did);
  return refused(
    credentialsCatalogue.refuse('CRED_DID_UNRESOLVED', {
      path: '/proof/verificationMethod',
      params: { did },
    }),
  );
}

/** Whether the signature fits the content (Data Integrity EdDSA Cryptosuites 1.0, section 3.3.7). */
export function fitsSignature(
  { message, signature }: SecuredDocument,
  { publicKey }: SigningKey,
  crypto: CryptoPort,
): boolean | Promise<boolean> {
  return crypto.verifyEd25519(publicKey, message, signature);
}

/** Refuses a signature that does not fit the content, and one for another purpose than the one needed. */
export function checkSignature(
  { proof }: SecuredDocument,
  key: SigningKey,
  purpose: KeyPurpose,
  fits: boolean,
): Result<true> {
  if (!fits) {
    const params = { signer: key.document.id };
    return refused(
      credentialsCatalogue.refuse('CRED_SIGNATURE_INVALID', { path: '/proof/proofValue', params }),
    );
  }
  if (proof.proofPurpose === purpose) return ok(true);
  const params = { purpose: proof.proofPurpose.slice(0, 60), expected: purpose };
  return refused(credentialsCatalogue.refuse('CRED_PROOF_PURPOSE', { path: '/proof/proofPurpose', params }));
}

/** Whether the key was its owner's, published for the purpose and in force at the signing time. */
export function checkKeyUse(
  { document, method }: SigningKey,
  purpose: KeyPurpose,
  trust: ProofTrust,
): Result<true> {
  const allowed = authorized(document, method, purpose);
  if (!allowed.ok) return allowed;
  const given = inUse(document, trust.signedAt);
  return given.ok ? inForce(method, trust.signedAt) : given;
}
