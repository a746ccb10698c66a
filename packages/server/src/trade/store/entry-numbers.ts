import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from './bulk.ts';

export interface EntryNumberRow {
  tenant_id: string;
  entry_number: string;
  case_id: string;
  taken_at: Instant;
}

const insert = bulkInsert<EntryNumberRow>(
  'entry_numbers',
  { tenant_id: 'uuid', entry_number: 'text', case_id: 'uuid', taken_at: 'timestamptz' },
  { returning: 'entry_number' },
);

/** Takes entry numbers; answers those that nobody had taken before. */
export async function takeEntryNumbers(tx: Queryable, rows: readonly EntryNumberRow[]): Promise<Set<string>> {
  const taken = await insert<{ entry_number: string }>(tx, rows);
  return new Set(taken.map(({ entry_number }) => entry_number));
}

/** Which of some entry numbers a tenant has seen, and in which case. */
export async function entryNumbersSeen(
  db: Queryable,
  tenantId: string,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await db.query<{ entry_number: string; case_id: string }>({
    name: 'entry-numbers-seen',
    text: 'select entry_number, case_id from entry_numbers where tenant_id = $1 and entry_number = any($2)',
    values: [tenantId, numbers],
  });
  return new Map(rows.map(({ entry_number, case_id }) => [entry_number, case_id]));
}
