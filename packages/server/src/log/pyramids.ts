import type { CryptoPort } from '@portolan/kernel';
import {
  type ProofPlan,
  provePlan,
  type TileId,
  TilePyramid,
  type TreeNode,
  tileKey,
  tileOf,
  tilesOf,
  tileWidth,
} from '@portolan/ledger';
import type { Pool } from 'pg';
import { readTiles } from './tile-rows.ts';

/** Tiles kept with their upper hashes: about 40 KB each. */
const maxKept = 256;

/** A proof to make: its plan, in the tree of `size` leaves. */
export interface WantedProof {
  readonly plan: ProofPlan;
  readonly size: number;
}

/** Makes proofs from the stored tiles; tiles only grow, so those once read stay good for every smaller tree. */
export class Pyramids {
  readonly #pool: Pool;
  readonly #crypto: CryptoPort;
  readonly #logId: number;
  readonly #kept = new Map<string, TilePyramid>();

  constructor(pool: Pool, crypto: CryptoPort, logId: number) {
    this.#pool = pool;
    this.#crypto = crypto;
    this.#logId = logId;
  }

  /** The hashes of each proof, in order, with at most one query for all their tiles. */
  async prove(wanted: readonly WantedProof[]): Promise<Uint8Array[][]> {
    const pyramids = await this.#load(this.#widths(wanted));
    const read = (node: TreeNode): Uint8Array => {
      const pyramid = pyramids.get(tileKey(tileOf(node)));
      if (!pyramid) throw new Error(`the log has lost the tile of subtree ${node.level}/${node.index}`);
      return pyramid.hashOf(node);
    };
    return wanted.map(({ plan }) => provePlan(this.#crypto, plan, read));
  }

  /** For each tile needed, how many hashes it must have at least. */
  #widths(wanted: readonly WantedProof[]): Map<string, { tile: TileId; width: number }> {
    const widths = new Map<string, { tile: TileId; width: number }>();
    for (const { plan, size } of wanted)
      for (const tile of tilesOf([plan])) {
        const key = tileKey(tile);
        widths.set(key, { tile, width: Math.max(tileWidth(tile, size), widths.get(key)?.width ?? 0) });
      }
    return widths;
  }

  async #load(
    widths: ReadonlyMap<string, { tile: TileId; width: number }>,
  ): Promise<Map<string, TilePyramid>> {
    const pyramids = new Map<string, TilePyramid>();
    const missing: TileId[] = [];
    for (const [key, { tile, width }] of widths) {
      const kept = this.#kept.get(key);
      if (kept && kept.width >= width) pyramids.set(key, kept);
      else missing.push(tile);
    }
    for (const tile of await readTiles(this.#pool, this.#logId, missing)) {
      const pyramid = new TilePyramid(this.#crypto, tile.hashes);
      pyramids.set(tileKey(tile), pyramid);
      this.#keep(tileKey(tile), pyramid);
    }
    return pyramids;
  }

  #keep(key: string, pyramid: TilePyramid): void {
    this.#kept.delete(key);
    this.#kept.set(key, pyramid);
    if (this.#kept.size > maxKept) this.#kept.delete(this.#kept.keys().next().value as string);
  }
}
