import {
  type CryptoPort,
  type Instant,
  isRecord,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
  toBase64Url,
  utf8,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { multikeyOfJwk } from '../did/jwk.ts';
import { type RawKey, readMultikey } from '../did/multikey.ts';
import { keyOfAlgorithm } from '../jose/algorithm.ts';
import { readCompact, signingInputOf } from '../jose/compact.ts';
import type { Signer } from '../proof/signer.ts';
import { sdDigest } from './digest.ts';
import { joinSdJwt, type SdJwt } from './token.ts';

/** What a verifier set for the holder to answer. */
export interface BindingRequest {
  readonly nonce: string;
  readonly audience: string;
}

/** Checks the signature of a compact token with a key; false for any that does not fit. */
export type VerifyCompact = (token: string, key: RawKey) => boolean | Promise<boolean>;

/** How far two honest clocks may stand apart, and how old a binding may be. */
const MAX_AGE_SECONDS = 600;

/** Presents a token: the holder signs the verifier's nonce and name together with what is shown (RFC 9901, section 4.3). */
export async function bindSdJwt(
  token: string,
  holder: Signer,
  crypto: Pick<CryptoPort, 'sha256'>,
  {
    nonce,
    audience,
    created,
    alg = 'EdDSA',
  }: BindingRequest & { readonly created: Instant; readonly alg?: string },
): Promise<string> {
  const payload = {
    iat: Math.floor(Date.parse(created) / 1000),
    aud: audience,
    nonce,
    sd_hash: sdDigest(crypto, token),
  };
  const input = signingInputOf({ alg, typ: 'kb+jwt' }, payload);
  return `${token}${input}.${toBase64Url(await holder.sign(utf8(input)))}`;
}

/**
 * Whether the holder showed that the token is its own (RFC 9901, section 7.3): bound with the key the issuer named, to exactly
 * what is shown, for this nonce and this verifier, now.
 */
export async function checkBinding(
  parts: SdJwt,
  confirmation: unknown,
  verify: VerifyCompact,
  {
    crypto,
    at,
    request,
  }: { crypto: Pick<CryptoPort, 'sha256'>; at: Instant; request?: BindingRequest | undefined },
): Promise<Result<true>> {
  if (parts.keyBinding === undefined) return refused(bad('there is no key binding'));
  const key = confirmedKey(confirmation);
  if (!key.ok) return key;
  const token = readCompact(parts.keyBinding);
  if (!token.ok) return token;
  const { header, payload } = token.value;
  if (header.typ !== 'kb+jwt') return refused(bad('it is not of type kb+jwt'));
  if (keyOfAlgorithm(header.alg) !== key.value.algorithm)
    return refused(bad('it is made with another algorithm than the key'));
  if (!(await verify(parts.keyBinding, key.value))) return refused(bad('its signature does not fit'));
  const fault = claimFault(payload, sdDigest(crypto, joinSdJwt(parts)), at, request);
  return fault ? refused(fault) : ok(true);
}

function claimFault(
  { iat, aud, nonce, sd_hash }: JsonObject,
  shown: string,
  at: Instant,
  request: BindingRequest | undefined,
): Refusal | undefined {
  if (sd_hash !== shown) return bad('it was made for other disclosures');
  if (typeof iat !== 'number' || Math.abs(iat - Date.parse(at) / 1000) > MAX_AGE_SECONDS)
    return bad('it was not made now');
  if (request === undefined) return undefined;
  if (nonce !== request.nonce) return credentialsCatalogue.refuse('CRED_CHALLENGE', { path: '/nonce' });
  if (aud === request.audience) return undefined;
  const params = {
    domain: typeof aud === 'string' ? aud.slice(0, 100) : 'nobody',
    expected: request.audience,
  };
  return credentialsCatalogue.refuse('CRED_DOMAIN', { path: '/aud', params });
}

/** The key that the issuer named for the holder (RFC 7800, section 3): a JSON Web Key, or a did:key. */
function confirmedKey(confirmation: unknown): Result<RawKey> {
  if (!isRecord(confirmation)) return refused(bad('the issuer named no key of the holder'));
  if (typeof confirmation.kid === 'string' && confirmation.kid.startsWith('did:key:'))
    return readMultikey(confirmation.kid.slice('did:key:'.length).split('#')[0] as string, '/cnf/kid');
  const multikey = multikeyOfJwk(confirmation.jwk, '/cnf/jwk');
  return multikey.ok ? readMultikey(multikey.value, '/cnf/jwk') : multikey;
}

function bad(detail: string): Refusal {
  return credentialsCatalogue.refuse('CRED_KEY_BINDING', { params: { detail } });
}
