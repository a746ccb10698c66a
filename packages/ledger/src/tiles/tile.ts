import type { ProofPlan, TreeNode } from '../merkle/plan.ts';

/** Levels of the tree in one tile, and the hashes in a full one: C2SP tlog-tiles, Merkle Tree. */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;

/** The tile number `index` of a tile level: hashes of the tree's level 8 * `level`. */
export interface TileId {
  readonly level: number;
  readonly index: number;
}

/** How many hashes a tile has in a log of `size` leaves: 0 to 256. */
export function tileWidth({ level, index }: TileId, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** The tile in which a complete subtree stands, or from which it is computed. */
export function tileOf(node: TreeNode): TileId {
  const across = 2 ** (TILE_HEIGHT - (node.level % TILE_HEIGHT));
  return { level: Math.floor(node.level / TILE_HEIGHT), index: Math.floor(node.index / across) };
}

/** Every tile that plans read, each once. */
export function tilesOf(plans: Iterable<ProofPlan>): TileId[] {
  const tiles = new Map<string, TileId>();
  for (const plan of plans)
    for (const node of plan.flat()) {
      const tile = tileOf(node);
      tiles.set(tileKey(tile), tile);
    }
  return [...tiles.values()];
}

/** A tile's name as a map key. */
export function tileKey({ level, index }: TileId): string {
  return `${level}/${index}`;
}
