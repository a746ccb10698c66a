import type { MilestoneKind } from '@portolan/contract';
import type { Instant, JsonObject } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../trade/store/bulk.ts';
import type { CaseRow } from '../trade/store/cases.ts';

/** How far an entry has come, as its filer filed and recorded it. */
export interface ProgressRow {
  readonly tenant_id: string;
  readonly case_id: string;
  readonly entry_number: string;
  readonly importer_number: string;
  readonly importer: string;
  readonly entry_type: string;
  readonly import_date: string;
  readonly entry_date: string;
  /** US cents; null where nobody computed them. */
  readonly owed_cents: string | null;
}

/** Written at filing, and again at a correction; what was recorded of the entry stays. */
export const saveProgress = bulkInsert<ProgressRow>(
  'entry_progress',
  {
    ...{
      tenant_id: 'uuid',
      case_id: 'uuid',
      entry_number: 'text',
      importer_number: 'text',
      importer: 'text',
    },
    ...{ entry_type: 'text', import_date: 'date', entry_date: 'date', owed_cents: 'numeric' },
  },
  {
    conflict: `on conflict (tenant_id, case_id) do update set importer_number = excluded.importer_number,
      importer = excluded.importer, entry_type = excluded.entry_type, import_date = excluded.import_date,
      entry_date = excluded.entry_date, owed_cents = excluded.owed_cents`,
  },
);

export interface MilestoneRow {
  readonly tenant_id: string;
  readonly case_id: string;
  readonly milestone_id: string;
  readonly kind: MilestoneKind;
  readonly happened_on: string;
  readonly note: string;
  readonly signed: JsonObject;
  readonly digest: string;
  readonly recorded_at: Instant;
  readonly recorded_by: string;
}

export const insertMilestones = bulkInsert<MilestoneRow>('entry_milestones', {
  ...{ tenant_id: 'uuid', case_id: 'uuid', milestone_id: 'uuid', kind: 'text', happened_on: 'date' },
  ...{ note: 'text', signed: 'json', digest: 'text', recorded_at: 'timestamptz', recorded_by: 'text' },
});

const COLUMN = {
  released: 'released_on',
  summary: 'summary_on',
  paid: 'paid_on',
  liquidated: 'liquidated_on',
} as const;

/** Takes what was recorded into the progress of entries. A rejection opens the summary again. */
export async function markProgress(
  tx: Queryable,
  tenantId: string,
  {
    kind,
    on,
    caseIds,
  }: { readonly kind: MilestoneKind; readonly on: string; readonly caseIds: readonly string[] },
): Promise<void> {
  const change = kind === 'rejected' ? 'summary_on = null' : `${COLUMN[kind]} = $3`;
  const values = [tenantId, caseIds, ...(kind === 'rejected' ? [] : [on])];
  await tx.query(
    `update entry_progress set ${change} where tenant_id = $1 and case_id = any($2::uuid[])`,
    values,
  );
}

/** The entries of some numbers that an organization filed: one query for a statement. */
export async function filedCases(
  db: Queryable,
  tenantId: string,
  numbers: readonly string[],
): Promise<CaseRow[]> {
  const { rows } = await db.query<CaseRow>({
    name: 'progress-cases',
    text: `select distinct on (entry_number) * from cases
           where tenant_id = $1 and entry_number = any($2) and face = 'filer' and state not in ('draft', 'discarded')
           order by entry_number, created_at desc`,
    values: [tenantId, numbers],
  });
  return rows;
}

export async function milestonesOf(db: Queryable, tenantId: string, caseId: string): Promise<MilestoneRow[]> {
  const { rows } = await db.query<MilestoneRow>({
    name: 'milestones-of-case',
    text: `select * from entry_milestones where tenant_id = $1 and case_id = $2
           order by happened_on, recorded_at, milestone_id`,
    values: [tenantId, caseId],
  });
  return rows;
}

/** An entry that is still to be paid or summarized, with how its client pays. */
export interface OpenEntry {
  readonly entry_number: string;
  readonly importer_number: string;
  readonly importer: string;
  readonly entry_type: string;
  readonly entry_date: string;
  readonly released_on: string | null;
  readonly summary_on: string | null;
  readonly paid_on: string | null;
  readonly owed_cents: string | null;
  readonly payment: 'single' | 'daily' | 'periodic' | null;
  readonly statement_day: number | null;
}

/** Entries looked at for statements; an office pays by month, so these are several months of a large one. */
const MOST_OPEN = 5000;

/** Entries since a day that are not paid, or whose summary is not recorded; earliest first. */
export async function openEntries(db: Queryable, tenantId: string, since: string): Promise<OpenEntry[]> {
  const { rows } = await db.query<OpenEntry>({
    name: 'progress-open',
    text: `select p.entry_number, p.importer_number, p.importer, p.entry_type, p.entry_date, p.released_on,
                  p.summary_on, p.paid_on, p.owed_cents::text as owed_cents, k.payment, k.statement_day
           from entry_progress p left join clients k using (tenant_id, importer_number)
           where p.tenant_id = $1 and p.entry_date >= $2 and (p.paid_on is null or p.summary_on is null)
           order by p.entry_date, p.entry_number limit ${MOST_OPEN}`,
    values: [tenantId, since],
  });
  return rows;
}

/** How a client pays; undefined for an importer that is not in the client file. */
export async function paymentOf(
  db: Queryable,
  tenantId: string,
  importerNumber: string | null,
): Promise<{ readonly kind: 'single' | 'daily' | 'periodic'; readonly statementDay?: number } | undefined> {
  if (importerNumber === null) return undefined;
  const { rows } = await db.query<
    Pick<OpenEntry, 'statement_day'> & { payment: 'single' | 'daily' | 'periodic' }
  >({
    name: 'client-payment',
    text: 'select payment, statement_day from clients where tenant_id = $1 and importer_number = $2',
    values: [tenantId, importerNumber],
  });
  const [row] = rows;
  if (!row) return undefined;
  return { kind: row.payment, ...(row.statement_day === null ? {} : { statementDay: row.statement_day }) };
}
