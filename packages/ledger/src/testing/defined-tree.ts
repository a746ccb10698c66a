import type { CryptoPort } from '@portolan/kernel';
import { emptyRoot, nodeHash } from '../merkle/hash.ts';
import { splitPoint } from '../merkle/size.ts';

/** MTH of RFC 6962 section 2.1 over leaf hashes, as the recursion that the text gives: slow, and the tests' oracle. */
export function definedRoot(crypto: CryptoPort, leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return emptyRoot(crypto);
  if (leaves.length === 1) return leaves[0] as Uint8Array;
  const split = splitPoint(leaves.length);
  return nodeHash(
    crypto,
    definedRoot(crypto, leaves.slice(0, split)),
    definedRoot(crypto, leaves.slice(split)),
  );
}

/** PATH of RFC 6962 section 2.1.1. */
export function definedPath(crypto: CryptoPort, index: number, leaves: readonly Uint8Array[]): Uint8Array[] {
  if (leaves.length <= 1) return [];
  const split = splitPoint(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return index < split
    ? [...definedPath(crypto, index, left), definedRoot(crypto, right)]
    : [...definedPath(crypto, index - split, right), definedRoot(crypto, left)];
}

/** PROOF of RFC 6962 section 2.1.2. */
export function definedConsistency(
  crypto: CryptoPort,
  first: number,
  leaves: readonly Uint8Array[],
): Uint8Array[] {
  return subproof(crypto, first, leaves, true);
}

function subproof(
  crypto: CryptoPort,
  first: number,
  leaves: readonly Uint8Array[],
  whole: boolean,
): Uint8Array[] {
  if (first === leaves.length) return whole ? [] : [definedRoot(crypto, leaves)];
  const split = splitPoint(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return first <= split
    ? [...subproof(crypto, first, left, whole), definedRoot(crypto, right)]
    : [...subproof(crypto, first - split, right, false), definedRoot(crypto, left)];
}
