import type { CryptoPort } from '@portolan/kernel';
import { foldSubtrees, nodeHash } from './hash.ts';
import type { TreeNode } from './plan.ts';

/** Told of every complete subtree in the order in which leaves complete them. */
export type OnComplete = (node: TreeNode, hash: Uint8Array) => void;

/**
 * The right edge of a log: only the complete subtrees, largest first. Appending costs one hash a leaf on average and the
 * root at most one for each bit of the size, so a sequencer needs neither the leaves nor the tiles to go on.
 */
export class CompactRange {
  readonly #crypto: CryptoPort;
  readonly #subtrees: Uint8Array[];
  #size: number;

  /** `subtrees` are the hashes of rootPlan(size), in its order. */
  constructor(crypto: CryptoPort, size = 0, subtrees: readonly Uint8Array[] = []) {
    this.#crypto = crypto;
    this.#size = size;
    this.#subtrees = [...subtrees];
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a leaf hash and reports the leaf and every subtree that it completes, lowest first. */
  append(leaf: Uint8Array, onComplete?: OnComplete): void {
    let node: TreeNode = { level: 0, index: this.#size };
    let hash = leaf;
    onComplete?.(node, hash);
    while (node.index % 2 === 1) {
      hash = nodeHash(this.#crypto, this.#subtrees.pop() as Uint8Array, hash);
      node = { level: node.level + 1, index: (node.index - 1) / 2 };
      onComplete?.(node, hash);
    }
    this.#subtrees.push(hash);
    this.#size += 1;
  }

  root(): Uint8Array {
    return foldSubtrees(this.#crypto, this.#subtrees);
  }

  /** An independent copy, to go on from without deciding yet whether to keep it. */
  fork(): CompactRange {
    return new CompactRange(this.#crypto, this.#size, this.#subtrees);
  }
}
