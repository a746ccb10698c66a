import type { Instant } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { bulkInsert, type Queryable } from '../trade/store/bulk.ts';

/** A new series starts here; a filer that moves to the node sets its bank to where its own series stands. */
export const FIRST_SERIAL = 10;
export const LAST_SERIAL = 9_999_999;
/** Free numbers below which the filer is warned, unless it says otherwise. */
export const WARN_BELOW = 500;

/** Where a filer's series of entry numbers stands. */
export interface Bank {
  readonly first: number;
  readonly last: number;
  readonly next: number;
  readonly warnBelow: number;
}

interface BankRow {
  readonly next_serial: number;
  readonly first_serial: number | null;
  readonly last_serial: number | null;
  readonly warn_below: number | null;
}

function bankOf(row: BankRow | undefined): Bank {
  const { next_serial, first_serial, last_serial, warn_below } = row ?? {};
  return {
    first: first_serial ?? FIRST_SERIAL,
    last: last_serial ?? LAST_SERIAL,
    next: next_serial ?? FIRST_SERIAL,
    warnBelow: warn_below ?? WARN_BELOW,
  };
}

export async function readBank(db: Queryable, tenantId: string, filerCode: string): Promise<Bank> {
  const { rows } = await db.query<BankRow>({
    name: 'bank-read',
    text: 'select * from entry_number_banks where tenant_id = $1 and filer_code = $2',
    values: [tenantId, filerCode],
  });
  return bankOf(rows[0]);
}

/** The bank, locked for the transaction: two filings that ask at once are given numbers one after the other. */
export async function lockBank(tx: PoolClient, tenantId: string, filerCode: string): Promise<Bank> {
  const { rows } = await tx.query<BankRow>({
    name: 'bank-lock',
    text: `insert into entry_number_banks (tenant_id, filer_code, next_serial) values ($1, $2, ${FIRST_SERIAL})
           on conflict (tenant_id, filer_code) do update set next_serial = entry_number_banks.next_serial
           returning *`,
    values: [tenantId, filerCode],
  });
  return bankOf(rows[0]);
}

/** Writes a bank that the caller has locked. */
export async function writeBank(
  tx: PoolClient,
  tenantId: string,
  filerCode: string,
  { first, last, next, warnBelow }: Bank,
): Promise<void> {
  await tx.query({
    name: 'bank-write',
    text: `update entry_number_banks set next_serial = $3, first_serial = $4, last_serial = $5, warn_below = $6
           where tenant_id = $1 and filer_code = $2`,
    values: [tenantId, filerCode, next, first, last, warnBelow],
  });
}

/** Which of some numbers nobody may be given: held by a case of the filer, or void. */
export async function takenNumbers(
  db: Queryable,
  tenantId: string,
  numbers: readonly string[],
): Promise<Set<string>> {
  const { rows } = await db.query<{ entry_number: string }>({
    name: 'bank-taken',
    text: `select entry_number from cases where tenant_id = $1 and entry_number = any($2)
           union select entry_number from entry_number_voids where tenant_id = $1 and entry_number = any($2)`,
    values: [tenantId, numbers],
  });
  return new Set(rows.map(({ entry_number }) => entry_number));
}

export interface HeldNumber {
  readonly entry_number: string;
  readonly state: 'filed' | 'drawn' | 'void';
  readonly about: string;
  readonly at: Instant;
  readonly by: string | null;
  readonly draft: string | null;
  /** The draft that holds it was discarded. */
  readonly loose: boolean;
}

const HELD = `
  select c.entry_number, case when c.state in ('draft', 'discarded') then 'drawn' else 'filed' end as state,
         c.title as about, c.updated_at as at, null::text as by,
         case when c.state = 'draft' then c.case_id::text end as draft, c.state = 'discarded' as loose
  from cases c where c.tenant_id = $1 and c.face = 'filer' and c.entry_number like $2
    and not exists (select 1 from entry_number_voids v
                    where v.tenant_id = c.tenant_id and v.entry_number = c.entry_number)
  union all
  select entry_number, 'void', reason, voided_at, voided_by, null, false
  from entry_number_voids where tenant_id = $1 and entry_number like $2`;

/** Numbers of a series that are held or void, newest first. */
export async function heldNumbers(
  db: Queryable,
  tenantId: string,
  { filerCode, words, limit }: { readonly filerCode: string; readonly words: string; readonly limit: number },
): Promise<HeldNumber[]> {
  const { rows } = await db.query<HeldNumber>({
    name: 'bank-held',
    text: `select * from (${HELD}) held
           where replace(entry_number, '-', '') like $3 or lower(about) like $4
           order by at desc, entry_number desc limit $5`,
    values: [
      ...[tenantId, `${filerCode}-%`],
      ...[`%${plain(words).replaceAll('-', '').toUpperCase()}%`, `%${plain(words).toLowerCase()}%`, limit],
    ],
  });
  return rows;
}

function plain(words: string): string {
  return words.replace(/[\\%_]/g, '');
}

/** Who holds some numbers: for what must not be voided. */
export async function holdersOfNumbers(
  db: Queryable,
  tenantId: string,
  filerCode: string,
  numbers: readonly string[],
): Promise<HeldNumber[]> {
  const { rows } = await db.query<HeldNumber>({
    name: 'bank-holders',
    text: `select * from (${HELD}) held where entry_number = any($3)`,
    values: [tenantId, `${filerCode}-%`, numbers],
  });
  return rows;
}

export interface Counts {
  readonly used: number;
  readonly voided: number;
  /** Of both, from the next serial on. */
  readonly ahead: number;
}

/** How many numbers of a range are held or void. */
export async function countNumbers(
  db: Queryable,
  tenantId: string,
  filerCode: string,
  { first, last, next }: Bank,
): Promise<Counts> {
  const { rows } = await db.query<Counts>({
    name: 'bank-counts',
    text: `select count(*) filter (where state <> 'void')::int as used,
                  count(*) filter (where state = 'void')::int as voided,
                  count(*) filter (where serial >= $5)::int as ahead
           from (select state, substr(entry_number, 5, 7)::int as serial from (${HELD}) held) numbered
           where serial between $3 and $4`,
    values: [tenantId, `${filerCode}-%`, first, last, next],
  });
  return rows[0] ?? { used: 0, voided: 0, ahead: 0 };
}

export interface VoidRow {
  readonly tenant_id: string;
  readonly entry_number: string;
  readonly reason: string;
  readonly voided_at: Instant;
  readonly voided_by: string;
}

/** Voids numbers; one that is void already keeps its first reason. */
export const insertVoids = bulkInsert<VoidRow>('entry_number_voids', {
  ...{ tenant_id: 'uuid', entry_number: 'text', reason: 'text' },
  ...{ voided_at: 'timestamptz', voided_by: 'text' },
});
