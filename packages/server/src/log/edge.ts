import { type CryptoPort, concatBytes } from '@portolan/kernel';
import {
  CompactRange,
  HASH_LENGTH,
  rootPlan,
  TILE_HEIGHT,
  TILE_WIDTH,
  type TileId,
  TilePyramid,
  type TreeNode,
  tileKey,
  tileOf,
  tilesOf,
} from '@portolan/ledger';
import type { ClientBase } from 'pg';
import { readTiles } from './tile-rows.ts';

/** A tile with its hashes one after the other. */
export interface StoredTile extends TileId {
  readonly hashes: Uint8Array;
}

/** Where a log ends: the subtrees to go on from and the tiles that are not full yet. */
export interface Edge {
  readonly range: CompactRange;
  readonly open: ReadonlyMap<string, StoredTile>;
}

export interface Extended {
  readonly edge: Edge;
  /** The tiles that the new leaves created or made longer. */
  readonly tiles: readonly StoredTile[];
}

/** Reads the right edge of a log of `size` leaves from its tiles. */
export async function loadEdge(
  client: ClientBase,
  crypto: CryptoPort,
  logId: number,
  size: number,
): Promise<Edge> {
  const nodes = rootPlan(size);
  const tiles = await readTiles(client, logId, tilesOf([[nodes]]));
  const open = new Map(tiles.map((tile) => [tileKey(tile), tile]));
  const subtrees = nodes.map((node) => hashIn(crypto, open.get(tileKey(tileOf(node))), node));
  return { range: new CompactRange(crypto, size, subtrees), open };
}

/** The edge after more leaf hashes; the given edge stays as it was, for the case that nothing gets committed. */
export function extendEdge(edge: Edge, leaves: readonly Uint8Array[]): Extended {
  const range = edge.range.fork();
  const grown = new Map<string, { id: TileId; parts: Uint8Array[] }>();
  const collect = (node: TreeNode, hash: Uint8Array) => {
    if (node.level % TILE_HEIGHT !== 0) return;
    const id = tileOf(node);
    const key = tileKey(id);
    const tile = grown.get(key) ?? { id, parts: [edge.open.get(key)?.hashes ?? new Uint8Array(0)] };
    grown.set(key, tile);
    tile.parts.push(hash);
  };
  for (const leaf of leaves) range.append(leaf, collect);
  const tiles = [...grown.values()].map(
    ({ id, parts }): StoredTile => ({ ...id, hashes: concatBytes(...parts) }),
  );
  const open = new Map([...edge.open, ...tiles.map((tile) => [tileKey(tile), tile] as const)]);
  for (const [key, { hashes }] of open) if (hashes.length === TILE_WIDTH * HASH_LENGTH) open.delete(key);
  return { edge: { range, open }, tiles };
}

function hashIn(crypto: CryptoPort, tile: StoredTile | undefined, node: TreeNode): Uint8Array {
  if (!tile) throw new Error(`the log has lost the tile of subtree ${node.level}/${node.index}`);
  return new TilePyramid(crypto, tile.hashes).hashOf(node);
}
