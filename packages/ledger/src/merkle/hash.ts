import { type CryptoPort, concatBytes } from '@portolan/kernel';

/** Length in bytes of every hash of the log: SHA-256. */
export const HASH_LENGTH = 32;

// Domain separation of leaves and nodes, so that no node can pass for a leaf: RFC 9162 section 2.1.1.
const LEAF = Uint8Array.of(0);
const NODE = 1;

/** The hash of a leaf: SHA-256(0x00 || entry), RFC 9162 section 2.1.1. */
export function leafHash(crypto: CryptoPort, entry: Uint8Array): Uint8Array {
  return crypto.sha256(concatBytes(LEAF, entry));
}

/** The hash of an inner node: SHA-256(0x01 || left || right), RFC 9162 section 2.1.1. */
export function nodeHash(crypto: CryptoPort, left: Uint8Array, right: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + 2 * HASH_LENGTH);
  input[0] = NODE;
  input.set(left, 1);
  input.set(right, 1 + HASH_LENGTH);
  return crypto.sha256(input);
}

/** The root of the log without leaves: the hash of nothing, RFC 9162 section 2.1.1. */
export function emptyRoot(crypto: CryptoPort): Uint8Array {
  return crypto.sha256(new Uint8Array(0));
}

/** The root over neighbouring complete subtrees, largest first: each joins with all that stand right of it. */
export function foldSubtrees(crypto: CryptoPort, hashes: readonly Uint8Array[]): Uint8Array {
  return hashes.length === 0
    ? emptyRoot(crypto)
    : hashes.reduceRight((right, left) => nodeHash(crypto, left, right));
}
