import { type CryptoPort, utf8 } from '@portolan/kernel';

const encoder = new TextEncoder();
/** Most documents fit; the buffer is reused since hashing reads it at once. One UTF-16 unit takes at most three bytes. */
const scratch = new Uint8Array(48 * 1024);
const LONGEST = Math.floor(scratch.length / 3);

/** SHA-256 of text in UTF-8. */
export function hashText(crypto: CryptoPort, text: string): Uint8Array {
  if (text.length > LONGEST) return crypto.sha256(utf8(text));
  return crypto.sha256(scratch.subarray(0, encoder.encodeInto(text, scratch).written));
}
