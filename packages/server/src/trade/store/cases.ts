import type { Instant, Quantity } from '@portolan/kernel';
import { bulkInsert, type Queryable } from './bulk.ts';

/** What a tenant is in a case: who files, who decides, the importer of record, or who holds evidence of it. */
export type Face = 'filer' | 'agency' | 'party' | 'holder';

export type CaseState =
  | 'draft'
  | 'discarded'
  | 'filed'
  | 'accepted'
  | 'referred'
  | 'asked'
  | 'answered'
  | 'released'
  | 'refused'
  | 'held'
  | 'corrected';

/** Who has to act next. */
export type Mover = 'filer' | 'agency' | 'importer' | 'holder' | 'nobody';

/** What lists show without opening the dossier. */
export interface CaseSummary {
  readonly importer?: string;
  readonly filer?: string;
  readonly lines: number;
  readonly enteredValue: string;
  readonly importDate?: string;
  readonly total?: string;
  readonly claims: readonly string[];
  readonly documents: number;
  /** State to which the case returns when a request is closed. */
  readonly settled: CaseState;
  readonly openRequests: number;
  readonly asks?: number;
  readonly blocking?: number;
  /** What is due at the time of `due_at`. */
  readonly due?: string;
  /** How much of its invoice line a line takes, where it is not all of it, by the number of the line. */
  readonly parts?: Readonly<Record<string, Quantity>>;
}

/** One tenant's dossier of a thread. */
export interface CaseRow {
  tenant_id: string;
  case_id: string;
  face: Face;
  program: string;
  state: CaseState;
  entry_number: string | null;
  title: string;
  filer_did: string;
  importer_did: string | null;
  importer_number: string | null;
  agency_did: string;
  /** DIDs of parties that issued evidence of the case. */
  holders: readonly string[];
  next_mover: Mover;
  due_at: Instant | null;
  search: string;
  summary: CaseSummary;
  story_at: Instant | null;
  created_at: Instant;
  updated_at: Instant;
}

const columns = {
  tenant_id: 'uuid',
  case_id: 'uuid',
  face: 'text',
  program: 'text',
  state: 'text',
  entry_number: 'text',
  title: 'text',
  filer_did: 'text',
  importer_did: 'text',
  importer_number: 'text',
  agency_did: 'text',
  holders: 'json',
  next_mover: 'text',
  due_at: 'timestamptz',
  search: 'wide',
  summary: 'json',
  story_at: 'timestamptz',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
} as const;

const changed = (Object.keys(columns) as (keyof typeof columns)[])
  .filter((name) => !['tenant_id', 'case_id', 'created_at'].includes(name))
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

const save = bulkInsert<CaseRow>('cases', columns, {
  conflict: `on conflict (tenant_id, case_id) do update set ${changed}`,
});
const add = bulkInsert<CaseRow>('cases', columns, { returning: 'tenant_id, case_id' });

/** Writes cases, new or changed. */
export async function saveCases(tx: Queryable, rows: readonly CaseRow[]): Promise<void> {
  await save(tx, rows);
}

/** Writes cases that must be new; answers how many were. */
export async function addCases(tx: Queryable, rows: readonly CaseRow[]): Promise<number> {
  return (await add(tx, rows)).length;
}

/** One case of a tenant, locked for the transaction that changes it. */
export async function lockCase(
  tx: Queryable,
  tenantId: string,
  caseId: string,
): Promise<CaseRow | undefined> {
  const { rows } = await tx.query<CaseRow>({
    name: 'case-lock',
    text: 'select * from cases where tenant_id = $1 and case_id = $2 for update',
    values: [tenantId, caseId],
  });
  return rows[0];
}

export async function readCase(
  db: Queryable,
  tenantId: string,
  caseId: string,
): Promise<CaseRow | undefined> {
  const { rows } = await db.query<CaseRow>({
    name: 'case-read',
    text: 'select * from cases where tenant_id = $1 and case_id = $2',
    values: [tenantId, caseId],
  });
  return rows[0];
}

