import type { Instant } from '@portolan/kernel';
import type { Pool } from 'pg';

/** A checkpoint as the store keeps it. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly root: Buffer;
  /** The signed note. */
  readonly note: string;
  readonly at: Instant;
}

const COLUMNS = 'size, root, note, issued_at as at';

/** The newest checkpoint; undefined only before the log's sequencer ran for the first time. */
export async function newestCheckpoint(pool: Pool, logId: number): Promise<StoredCheckpoint | undefined> {
  const { rows } = await pool.query<StoredCheckpoint>({
    name: 'log_checkpoint',
    text: `select ${COLUMNS} from log_checkpoints where log_id = $1 order by size desc limit 1`,
    values: [logId],
  });
  return rows[0];
}

/** Checkpoints from the newest down; `below` asks for those of smaller logs. */
export async function recentCheckpoints(
  pool: Pool,
  logId: number,
  page: { readonly below?: number; readonly limit: number },
): Promise<StoredCheckpoint[]> {
  const { rows } = await pool.query<StoredCheckpoint>({
    name: 'log_checkpoints',
    text: `select ${COLUMNS} from log_checkpoints
           where log_id = $1 and size < $2 order by size desc limit $3`,
    values: [logId, page.below ?? Number.MAX_SAFE_INTEGER, page.limit],
  });
  return rows;
}
