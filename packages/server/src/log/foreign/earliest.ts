import type { Digest, Instant, JsonObject } from '@portolan/kernel';
import type { Pool } from 'pg';
import { type TrustedKind, trustsAny } from './trusted-logs.ts';

/** The earliest time that somebody trusted elsewhere vouches for: a log of another node, or a witness. */
export interface VouchedAbroad {
  readonly at: Instant;
  readonly source: TrustedKind;
}

/**
 * The earliest time at which a trusted log of another node held each digest, or a trusted witness had seen it in any log, by
 * the receipts that a tenant was sent.
 */
export async function earliestAbroad(
  pool: Pool,
  tenantId: string,
  digests: readonly Digest[],
): Promise<Map<Digest, VouchedAbroad>> {
  if (digests.length === 0 || !(await trustsAny(pool))) return new Map();
  const { rows } = await pool.query<{ digest: Digest; at: Instant; kind: TrustedKind }>({
    name: 'foreign-receipts-earliest',
    text: `select distinct on (r.digest) r.digest, r.stated_at as at, t.kind from foreign_receipts r
           join trusted_logs t on t.origin = r.origin and t.withdrawn_at is null
           where r.tenant_id = $1 and r.digest = any($2) order by r.digest, r.stated_at, t.kind`,
    values: [tenantId, digests],
  });
  return new Map(rows.map(({ digest, at, kind }) => [digest, { at, source: kind }]));
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
  return new Map([...byDigest].map(([digest, found]) => [digest, eachOnce(found)]));
}

/** A receipt that several vouch for travels once. */
function eachOnce(rows: readonly { readonly receipt: JsonObject }[]): JsonObject[] {
  return [...new Map(rows.map(({ receipt }) => [JSON.stringify(receipt), receipt])).values()];
}
