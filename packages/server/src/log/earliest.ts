import type { Digest, Instant } from '@portolan/kernel';
import type { Pool } from 'pg';
import { bytesOf, digestOf } from './digest-bytes.ts';

const SELECT = `
  select digest, min(stated_at) as at from log_leaves
  where log_id = $1 and digest = any ($2::bytea[])
  group by digest`;

/**
 * The earliest time at which the log has each digest: the time by which the evidence had been signed. Only leaves in the
 * tree count, since only they have receipts; a digest still pending is absent.
 */
export async function earliestOf(
  pool: Pool,
  logId: number,
  digests: readonly Digest[],
): Promise<Map<Digest, Instant>> {
  if (digests.length === 0) return new Map();
  const { rows } = await pool.query<{ digest: Buffer; at: Instant }>({
    name: 'log_earliest',
    text: SELECT,
    values: [logId, digests.map(bytesOf)],
  });
  return new Map(rows.map(({ digest, at }) => [digestOf(digest), at]));
}
