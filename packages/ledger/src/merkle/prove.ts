import type { CryptoPort } from '@portolan/kernel';
import { foldSubtrees } from './hash.ts';
import type { ProofPlan, TreeNode } from './plan.ts';

/** Hands out the hash of a complete subtree; throws where the store doesn't hold it. */
export type ReadNode = (node: TreeNode) => Uint8Array;

/** The hashes of a proof, each folded from the complete subtrees that its plan names. */
export function provePlan(crypto: CryptoPort, plan: ProofPlan, read: ReadNode): Uint8Array[] {
  return plan.map((nodes) => foldSubtrees(crypto, nodes.map(read)));
}
