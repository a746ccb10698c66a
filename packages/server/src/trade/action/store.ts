import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../store/bulk.ts';
import { lockCase } from '../store/cases.ts';

/** `taken-up`: a proposed action that was followed by one taken. */
export type ActionState = 'waiting' | 'agreed' | 'disputed' | 'taken' | 'taken-up';

/** A notice of action (CBP Form 29) as one party holds it. Amounts are United States dollars with cents. */
export interface ActionRow {
  tenant_id: string;
  thread_id: string;
  action_id: string;
  /** Counts the agency's changes: of two copies the higher one is right. */
  revision: number;
  entry_number: string;
  kind: 'proposed' | 'taken';
  state: ActionState;
  reason: string;
  /** Numbers of the lines whose claim is denied. */
  lines: readonly number[];
  /** Duty and fees as filed. */
  before: string;
  after: string;
  difference: string;
  opened_at: Instant;
  /** When the answer to a proposed action is due. */
  due_at: Instant | null;
  answer: string | null;
  agreed: boolean | null;
  answered_at: Instant | null;
  answered_by: string | null;
  story: boolean;
}

const save = bulkInsert<ActionRow>(
  'actions',
  {
    tenant_id: 'uuid',
    thread_id: 'uuid',
    action_id: 'uuid',
    revision: 'integer',
    entry_number: 'text',
    kind: 'text',
    state: 'text',
    reason: 'wide',
    lines: 'json',
    before: 'text',
    after: 'text',
    difference: 'text',
    opened_at: 'timestamptz',
    due_at: 'timestamptz',
    answer: 'wide',
    agreed: 'boolean',
    answered_at: 'timestamptz',
    answered_by: 'text',
    story: 'boolean',
  },
  {
    conflict: `on conflict (tenant_id, thread_id, action_id) do update set revision = excluded.revision,
      state = excluded.state, answer = excluded.answer, agreed = excluded.agreed,
      answered_at = excluded.answered_at, answered_by = excluded.answered_by
      where actions.revision < excluded.revision`,
  },
);

/** Writes actions, new or changed; a copy that is older than the one held changes nothing. */
export async function saveActions(tx: Queryable, rows: readonly ActionRow[]): Promise<void> {
  const newest = new Map<string, ActionRow>();
  for (const row of rows) {
    const key = `${row.action_id} ${row.tenant_id}`;
    if ((newest.get(key)?.revision ?? 0) < row.revision) newest.set(key, row);
  }
  await save(
    tx,
    [...newest].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, row]) => row),
  );
}

/** Keeps an own answer until the agency has taken it; null takes it back. The revision is the agency's to count. */
export async function noteAnswer(
  tx: Queryable,
  { tenant_id, thread_id, action_id }: Pick<ActionRow, 'tenant_id' | 'thread_id' | 'action_id'>,
  answer: { agree: boolean; text: string; at: Instant; by: string } | null,
): Promise<void> {
  const state: ActionState = answer === null ? 'waiting' : answer.agree ? 'agreed' : 'disputed';
  await tx.query({
    name: 'action-note-answer',
    text: `update actions set state = $4, answer = $5, agreed = $6, answered_at = $7, answered_by = $8
           where tenant_id = $1 and thread_id = $2 and action_id = $3`,
    values: [
      tenant_id,
      thread_id,
      action_id,
      state,
      answer?.text ?? null,
      answer?.agree ?? null,
      answer?.at ?? null,
      answer?.by ?? null,
    ],
  });
}

/** The actions of one case in the order in which they were opened. */
export async function actionsOfCase(db: Queryable, tenantId: string, caseId: string): Promise<ActionRow[]> {
  const { rows } = await db.query<ActionRow>({
    name: 'actions-of-case',
    text: 'select * from actions where tenant_id = $1 and thread_id = $2 order by opened_at, action_id',
    values: [tenantId, caseId],
  });
  return rows;
}

/** Most actions that a work list shows. */
const most = 500;

/** Proposed actions that wait for an answer, or for the agency to go on. */
export async function openActions(db: Queryable, tenantId: string): Promise<ActionRow[]> {
  const { rows } = await db.query<ActionRow>({
    name: 'actions-open',
    text: `select * from actions where tenant_id = $1 and state = any('{waiting,agreed,disputed}')
           order by due_at, action_id limit $2`,
    values: [tenantId, most],
  });
  return rows;
}

/** One action of a tenant by its id alone, which is what an address names. */
export async function findAction(
  db: Queryable,
  tenantId: string,
  actionId: string,
): Promise<ActionRow | undefined> {
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(actionId)) return undefined;
  const { rows } = await db.query<ActionRow>({
    name: 'action-find',
    text: 'select * from actions where tenant_id = $1 and action_id = $2',
    values: [tenantId, actionId],
  });
  return rows[0];
}

/** The same, locked for the transaction that changes it, behind its case. */
export async function lockAction(
  tx: Queryable,
  { tenant_id, thread_id, action_id }: Pick<ActionRow, 'tenant_id' | 'thread_id' | 'action_id'>,
): Promise<ActionRow | undefined> {
  await lockCase(tx, tenant_id, thread_id);
  const { rows } = await tx.query<ActionRow>({
    name: 'action-lock',
    text: 'select * from actions where tenant_id = $1 and thread_id = $2 and action_id = $3 for update',
    values: [tenant_id, thread_id, action_id],
  });
  return rows[0];
}
