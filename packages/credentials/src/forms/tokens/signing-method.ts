import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../../catalogue.ts';
import { isDid } from '../../did/did.ts';
import { keyOfAlgorithm } from '../../jose/algorithm.ts';
import type { CompactToken } from '../../jose/compact.ts';
import type { ProofTrust } from '../../verify/trust.ts';
import { type FormSigningKey, formSigningKey } from '../embedded/proof-key.ts';
import type { TokenForm } from '../form.ts';

const METHOD = /^(?:did:|https:\/\/)[^#\s]+#\S+$/;

/**
 * The key a token names: the header's `kid` as the URL of a verification method, or as its name in the controlled identifier
 * document of `iss`, a DID or a web address (Securing VCs using JOSE and COSE, sections 4.1.1 and 4.1.2). Refuses a header whose algorithm does not belong to the key.
 */
export function tokenKey(
  form: TokenForm,
  { header, payload }: CompactToken,
  trust: Pick<ProofTrust, 'resolveDid' | 'signedAt'>,
): Result<FormSigningKey> {
  const method = methodOf(header, payload);
  if (!method.ok) return method;
  const key = formSigningKey(form, method.value, trust, '/kid');
  if (!key.ok) return key;
  if (keyOfAlgorithm(header.alg) === key.value.key.algorithm) return key;
  const params = { algorithm: key.value.key.algorithm, expected: keyOfAlgorithm(header.alg) ?? header.alg };
  return refused(credentialsCatalogue.refuse('CRED_KEY_CURVE', { path: '/kid', params }));
}

/** The types a token may say it is of; one that says nothing is taken for what it was sent as. */
export function typeFault({ header }: CompactToken, expected: readonly string[]): Result<true> {
  const { typ } = header;
  if (typ === undefined) return ok(true);
  const type = typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : '';
  if (expected.includes(type)) return ok(true);
  const params = { type: String(typ).slice(0, 40), expected: expected[0] as string };
  return refused(credentialsCatalogue.refuse('CRED_JWT_TYPE', { path: '/typ', params }));
}

function methodOf({ kid, iss }: JsonObject, payload: JsonObject): Result<string> {
  const owner = typeof iss === 'string' ? iss : payload.iss;
  if (typeof kid !== 'string') return refused(noKey('its header has no kid'));
  if (METHOD.test(kid)) return ok(kid);
  if ((isDid(owner) || isWebAddress(owner)) && /^#?[A-Za-z0-9._:-]+$/.test(kid))
    return ok(`${owner}#${kid.replace(/^#/, '')}`);
  return refused(noKey('its kid is not the URL of a key'));
}

function isWebAddress(owner: unknown): owner is string {
  return typeof owner === 'string' && owner.length <= 2000 && /^https:\/\/[^#\s]+$/.test(owner);
}

function noKey(detail: string) {
  return credentialsCatalogue.refuse('CRED_JWT_KEY', { path: '/kid', params: { detail } });
}
