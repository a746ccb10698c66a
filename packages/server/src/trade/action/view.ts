import type { ActionView } from '@portolan/contract';
import type { ActionRow } from './store.ts';

const words = {
  waiting: 'Waiting for the importer to answer',
  agreed: 'The importer agrees',
  disputed: 'The importer disagrees',
  taken: 'Taken',
} as const;

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
    ...(row.answer ? { answer: row.answer } : {}),
    state: words[row.state],
  };
}