/** The cases of many (tenant, case) pairs in one query. */
export async function readCases(
  db: Queryable,
  keys: readonly { tenantId: string; caseId: string }[],
): Promise<Map<string, CaseRow>> {
  const { rows } = await db.query<CaseRow>({
    name: 'cases-read',
    text: `select c.* from unnest($1::uuid[], $2::uuid[]) as asked (tenant_id, case_id)
           join cases c using (tenant_id, case_id)`,
    values: [keys.map(({ tenantId }) => tenantId), keys.map(({ caseId }) => caseId)],
  });
  return new Map(rows.map((row) => [caseKey(row.tenant_id, row.case_id), row]));
}

/**
 * Locks the cases of a batch for the transaction, making those that aren't there yet from `missing`: two messages about
 * one case that arrive together are taken one after the other, and neither undoes the other.
 */
export async function lockCases(tx: Queryable, missing: readonly CaseRow[]): Promise<Map<string, CaseRow>> {
  await addCases(tx, missing);
  const { rows } = await tx.query<CaseRow>({
    name: 'cases-lock',
    text: `select c.* from cases c
           where (c.tenant_id, c.case_id) in (select * from unnest($1::uuid[], $2::uuid[]))
           order by c.tenant_id, c.case_id for update`,
    values: [missing.map(({ tenant_id }) => tenant_id), missing.map(({ case_id }) => case_id)],
  });
  return new Map(rows.map((row) => [caseKey(row.tenant_id, row.case_id), row]));
}

export function caseKey(tenantId: string, caseId: string): string {
  return `${tenantId} ${caseId}`;
}

/** The tenant's case of an entry number: the last one, should a refused filing have used it before. */
export async function caseOfEntry(
  db: Queryable,
  tenantId: string,
  entryNumber: string,
): Promise<CaseRow | undefined> {
  const { rows } = await db.query<CaseRow>({
    name: 'case-of-entry',
    text: 'select * from cases where tenant_id = $1 and entry_number = $2 order by created_at desc limit 1',
    values: [tenantId, entryNumber],
  });
  return rows[0];
}

export interface CaseQuery {
  readonly tenantId: string;
  readonly faces?: readonly Face[];
  readonly states?: readonly CaseState[];
  readonly notStates?: readonly CaseState[];
  /** Words that all must occur. */
  readonly words?: readonly string[];
  /** The last row of the page before. */
  readonly after?: { readonly updatedAt: string; readonly caseId: string };
  readonly limit: number;
}

/** One page of a tenant's cases, newest change first, and how many there are in all. */
export async function listCases(
  db: Queryable,
  query: CaseQuery,
): Promise<{ rows: CaseRow[]; total: number }> {
  const { faces, states, notStates, words = [], after, limit, tenantId } = query;
  const values: unknown[] = [tenantId];
  const conditions = ['tenant_id = $1'];
  const bind = (value: unknown) => `$${values.push(value)}`;
  if (faces) conditions.push(`face = any(${bind(faces)})`);
  if (states) conditions.push(`state = any(${bind(states)})`);
  if (notStates) conditions.push(`state <> all(${bind(notStates)})`);
  for (const word of words) conditions.push(`position(${bind(word.toLowerCase())} in search) > 0`);
  const where = conditions.join(' and ');
  const counted = await db.query<{ total: number }>(
    `select count(*)::int as total from cases where ${where}`,
    [...values],
  );
  const page = after ? ` and (updated_at, case_id) < (${bind(after.updatedAt)}, ${bind(after.caseId)})` : '';
  const { rows } = await db.query<CaseRow>(
    `select * from cases where ${where}${page} order by updated_at desc, case_id desc limit ${bind(limit)}`,
    values,
  );
  return { rows, total: counted.rows[0]?.total ?? 0 };
}
