import { encodeEntries, TILE_WIDTH } from '@portolan/ledger';
import type { Pool } from 'pg';

/** The bundle of the first `width` entries below a tile of level 0; undefined where the log has fewer. */
export async function readEntries(
  pool: Pool,
  logId: number,
  index: number,
  width: number,
): Promise<Uint8Array | undefined> {
  const start = index * TILE_WIDTH;
  const { rows } = await pool.query<{ entry: Buffer }>({
    name: 'log_entries',
    text: 'select entry from log_leaves where log_id = $1 and leaf_index >= $2 and leaf_index < $3 order by leaf_index',
    values: [logId, start, start + width],
  });
  return rows.length === width ? encodeEntries(rows.map(({ entry }) => entry)) : undefined;
}
