import { splitPoint } from './size.ts';

/** A complete subtree: the 2^level leaves from index * 2^level on. */
export interface TreeNode {
  readonly level: number;
  readonly index: number;
}

/** What a proof is made of: for each of its hashes the complete subtrees to fold, largest first. */
export type ProofPlan = readonly (readonly TreeNode[])[];

/** The complete subtrees, largest first, that make up the whole log of `size` leaves. */
export function rootPlan(size: number): TreeNode[] {
  return completeSubtrees(0, size);
}

/** PATH(index, D[size]) of RFC 9162 section 2.1.3.1, from the leaf upwards. */
export function inclusionPlan(index: number, size: number): ProofPlan {
  const plan: TreeNode[][] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    plan.push(index < middle ? completeSubtrees(middle, end) : completeSubtrees(start, middle));
    [start, end] = index < middle ? [start, middle] : [middle, end];
  }
  return plan.reverse();
}

/** PROOF(first, D[second]) of RFC 9162 section 2.1.4.1; empty for equal sizes and for the empty first log. */
export function consistencyPlan(first: number, second: number): ProofPlan {
  if (first === 0 || first === second) return [];
  const plan: TreeNode[][] = [];
  let [start, end] = [0, second];
  while (first < end) {
    const middle = start + splitPoint(end - start);
    plan.push(first <= middle ? completeSubtrees(middle, end) : completeSubtrees(start, middle));
    [start, end] = first <= middle ? [start, middle] : [middle, end];
  }
  // The subtree at which both logs agree is known to the verifier only where it is the whole first log.
  if (start > 0) plan.push(completeSubtrees(start, end));
  return plan.reverse();
}

/** The leaves from `start` to before `end` as complete subtrees; `start` is aligned as a split of a tree leaves it. */
function completeSubtrees(start: number, end: number): TreeNode[] {
  const nodes: TreeNode[] = [];
  for (let at = start; at < end; ) {
    let [level, width] = [0, 1];
    while (at % (width * 2) === 0 && at + width * 2 <= end) [level, width] = [level + 1, width * 2];
    nodes.push({ level, index: at / width });
    at += width;
  }
  return nodes;
}
