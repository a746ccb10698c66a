import type { CryptoPort } from '@portolan/kernel';
import { concatBytes } from '@portolan/kernel';
import { CompactRange } from '../merkle/compact-range.ts';
import type { ProofPlan, TreeNode } from '../merkle/plan.ts';
import { provePlan } from '../merkle/prove.ts';
import { TilePyramid } from '../tiles/pyramid.ts';
import { TILE_HEIGHT, tileKey, tileOf } from '../tiles/tile.ts';

/** A log in memory that keeps only tiles, as a store does. */
export class MemoryLog {
  readonly tiles = new Map<string, Uint8Array>();
  readonly range: CompactRange;
  readonly #crypto: CryptoPort;

  constructor(crypto: CryptoPort, leaves: readonly Uint8Array[] = []) {
    this.#crypto = crypto;
    this.range = new CompactRange(crypto);
    for (const leaf of leaves) this.append(leaf);
  }

  append(leaf: Uint8Array): void {
    this.range.append(leaf, (node, hash) => {
      if (node.level % TILE_HEIGHT !== 0) return;
      const key = tileKey(tileOf(node));
      this.tiles.set(key, concatBytes(this.tiles.get(key) ?? new Uint8Array(0), hash));
    });
  }

  prove(plan: ProofPlan): Uint8Array[] {
    const pyramids = new Map<string, TilePyramid>();
    return provePlan(this.#crypto, plan, (node: TreeNode) => {
      const key = tileKey(tileOf(node));
      const pyramid =
        pyramids.get(key) ?? new TilePyramid(this.#crypto, this.tiles.get(key) ?? new Uint8Array(0));
      pyramids.set(key, pyramid);
      return pyramid.hashOf(node);
    });
  }
}
