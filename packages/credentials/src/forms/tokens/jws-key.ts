import { toBase64Url } from '@portolan/kernel';
import { type CryptoKey, compactVerify, importJWK, type JWK, type KeyObject } from 'jose';
import { multikeyOf, type RawKey } from '../../did/multikey.ts';

/**
 * Whether a compact token is signed with a key, by the JOSE library: only the algorithms that belong to the key's curve are
 * tried. False for a signature that does not fit and for a point that lies on no curve.
 */
export async function verifyCompactWith(token: string, key: RawKey): Promise<boolean> {
  try {
    await compactVerify(token, await importKey(key), { algorithms: ALGORITHMS[key.algorithm] });
    return true;
  } catch {
    return false;
  }
}

const ALGORITHMS: Record<RawKey['algorithm'], string[]> = {
  Ed25519: ['EdDSA', 'Ed25519'],
  'P-256': ['ES256'],
  'P-384': ['ES384'],
  'BLS12-381-G2': [],
};

async function importKey(key: RawKey): Promise<CryptoKey | KeyObject | Uint8Array> {
  const alg = ALGORITHMS[key.algorithm][0] as string;
  return importJWK(await jwkOf(key), alg);
}

/** The public key as a JSON Web Key (RFC 8037, RFC 7518): an ECDSA point is unpacked by the library. */
export async function jwkOf(key: RawKey): Promise<JWK> {
  if (key.algorithm === 'Ed25519') return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(key.publicKey) };
  const { from, toJwk } = await import('@digitalbazaar/ecdsa-multikey');
  const keyPair = await from({ type: 'Multikey', publicKeyMultibase: multikeyOf(key) });
  const { kty, crv, x, y } = await toJwk({ keyPair });
  return { kty: kty as string, crv: crv as string, x: x as string, y: y as string };
}
