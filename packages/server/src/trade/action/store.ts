import type { Instant } from '@portolan/kernel';
import { bulkInsert, type Queryable } from '../store/bulk.ts';

export type ActionState = 'waiting' | 'agreed' | 'disputed' | 'taken';

/** A notice of action (CBP Form 29) as one party holds it. Amounts are United States dollars with cents. */
export interface ActionRow {
  tenant_id: string;
  thread_id: string;
  action_id: string;
  entry_number: string;
  kind: 'proposed' | 'taken';
  state: ActionState;
  reason: string;
  lines: readonly number[];
  before: string;
  after: string;
  difference: string;
  opened_at: Instant;
  due_at: Instant | null;
  answer: string | null;
  agreed: boolean | null;
  answered_at: Instant | null;
  story: boolean;
}

const save = bulkInsert<ActionRow>(
  'actions',
  {
    tenant_id: 'uuid',
    thread_id: 'uuid',
    action_id: 'uuid',
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
    story: 'boolean',
  },
  {
    conflict: `on conflict (tenant_id, thread_id, action_id) do update set state = excluded.state,
      answer = excluded.answer, agreed = excluded.agreed, answered_at = excluded.answered_at`,
  },
);

export async function saveActions(tx: Queryable, rows: readonly ActionRow[]): Promise<void> {
  await save(tx, rows);
}

export async function actionsOfCase(db: Queryable, tenantId: string, caseId: string): Promise<ActionRow[]> {
  const { rows } = await db.query<ActionRow>({
    name: 'actions-of-case',
    text: 'select * from actions where tenant_id = $1 and thread_id = $2 order by opened_at, action_id',
    values: [tenantId, caseId],
  });
  return rows;
}

/** Actions that wait for an answer of a tenant, or for the agency to go on. */
export async function openActions(db: Queryable, tenantId: string): Promise<ActionRow[]> {
  const { rows } = await db.query<ActionRow>({
    name: 'actions-open',
    text: `select * from actions where tenant_id = $1 and kind = 'proposed' and state <> 'taken'
           order by due_at, action_id limit 200`,
    values: [tenantId],
  });
  return rows;
}

export async function findAction(db: Queryable, tenantId: string, actionId: string): Promise<ActionRow | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(actionId)) return undefined;
  const { rows } = await db.query<ActionRow>({
    name: 'action-find',
    text: 'select * from actions where tenant_id = $1 and action_id = $2',
    values: [tenantId, actionId],
  });
  return rows[0];
}
