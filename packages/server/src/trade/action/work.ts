import type { WorkItem } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import { daysLeft } from '../request/term.ts';
import type { Queryable } from '../store/bulk.ts';
import { type ActionRow, openActions } from './store.ts';
import { actionViewAt, isActionOverdue } from './view.ts';

/** Proposed actions of an organization, as things to answer, to wait for, or to go on with. */
export async function openActionsFor(db: Queryable, tenantId: string, now: Instant): Promise<WorkItem[]> {
  const [actions, agency] = await Promise.all([openActions(db, tenantId), isAgency(db, tenantId)]);
  return actions.map((action) => workItem(action, agency, now));
}

function workItem(action: ActionRow, agency: boolean, now: Instant): WorkItem {
  const waiting = action.state === 'waiting' && !(agency && isActionOverdue(action, now));
  const lines = action.lines.join(', ');
  return {
    id: `action:${action.action_id}`,
    kind: 'action',
    group: waiting === agency ? 'wait' : 'do',
    title: `Proposed action on ${action.lines.length === 1 ? 'line' : 'lines'} ${lines} (Form 29)`,
    reason: action.reason,
    state: actionViewAt(action, now).state,
    whoMoves: waiting ? (agency ? 'importer or filer' : 'you') : agency ? 'you' : 'the agency',
    at: action.opened_at,
    ...(action.due_at === null ? {} : { due: action.due_at, dueWords: dueWords(action, action.due_at, now) }),
    href: `/entries/${action.entry_number}`,
    entryNumber: action.entry_number,
    ...(action.story ? { story: true } : {}),
  };
}

function dueWords({ story, opened_at }: ActionRow, due: Instant, now: Instant): string {
  const days = daysLeft(due, story ? opened_at : now);
  if (days < 0) return `${-days} ${days === -1 ? 'day' : 'days'} late`;
  return days === 0 ? 'due today' : `${days} ${days === 1 ? 'day' : 'days'} left`;
}

async function isAgency(db: Queryable, tenantId: string): Promise<boolean> {
  const { rows } = await db.query<{ kind: string }>({
    name: 'tenant-kind',
    text: 'select kind from tenants where id = $1',
    values: [tenantId],
  });
  return rows[0]?.kind === 'agency';
}
