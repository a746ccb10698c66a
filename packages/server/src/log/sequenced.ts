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
    // By whole keys one after the other: before its rows are counted the database would read the whole log for a list.
    text: `select leaf.pending_id from unnest($2::uuid[]) as asked (pending_id)
           cross join lateral (
             select l.pending_id from log_leaves l where l.log_id = $1 and l.pending_id = asked.pending_id limit 1
           ) as leaf`,
    values: [logId, pendingIds],
  });
  return rows.map((row) => row.pending_id);
}
