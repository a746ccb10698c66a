import { CanonicalWriter, type CryptoPort, concatBytes, type JsonObject, type Span } from '@portolan/kernel';

/** A signed document as canonical bytes, and the two parts of them that were hashed for the signature. */
export interface TakenBytes {
  /** Of the whole document, proof included. */
  readonly whole: Uint8Array;
  readonly hash: Uint8Array;
  /** The 64 bytes that were signed. */
  readonly message: Uint8Array;
}

const HASH_LENGTH = 32;
const writer = new CanonicalWriter();
/** Where a part is put together: hashing reads it at once. */
const scratch = new Uint8Array(64 * 1024);

/**
 * Writes a document with its proof once, in canonical form, and hashes what a verifier needs of it: the whole, the proof without
 * its value, and the document without its proof (Data Integrity EdDSA Cryptosuites 1.0, sections 3.3.4 and 3.3.5). Throws on
 * what JSON can't carry.
 */
export function takeBytes(document: JsonObject, proof: JsonObject, crypto: CryptoPort): TakenBytes {
  const config = { start: 0, end: 0 };
  let value: Span = config;
  writer.begin();
  const around = writer.objectAround(document, 'proof', () => {
    config.start = writer.length;
    value = writer.objectAround(proof, 'proofValue');
    config.end = writer.length;
  });
  const whole = writer.view();
  const message = new Uint8Array(2 * HASH_LENGTH);
  message.set(crypto.sha256(without(whole, config, value)));
  message.set(crypto.sha256(without(whole, { start: 0, end: whole.length }, around)), HASH_LENGTH);
  return { whole, hash: crypto.sha256(whole), message };
}

/** A stretch of bytes without a stretch inside it. */
function without(bytes: Uint8Array, { start, end }: Span, cut: Span): Uint8Array {
  const before = bytes.subarray(start, cut.start);
  const after = bytes.subarray(cut.end, end);
  const length = before.length + after.length;
  if (length > scratch.length) return concatBytes(before, after);
  scratch.set(before);
  scratch.set(after, before.length);
  return scratch.subarray(0, length);
}
