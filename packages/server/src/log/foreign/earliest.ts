import type { Digest, Instant, JsonObject } from '@portolan/kernel';
import type { Pool } from 'pg';
import { trustsAny } from './trusted-logs.ts';

/** The earliest time at which a trusted log of another node held each digest, by the receipts that a tenant was sent. */
export async function earliestAbroad(
  pool: Pool,
  tenantId: string,
  digests: readonly Digest[],
): Promise<Map<Digest, Instant>> {
  if (digests.length === 0 || !(await trustsAny(pool))) return new Map();
  const { rows } = await pool.query<{ digest: Digest; at: Instant }>({
    name: 'foreign-receipts-earliest',
    text: `select r.digest, min(r.stated_at) as at from foreign_receipts r
           join trusted_logs t on t.origin = r.origin and t.withdrawn_at is null
           where r.tenant_id = $1 and r.digest = any($2) group by r.digest`,
    values: [tenantId, digests],
  });
  return new Map(rows.map(({ digest, at }) => [digest, at]));
}

/** Receipts of other logs that anybody here was sent, to travel on with what they are for. */
export async function receiptsAbroad(
  pool: Pool,
  digests: readonly string[],
): Promise<Map<string, JsonObject[]>> {
  if (digests.length === 0 || !(await trustsAny(pool))) return new Map();
  const { rows } = await pool.query<{ digest: string; receipt: JsonObject }>({
    name: 'foreign-receipts-of',
    text: 'select distinct on (digest, origin) digest, receipt from foreign_receipts where digest = any($1)',
    values: [digests],
  });
  const byDigest = Map.groupBy(rows, ({ digest }) => digest);
  return new Map([...byDigest].map(([digest, found]) => [digest, found.map(({ receipt }) => receipt)]));
}
