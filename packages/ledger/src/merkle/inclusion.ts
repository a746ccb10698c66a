import { type CryptoPort, constantTimeEqual, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { HASH_LENGTH, nodeHash } from './hash.ts';
import { inclusionPlan } from './plan.ts';
import { checkSize, half } from './size.ts';

/** Says that `leaf` (a leaf hash) is the leaf number `index` of the log of `size` leaves. */
export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  /** Hashes of the neighbouring subtrees, from the leaf upwards. */
  readonly path: readonly Uint8Array[];
}

/** The root that an inclusion proof leads to (RFC 9162 section 2.1.3.2). Refuses impossible indexes, sizes and lengths. */
export function rootOfInclusion(crypto: CryptoPort, proof: InclusionProof): Result<Uint8Array> {
  const { index, size, leaf, path } = proof;
  const fault = shapeFault(proof);
  if (fault) return refused(fault);
  let [position, last] = [index, size - 1];
  let root = leaf;
  for (const sibling of path) {
    if (position % 2 === 1 || position === last) {
      root = nodeHash(crypto, sibling, root);
      // Levels at which this right edge has no sibling add no hash.
      while (position % 2 === 0 && position > 0) [position, last] = [half(position), half(last)];
    } else {
      root = nodeHash(crypto, root, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return ok(root);
}

/** Accepts a proof that leads from its leaf to `root`, and refuses every other. */
export function verifyInclusion(crypto: CryptoPort, proof: InclusionProof, root: Uint8Array): Result<true> {
  const computed = rootOfInclusion(crypto, proof);
  if (!computed.ok) return computed;
  if (constantTimeEqual(computed.value, root)) return ok(true);
  return refused(ledgerCatalogue.refuse('LEDGER_INCLUSION_MISMATCH'));
}

function shapeFault({ index, size, leaf, path }: InclusionProof): Refusal | undefined {
  const checked = checkSize(size);
  if (!checked.ok) return checked.refusals[0];
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    return ledgerCatalogue.refuse('LEDGER_INDEX_OUT_OF_RANGE', { params: { index, size } });
  const needed = inclusionPlan(index, size).length;
  if (path.length !== needed)
    return ledgerCatalogue.refuse('LEDGER_PROOF_LENGTH', { params: { found: path.length, needed } });
  return hashFault([leaf, ...path]);
}

/** A hash of another length than SHA-256's could be read as two: refused before anything is computed. */
export function hashFault(hashes: readonly Uint8Array[]): Refusal | undefined {
  const wrong = hashes.find((hash) => hash.length !== HASH_LENGTH);
  return wrong && ledgerCatalogue.refuse('LEDGER_HASH_LENGTH', { params: { found: wrong.length } });
}
