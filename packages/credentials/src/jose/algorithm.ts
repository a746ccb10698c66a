import type { KeyAlgorithm } from '../did/multikey.ts';

/** The signature algorithms of tokens, and the kind of key that belongs to each (RFC 7518, section 3.4; RFC 8037; RFC 9864). */
const KEYS: Readonly<Record<string, KeyAlgorithm>> = {
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
  ES256: 'P-256',
  ES384: 'P-384',
};

export function keyOfAlgorithm(alg: string): KeyAlgorithm | undefined {
  return Object.hasOwn(KEYS, alg) ? KEYS[alg] : undefined;
}

/** The algorithm a key of this kind signs tokens with; undefined for keys that sign no tokens. */
export function algorithmOfKey(key: KeyAlgorithm): string | undefined {
  return Object.keys(KEYS).find((alg) => KEYS[alg] === key);
}
