import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from './bulk.ts';

/** A preference claim on one invoice line, in one entry. */
export interface ClaimRow {
  tenant_id: string;
  claim_key: string;
  case_id: string;
  entry_number: string;
  line: number;
  claimed_at: Instant;
}

const insert = bulkInsert<ClaimRow>('claims', {
  tenant_id: 'uuid',
  claim_key: 'text',
  case_id: 'uuid',
  entry_number: 'text',
  line: 'integer',
  claimed_at: 'timestamptz',
});

export async function insertClaims(tx: Queryable, rows: readonly ClaimRow[]): Promise<void> {
  await insert(tx, rows);
}

/** Claims recorded before on some invoice lines. */
export async function claimsOn(
  db: Queryable,
  tenantId: string,
  keys: readonly string[],
): Promise<Pick<ClaimRow, 'claim_key' | 'case_id' | 'entry_number'>[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<Pick<ClaimRow, 'claim_key' | 'case_id' | 'entry_number'>>({
    name: 'claims-on',
    text: `select claim_key, case_id, entry_number from claims where tenant_id = $1 and claim_key = any($2)
           order by claimed_at, entry_number`,
    values: [tenantId, keys],
  });
  return rows;
}
