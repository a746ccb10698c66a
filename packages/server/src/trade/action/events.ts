import type { RequestEvent } from '../request/events.ts';
import type { Queryable } from '../store/bulk.ts';
import { addEvents } from '../store/timeline.ts';
import type { ActionMessage } from './body.ts';
import type { ActionRow } from './store.ts';

/** Writes what happened to an action into the timeline of its case. */
export async function recordActionEvent(
  tx: Queryable,
  { tenant_id, thread_id, action_id }: Pick<ActionRow, 'tenant_id' | 'thread_id' | 'action_id'>,
  { kind, at, actor, detail = {} }: RequestEvent,
): Promise<void> {
  await addEvents(tx, [
    { tenant_id, case_id: thread_id, at, kind, actor, detail: { action: action_id, ...detail } },
  ]);
}

const titles = {
  'action-proposed': 'Action proposed (Form 29)',
  'action-taken': 'Action taken (Form 29)',
  'action-answered': 'Answer to a proposed action (Form 29)',
} as const;

/** What a message about an action is called among the receipts. */
export function actionTitle({ act, action }: ActionMessage): string {
  const lines = action.lines.join(', ');
  return `${titles[act]}, ${action.lines.length === 1 ? 'line' : 'lines'} ${lines}`.slice(0, 500);
}
