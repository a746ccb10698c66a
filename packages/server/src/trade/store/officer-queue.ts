import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from './bulk.ts';

/** What targeting rules look at: taken from the entry when it arrives. */
export interface EntryFacts {
  readonly findings: readonly string[];
  readonly hts: readonly string[];
  readonly origins: readonly string[];
  readonly importer: readonly string[];
  readonly filer: readonly string[];
  readonly producers: readonly string[];
  /** Whole United States dollars. */
  readonly enteredValue: string;
  /** Types of documents that stand in the dossier unsigned, or that a claim lacks. */
  readonly unsigned: readonly string[];
}

export interface QueueRow {
  tenant_id: string;
  case_id: string;
  facts: EntryFacts;
  entered_at: Instant;
  due_at: Instant | null;
}

const insert = bulkInsert<QueueRow>(
  'officer_queue',
  { tenant_id: 'uuid', case_id: 'uuid', facts: 'json', entered_at: 'timestamptz', due_at: 'timestamptz' },
  { conflict: 'on conflict (tenant_id, case_id) do update set facts = excluded.facts' },
);

export async function enterQueue(tx: Queryable, rows: readonly QueueRow[]): Promise<void> {
  await insert(tx, rows);
}

export async function leaveQueue(tx: Queryable, tenantId: string, caseId: string): Promise<void> {
  await tx.query({
    name: 'queue-leave',
    text: 'delete from officer_queue where tenant_id = $1 and case_id = $2',
    values: [tenantId, caseId],
  });
}

/** Most entries that one look at the queue ranks. */
const ranked = 2000;

/** The entries that wait, oldest first. */
export async function readQueue(db: Queryable, tenantId: string): Promise<QueueRow[]> {
  const { rows } = await db.query<QueueRow>({
    name: 'queue-read',
    text: 'select * from officer_queue where tenant_id = $1 order by entered_at limit $2',
    values: [tenantId, ranked],
  });
  return rows;
}

/** The facts of an entry that waits; undefined when it doesn't. */
export async function queueFacts(
  db: Queryable,
  tenantId: string,
  caseId: string,
): Promise<EntryFacts | undefined> {
  const { rows } = await db.query<{ facts: EntryFacts }>({
    name: 'queue-facts',
    text: 'select facts from officer_queue where tenant_id = $1 and case_id = $2',
    values: [tenantId, caseId],
  });
  return rows[0]?.facts;
}
