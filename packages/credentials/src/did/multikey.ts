import { concatBytes, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { credentialsCatalogue } from '../catalogue.ts';
import { fromMultibase58, toMultibase58 } from '../multibase.ts';
import { isSmallOrder } from './weak-keys.ts';

/** The algorithms a published key may have, named as their curves are. */
export const keyAlgorithms = ['Ed25519', 'P-256', 'P-384', 'BLS12-381-G2'] as const;
export type KeyAlgorithm = (typeof keyAlgorithms)[number];

/** A public key and what it is for: raw bytes of an Ed25519 or BLS key, a compressed point of an ECDSA key. */
export interface RawKey {
  readonly algorithm: KeyAlgorithm;
  readonly publicKey: Uint8Array;
}

/** Multicodec (unsigned varint) and length of each kind of public key (Controlled Identifiers 1.0, section 2.2.2). */
const FORMS: Readonly<Record<KeyAlgorithm, { readonly codec: readonly [number, number]; length: number }>> = {
  Ed25519: { codec: [0xed, 0x01], length: 32 },
  'P-256': { codec: [0x80, 0x24], length: 33 },
  'P-384': { codec: [0x81, 0x24], length: 49 },
  'BLS12-381-G2': { codec: [0xeb, 0x01], length: 96 },
};
const CODEC_LENGTH = 2;

/** The Multikey text of a raw Ed25519 public key (Controlled Identifiers 1.0, section 2.2.2). Throws on another length. */
export function toMultikey(publicKey: Uint8Array): string {
  return multikeyOf({ algorithm: 'Ed25519', publicKey });
}

/** The Multikey text of a public key of any algorithm. Throws on another length than the algorithm's. */
export function multikeyOf({ algorithm, publicKey }: RawKey): string {
  const { codec, length } = FORMS[algorithm];
  if (publicKey.length !== length) throw new RangeError(`the public key of ${algorithm} has ${length} bytes`);
  return toMultibase58(concatBytes(Uint8Array.from(codec), publicKey));
}

/** The raw Ed25519 key of a Multikey text. Refuses other bases, other algorithms, other lengths and points of small order. */
export function fromMultikey(text: string, path = ''): Result<Uint8Array> {
  const key = readMultikey(text, path);
  if (!key.ok) return key;
  return key.value.algorithm === 'Ed25519' ? ok(key.value.publicKey) : refused(wrongCurve(key.value, path));
}

/**
 * The key of a Multikey text, of whatever algorithm. Refuses other bases, unknown multicodecs, other lengths, points that
 * are not compressed and Ed25519 keys of small order; whether an ECDSA point is on its curve is found when it is used.
 */
export function readMultikey(text: string, path = ''): Result<RawKey> {
  const bytes = fromMultibase58(text);
  if (!bytes) return refused(badForm('it is not multibase base58btc text', path));
  const algorithm = keyAlgorithms.find((name) => FORMS[name].codec.every((byte, at) => bytes[at] === byte));
  if (!algorithm) return refused(badForm('its multicodec is not that of a public key known here', path));
  const { length } = FORMS[algorithm];
  const publicKey = bytes.slice(CODEC_LENGTH);
  if (publicKey.length !== length) return refused(wrongLength(algorithm, publicKey.length, path));
  if (algorithm.startsWith('P-') && publicKey[0] !== 2 && publicKey[0] !== 3)
    return refused(badForm('the point is not in compressed form', path));
  return algorithm === 'Ed25519' && isSmallOrder(publicKey)
    ? refused(credentialsCatalogue.refuse('CRED_KEY_WEAK', { path }))
    : ok({ algorithm, publicKey });
}

function wrongCurve({ algorithm }: RawKey, path: string): Refusal {
  return credentialsCatalogue.refuse('CRED_KEY_CURVE', { path, params: { algorithm, expected: 'Ed25519' } });
}

function wrongLength(algorithm: KeyAlgorithm, length: number, path: string): Refusal {
  const params = { algorithm, expected: FORMS[algorithm].length, length };
  return credentialsCatalogue.refuse('CRED_KEY_LENGTH', { path, params });
}

function badForm(detail: string, path: string): Refusal {
  return credentialsCatalogue.refuse('CRED_KEY_FORM', { path, params: { detail } });
}
