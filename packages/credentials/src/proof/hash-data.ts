import type { CryptoPort } from '@portolan/kernel';
import { hashText } from './hash-text.ts';

const HASH_LENGTH = 32;

/**
 * The 64 bytes that eddsa-jcs-2022 signs: SHA-256 of the canonical proof configuration, then SHA-256 of the canonical
 * document without its proof (Data Integrity EdDSA Cryptosuites 1.0, section 3.3.4).
 */
export function hashData(crypto: CryptoPort, proofConfig: string, document: string): Uint8Array {
  const hashes = new Uint8Array(2 * HASH_LENGTH);
  hashes.set(hashText(crypto, proofConfig));
  hashes.set(hashText(crypto, document), HASH_LENGTH);
  return hashes;
}
