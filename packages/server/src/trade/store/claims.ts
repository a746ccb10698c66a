import type { Instant, Quantity } from '@portolan/kernel';
import { bulkInsert, type Queryable } from './bulk.ts';

/** A preference claim on one invoice line, or that line as it is entered, in one entry. */
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

/** A claim recorded before, and who filed it. */
export interface ClaimOn extends Pick<ClaimRow, 'claim_key' | 'case_id' | 'entry_number'> {
  readonly filer_did: string | null;
}

/** Claims recorded before on some invoice lines. */
export async function claimsOn(db: Queryable, tenantId: string, keys: readonly string[]): Promise<ClaimOn[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<ClaimOn>({
    name: 'claims-on',
    text: `select m.claim_key, m.case_id, m.entry_number, c.filer_did
           from claims m left join cases c using (tenant_id, case_id)
           where m.tenant_id = $1 and m.claim_key = any($2) order by m.claimed_at, m.entry_number`,
    values: [tenantId, keys],
  });
  return rows;
}

/** An entry in which an invoice line stands. */
export interface EnteredRow {
  readonly claim_key: string;
  readonly case_id: string;
  readonly entry_number: string;
  readonly filer_did: string;
  readonly filer: string;
  /** How much of the invoice line the entry takes; null where it takes all of it. */
  readonly part: Quantity | null;
}

/** Entries that stand and enter some invoice lines; refused ones enter nothing. */
export async function enteredOn(
  db: Queryable,
  tenantId: string,
  keys: readonly string[],
): Promise<EnteredRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<EnteredRow>({
    name: 'entered-on',
    text: `select e.claim_key, e.case_id, e.entry_number, c.filer_did,
             coalesce(c.summary->>'filer', c.filer_did) as filer, c.summary->'parts'->(e.line::text) as part
           from unnest($2::text[]) as asked (claim_key)
           cross join lateral (
             select * from claims e where e.tenant_id = $1 and e.claim_key = asked.claim_key offset 0
           ) as e
           cross join lateral (
             select c.filer_did, c.summary, c.state from cases c where c.tenant_id = $1 and c.case_id = e.case_id limit 1
           ) as c
           where c.state <> all('{draft,discarded,refused}')
           order by e.claimed_at, e.entry_number`,
    values: [tenantId, [...new Set(keys)]],
  });
  return rows;
}
