import type { Digest, Instant } from '@portolan/kernel';
import type { Pool } from 'pg';
import { bytesOf, digestOf } from './digest-bytes.ts';

const SELECT = `
  select asked.digest, leaf.stated_at as at from unnest($2::bytea[]) as asked (digest)
  cross join lateral (
    select stated_at from log_leaves where log_id = $1 and digest = asked.digest order by stated_at limit 1
  ) as leaf`;

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
