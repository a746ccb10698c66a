import {
  concatBytes,
  fromBase64Url,
  isRecord,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { multikeyOf, readMultikey } from './multikey.ts';

/** Bytes of a coordinate on each curve (RFC 7518, section 6.2.1.2). */
const COORDINATE = { 'P-256': 32, 'P-384': 48 } as const;

/**
 * The Multikey text of a public JSON Web Key: OKP with Ed25519 (RFC 8037) or EC with P-256 or P-384 (RFC 7518). Refuses
 * private keys, other curves and coordinates of another length.
 */
export function multikeyOfJwk(jwk: unknown, path = ''): Result<string> {
  if (!isRecord(jwk)) return refused(badForm('it is not a JSON Web Key', path));
  if (jwk.d !== undefined) return refused(badForm('it carries the private key', path));
  const { kty, crv } = jwk;
  const x = coordinate(jwk.x);
  if (kty === 'OKP' && crv === 'Ed25519' && x?.length === 32)
    return checked(multikeyOf({ algorithm: 'Ed25519', publicKey: x }), path);
  if (kty !== 'EC' || (crv !== 'P-256' && crv !== 'P-384'))
    return refused(badForm('it is of another type or curve', path));
  const y = coordinate(jwk.y);
  if (x?.length !== COORDINATE[crv] || y?.length !== COORDINATE[crv])
    return refused(badForm('its coordinates have another length', path));
  return ok(multikeyOf({ algorithm: crv, publicKey: compressed(x, y) }));
}

/** A point as SEC 1, section 2.3.3, compresses it: 2 or 3 for an even or odd y, then x. */
function compressed(x: Uint8Array, y: Uint8Array): Uint8Array {
  return concatBytes(Uint8Array.of(2 + ((y.at(-1) as number) & 1)), x);
}

function checked(multikey: string, path: string): Result<string> {
  const key = readMultikey(multikey, path);
  return key.ok ? ok(multikey) : key;
}

function coordinate(text: unknown): Uint8Array | undefined {
  return typeof text === 'string' ? fromBase64Url(text) : undefined;
}

function badForm(detail: string, path: string): Refusal {
  return credentialsCatalogue.refuse('CRED_KEY_FORM', { path, params: { detail } });
}
