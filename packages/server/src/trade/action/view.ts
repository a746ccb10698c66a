import type { ActionView } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import type { ActionRow } from './store.ts';

/** An action as the portal shows it. */
export function actionView(row: ActionRow): ActionView {
  return {
    id: row.action_id,
    kind: row.kind,
    at: row.opened_at,
    ...(row.due_at ? { due: row.due_at } : {}),
    reason: row.reason,
    lines: [...row.lines],
    before: row.before,
    after: row.after,
    difference: row.difference,
    ...(row.answer === null ? {} : { answer: row.answer }),
    state: words[row.state],
  };
}

/** The same at an instant: a term that is over shows. */
export function actionViewAt(row: ActionRow, at: Instant): ActionView {
  const view = actionView(row);
  return isActionOverdue(row, at) ? { ...view, state: 'No answer within the term' } : view;
}

const words: Readonly<Record<ActionRow['state'], string>> = {
  waiting: 'Waiting for importer or filer to answer',
  agreed: 'Agreed, the agency goes on',
  disputed: 'Disputed, the agency looks at it',
  taken: 'Taken',
  'taken-up': 'Followed by an action taken',
};

/** Whether a proposed action was not answered in time; a story stays on its own date. */
export function isActionOverdue({ state, due_at, story }: ActionRow, at: Instant): boolean {
  return state === 'waiting' && !story && due_at !== null && at > due_at;
}
