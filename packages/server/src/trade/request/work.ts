import type { WorkItem } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import type { Queryable } from '../store/bulk.ts';
import { clockOf, isAsked, isAwaited, stateAt } from './state.ts';
import { type RequestRow, requestsOf } from './store.ts';
import { requestSummary } from './view.ts';
import { requestDueWords } from './words.ts';

/** Most requests that a work list shows. */
const most = 500;

/** The requests of an organization that are not closed, as things to do or to wait for, due first. */
export async function openRequestsFor(db: Queryable, tenantId: string, now: Instant): Promise<WorkItem[]> {
  const { rows } = await requestsOf(db, tenantId, { closed: false, words: [], limit: most, offset: 0 });
  const viewer = await didOf(db, tenantId);
  return rows.map((row) => workItem(row, viewer, now));
}

function workItem(row: RequestRow, viewer: string, now: Instant): WorkItem {
  const { stateWords, whoMoves, title } = requestSummary(row, viewer, now);
  return {
    id: `request:${row.request_id}`,
    kind: 'request',
    group: isToDo(row, viewer, now) ? 'do' : 'wait',
    title,
    reason: row.about,
    state: stateWords,
    whoMoves,
    at: row.opened_at,
    ...(isAwaited(row) ? { due: row.due_at, dueWords: requestDueWords(row, now) } : {}),
    href: `/requests/${row.request_id}`,
    entryNumber: row.entry_number,
    ...(row.story ? { story: true } : {}),
  };
}

/** A party answers; the agency reads answers, grants time that is asked for, and goes on when a term is over. */
function isToDo(row: RequestRow, viewer: string, now: Instant): boolean {
  if (row.from_did !== viewer) return isAwaited(row) && isAsked(row, viewer);
  const state = stateAt(row, clockOf(row, now));
  return state === 'answered' || state === 'overdue' || row.extension_by !== null;
}

async function didOf(db: Queryable, tenantId: string): Promise<string> {
  const { rows } = await db.query<{ did: string }>({
    name: 'tenant-did',
    text: 'select did from tenants where id = $1',
    values: [tenantId],
  });
  return rows[0]?.did ?? '';
}
