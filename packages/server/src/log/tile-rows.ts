import type { TileId } from '@portolan/ledger';
import type { ClientBase, Pool } from 'pg';
import type { StoredTile } from './edge.ts';

const SELECT = `
  select level, tile_index, hashes from log_tiles
  join unnest($2::smallint[], $3::bigint[]) as wanted (wanted_level, wanted_index)
    on level = wanted_level and tile_index = wanted_index
  where log_id = $1`;

/** The tiles that exist of those asked for, in one query. */
export async function readTiles(
  client: ClientBase | Pool,
  logId: number,
  tiles: readonly TileId[],
): Promise<StoredTile[]> {
  if (tiles.length === 0) return [];
  const { rows } = await client.query<{ level: number; tile_index: number; hashes: Buffer }>({
    name: 'log_tiles',
    text: SELECT,
    values: [logId, tiles.map(({ level }) => level), tiles.map(({ index }) => index)],
  });
  return rows.map((row) => ({ level: row.level, index: row.tile_index, hashes: row.hashes }));
}
