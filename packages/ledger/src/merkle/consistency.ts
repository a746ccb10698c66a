import { type CryptoPort, constantTimeEqual, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { ledgerCatalogue } from '../catalogue.ts';
import { emptyRoot, nodeHash } from './hash.ts';
import { hashFault } from './inclusion.ts';
import { consistencyPlan } from './plan.ts';
import { checkSize, half } from './size.ts';

/** Says that the log of `second` leaves begins with exactly the log of `first` leaves. */
export interface ConsistencyProof {
  readonly first: number;
  readonly second: number;
  readonly path: readonly Uint8Array[];
}

/**
 * Accepts a proof that the tree with root `secondRoot` only appended to the tree with root `firstRoot`
 * (RFC 9162 section 2.1.4.2). The empty log is the beginning of every log, with an empty path.
 */
export function verifyConsistency(
  crypto: CryptoPort,
  proof: ConsistencyProof,
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
): Result<true> {
  const fault = shapeFault(proof) ?? hashFault([firstRoot, secondRoot, ...proof.path]);
  if (fault) return refused(fault);
  const [first, second] = rootsOfConsistency(crypto, proof, firstRoot, secondRoot);
  if (constantTimeEqual(first, firstRoot) && constantTimeEqual(second, secondRoot)) return ok(true);
  return refused(
    ledgerCatalogue.refuse('LEDGER_CONSISTENCY_MISMATCH', {
      params: { first: proof.first, second: proof.second },
    }),
  );
}

/** Both roots as the path gives them; the length of the path has been checked. */
function rootsOfConsistency(
  crypto: CryptoPort,
  { first, second, path }: ConsistencyProof,
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
): [Uint8Array, Uint8Array] {
  if (first === 0) return [emptyRoot(crypto), secondRoot];
  if (first === second) return [firstRoot, firstRoot];
  let [position, last] = [first - 1, second - 1];
  while (position % 2 === 1) [position, last] = [half(position), half(last)];
  // A complete first tree is itself the first hash of the path: step 2 of the algorithm.
  const [start, ...rest] = position === 0 ? [firstRoot, ...path] : path;
  let [older, newer] = [start as Uint8Array, start as Uint8Array];
  for (const sibling of rest) {
    if (position % 2 === 1 || position === last) {
      older = nodeHash(crypto, sibling, older);
      newer = nodeHash(crypto, sibling, newer);
      while (position % 2 === 0 && position > 0) [position, last] = [half(position), half(last)];
    } else {
      newer = nodeHash(crypto, newer, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return [older, newer];
}

function shapeFault({ first, second, path }: ConsistencyProof): Refusal | undefined {
  for (const size of [first, second]) {
    const checked = checkSize(size);
    if (!checked.ok) return checked.refusals[0];
  }
  if (first > second)
    return ledgerCatalogue.refuse('LEDGER_CONSISTENCY_RANGE', { params: { first, second } });
  const needed = consistencyPlan(first, second).length;
  if (path.length === needed) return undefined;
  return ledgerCatalogue.refuse('LEDGER_PROOF_LENGTH', { params: { found: path.length, needed } });
}
