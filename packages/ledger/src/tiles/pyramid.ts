import type { CryptoPort } from '@portolan/kernel';
import { HASH_LENGTH, nodeHash } from '../merkle/hash.ts';
import type { TreeNode } from '../merkle/plan.ts';
import { TILE_HEIGHT } from './tile.ts';

/**
 * A tile with the tree above its hashes, computed as far as it is asked for and kept: many proofs share one tile.
 * Reading beyond the tile's hashes throws, since a plan for a checkpoint of the log never does.
 */
export class TilePyramid {
  readonly #crypto: CryptoPort;
  readonly #hashes: Uint8Array;
  readonly #known = new Map<number, Uint8Array>();

  /** `hashes` are the tile's hashes one after the other, as tiles are stored and served. */
  constructor(crypto: CryptoPort, hashes: Uint8Array) {
    this.#crypto = crypto;
    this.#hashes = hashes;
  }

  get width(): number {
    return this.#hashes.length / HASH_LENGTH;
  }

  /** The hash of a complete subtree that stands in this tile. */
  hashOf(node: TreeNode): Uint8Array {
    const height = node.level % TILE_HEIGHT;
    return this.#at(height, node.index % 2 ** (TILE_HEIGHT - height));
  }

  #at(height: number, position: number): Uint8Array {
    if (height === 0) return this.#stored(position);
    const key = height * 2 ** TILE_HEIGHT + position;
    const known = this.#known.get(key);
    if (known) return known;
    const hash = nodeHash(
      this.#crypto,
      this.#at(height - 1, position * 2),
      this.#at(height - 1, position * 2 + 1),
    );
    this.#known.set(key, hash);
    return hash;
  }

  #stored(position: number): Uint8Array {
    const start = position * HASH_LENGTH;
    if (start + HASH_LENGTH > this.#hashes.length) throw new RangeError(`the tile has no hash ${position}`);
    return this.#hashes.subarray(start, start + HASH_LENGTH);
  }
}
