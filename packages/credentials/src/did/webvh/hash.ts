import { type CryptoPort, canonicalize, concatBytes, type JsonValue, toBase58, utf8 } from '@portolan/kernel';

/** The multihash prefix of SHA-256: its code and its length. */
const SHA_256 = Uint8Array.of(0x12, 0x20);

/** base58btc of the SHA-256 multihash of a text (did:webvh 1.0, "Pre-Rotation Key Hash Generation and Verification"). */
export function hashOfText(crypto: Pick<CryptoPort, 'sha256'>, text: string): string {
  return toBase58(concatBytes(SHA_256, crypto.sha256(utf8(text))));
}

/** The same of a JSON value's canonical form (did:webvh 1.0, "Entry Hash Generation and Verification"). */
export function hashOfJson(crypto: Pick<CryptoPort, 'sha256'>, value: JsonValue): string {
  return hashOfText(crypto, canonicalize(value));
}
