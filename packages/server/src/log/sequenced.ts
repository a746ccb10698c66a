import type { Pool } from 'pg';

/** Those of the pending ids that have their place in the log. */
export async function sequencedAmong(
  pool: Pool,
  logId: number,
  pendingIds: readonly string[],
): Promise<string[]> {
  if (pendingIds.length === 0) return [];
  const { rows } = await pool.query<{ pending_id: string }>({
    name: 'log_sequenced',
    text: 'select pending_id from log_leaves where log_id = $1 and pending_id = any ($2::uuid[])',
    values: [logId, pendingIds],
  });
  return rows.map((row) => row.pending_id);
}
