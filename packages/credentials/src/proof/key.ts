import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import type { DidDocument, KeyPurpose, VerificationMethod } from '../did/document.ts';
import { fromMultikey } from '../did/multikey.ts';
import type { SigningTime } from './signing-time.ts';

/** Decoded keys, remembered per entry of a DID document as long as somebody holds that document. */
const decoded = new WeakMap<VerificationMethod, Result<Uint8Array>>();

/**
 * The key that a proof names, in the DID document of its owner. Where a history has several keys that followed each other under
 * one name, the one in force at the signing time is meant.
 */
export function findMethod(
  { verificationMethod: methods }: DidDocument,
  id: string,
  signedAt: SigningTime,
): Result<VerificationMethod> {
  const named = (candidate: VerificationMethod) => candidate.id === id;
  const last = methods.findLast(named);
  const only = methods.find(named) === last;
  const method = only ? last : (methods.find((one) => named(one) && inForce(one, signedAt).ok) ?? last);
  if (method) return ok(method);
  return refused(
    credentialsCatalogue.refuse('CRED_KEY_UNKNOWN', {
      path: '/proof/verificationMethod',
      params: { method: id },
    }),
  );
}

/** The raw Ed25519 key of a verification method. */
export function publicKeyOf(method: VerificationMethod): Result<Uint8Array> {
  const known = decoded.get(method);
  if (known) return known;
  const key = fromMultikey(method.publicKeyMultibase, '/proof/verificationMethod');
  decoded.set(method, key);
  return key;
}

/** Whether the key is its owner's own and published for the purpose (Controlled Identifiers 1.0, section 3.3). */
export function authorized(
  document: DidDocument,
  method: VerificationMethod,
  purpose: KeyPurpose,
): Result<true> {
  const path = '/proof/verificationMethod';
  if (method.controller !== document.id) {
    const params = { method: method.id, controller: method.controller, did: document.id };
    return refused(credentialsCatalogue.refuse('CRED_KEY_CONTROLLER', { path, params }));
  }
  if (document[purpose]?.includes(method.id)) return ok(true);
  return refused(
    credentialsCatalogue.refuse('CRED_KEY_NOT_AUTHORIZED', { path, params: { method: method.id, purpose } }),
  );
}

/** Whether the DID was still in use at the signing time: from its deactivation on, none of its keys signs. */
export function inUse(
  { id, deactivated }: Pick<DidDocument, 'id' | 'deactivated'>,
  { instant, source }: SigningTime,
): Result<true> {
  if (deactivated === undefined || instant < deactivated) return ok(true);
  const params = { did: id, deactivated, signedAt: instant, source };
  return refused(
    credentialsCatalogue.refuse('CRED_DID_DEACTIVATED', { path: '/proof/verificationMethod', params }),
  );
}

/**
 * Whether the key was in force at the signing time. Only the signing time counts, never `proof.created`: a proof dated back
 * to before the revocation is refused like any other. A key revoked later than the signing time did sign in its time.
 */
export function inForce(method: VerificationMethod, signedAt: SigningTime): Result<true> {
  const { validFrom, expires, revoked } = method;
  const at: Instant = signedAt.instant;
  const params = { signedAt: at, source: signedAt.source };
  const path = '/proof/verificationMethod';
  if (revoked !== undefined && revoked <= at)
    return refused(credentialsCatalogue.refuse('CRED_KEY_REVOKED', { path, params: { ...params, revoked } }));
  if (expires !== undefined && expires <= at)
    return refused(credentialsCatalogue.refuse('CRED_KEY_EXPIRED', { path, params: { ...params, expires } }));
  if (validFrom !== undefined && at < validFrom)
    return refused(
      credentialsCatalogue.refuse('CRED_KEY_NOT_YET_VALID', { path, params: { ...params, validFrom } }),
    );
  return ok(true);
}
