import { type Instant, instant, isRecord, type JsonObject, type Refusal } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import type { DataIntegrityProof } from '../../proof/proof.ts';

/** Claims of the token itself, which are no part of the credential (RFC 7519, section 4.1; RFC 7800; RFC 9901). */
const REGISTERED = ['iss', 'sub', 'aud', 'jti', 'iat', 'exp', 'nbf', 'cnf', '_sd_alg', 'nonce'];
/** The latest second that a date can carry here. */
const MAX_SECONDS = 253_402_300_799;

/** The credential or presentation in a payload. */
export function documentOf(payload: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !REGISTERED.includes(name)));
}

/**
 * Whether the claims of the token agree with what it carries (Securing VCs using JOSE and COSE, sections 3.1.3 and 3.3.2): no
 * wrapping `vc` or `vp`, and an issuer, id or subject said twice is the same.
 */
export function claimsFault(
  payload: JsonObject,
  named: { readonly iss: string | undefined; readonly sub?: unknown },
): Refusal | undefined {
  const wrapper = ['vc', 'vp'].find((name) => payload[name] !== undefined);
  if (wrapper) return claims(`/${wrapper}`, `it has a ${wrapper} claim`);
  if (payload.iss !== undefined && payload.iss !== named.iss) return claims('/iss', 'iss is another party');
  if (payload.jti !== undefined && payload.jti !== payload.id) return claims('/jti', 'jti is another id');
  if (payload.sub !== undefined && named.sub !== undefined && payload.sub !== named.sub)
    return claims('/sub', 'sub is another subject');
  const time = ['iat', 'exp', 'nbf'].find(
    (name) => payload[name] !== undefined && timeOf(payload[name]) === undefined,
  );
  return time ? claims(`/${time}`, `${time} is not a time`) : undefined;
}

/** What a token says of its own making, as the dates of a proof. */
export function proofDates({ iat, exp }: JsonObject): Pick<DataIntegrityProof, 'created' | 'expires'> {
  const created = timeOf(iat);
  const expires = timeOf(exp);
  return { ...(created ? { created } : {}), ...(expires ? { expires } : {}) };
}

/** Before when a token must not be accepted (RFC 7519, section 4.1.5). */
export function notBefore({ nbf }: JsonObject): Instant | undefined {
  return timeOf(nbf);
}

function timeOf(value: unknown): Instant | undefined {
  return typeof value === 'number' && value >= 0 && value <= MAX_SECONDS ? instant(value * 1000) : undefined;
}

/** The id of the one subject, when there is one. */
export function subjectId({ credentialSubject }: JsonObject): unknown {
  return isRecord(credentialSubject) ? credentialSubject.id : undefined;
}

function claims(path: string, detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_JWT_CLAIMS', { path, params: { detail } });
}
