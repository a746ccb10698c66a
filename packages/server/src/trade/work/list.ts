import type { WorkItem } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import { partyWorkFor } from '../../parties/work.ts';
import type { Auth } from '../../platform/tenant.ts';
import { deskWorkFor } from '../../progress/work.ts';
import { openActionsFor } from '../action/work.ts';
import type { TradeContext } from '../context.ts';
import { dueWords, stateWords, whoMoves } from '../entry/words.ts';
import { openRequestsFor } from '../request/work.ts';
import { type CaseRow, listCases } from '../store/cases.ts';

const most = 100;

/** The work list of an organization: what is asked of it and due first, what it waits for, what was decided. */
export async function workList(context: TradeContext, { tenant }: Pick<Auth, 'tenant'>): Promise<WorkItem[]> {
  const now = context.clock.now();
  const [cases, requests, actions, parties, desk] = await Promise.all([
    listCases(context.pool, { tenantId: tenant.id, notStates: ['discarded'], limit: most }),
    openRequestsFor(context.pool, tenant.id, now),
    openActionsFor(context.pool, tenant.id, now),
    partyWorkFor(context.pool, tenant, now),
    deskWorkFor(context.pool, tenant, now),
  ]);
  const agency = tenant.kind === 'agency';
  const items = [
    ...requests,
    ...actions,
    ...parties,
    ...desk,
    ...cases.rows.flatMap((row) => caseItem(row, agency, now)),
  ];
  return items.sort(byDue);
}

/** What is to do comes first, then what is due first, then what is newest. */
export function byDue(left: WorkItem, right: WorkItem): number {
  const far = '9999';
  return (
    groupOrder[left.group] - groupOrder[right.group] ||
    (left.due ?? far).localeCompare(right.due ?? far) ||
    right.at.localeCompare(left.at)
  );
}

const groupOrder = { do: 0, wait: 1, decided: 2 } as const;

function caseItem(row: CaseRow, agency: boolean, now: Instant): WorkItem[] {
  // Requests stand in the list by themselves.
  if (row.state === 'asked' || row.state === 'answered') return [];
  const shared = {
    title: row.title,
    at: row.updated_at,
    whoMoves: whoMoves(row),
    state: stateWords[row.state],
    story: row.story_at !== null,
    ...(row.entry_number ? { entryNumber: row.entry_number } : {}),
  };
  if (row.state === 'draft')
    return [
      {
        ...shared,
        id: `draft:${row.case_id}`,
        kind: 'draft',
        group: 'do',
        reason: draftReason(row),
        href: `/drafts/${row.case_id}`,
        ...dueOf(row, now),
      },
    ];
  if (row.face === 'holder')
    return [
      {
        ...shared,
        id: `notice:${row.case_id}`,
        kind: 'certificate',
        group: 'decided',
        reason: 'Documents you signed support this entry',
        href: `/entries/${row.entry_number}`,
      },
    ];
  const open = row.next_mover === 'agency';
  const group = open ? (agency ? 'do' : 'wait') : 'decided';
  return [
    {
      ...shared,
      id: `${agency && open ? 'queue' : 'decision'}:${row.case_id}`,
      kind: agency && open ? 'queue' : 'decision',
      group,
      reason: stateWords[row.state],
      href: `/entries/${row.entry_number}`,
    },
  ];
}

/** What is due of a draft and when; a story stays on its own date, so that nothing of it is late. */
function dueOf({ due_at, summary, story_at }: CaseRow, now: Instant): Pick<WorkItem, 'due' | 'dueWords'> {
  if (due_at === null || summary.due === undefined) return {};
  return { due: due_at, dueWords: `${summary.due}: ${dueWords(due_at, story_at ?? now)}` };
}

function draftReason({ summary }: CaseRow): string {
  const { asks = 0, blocking = 0 } = summary;
  const questions = asks === 1 ? '1 question' : `${asks} questions`;
  if (blocking > 0)
    return `${blocking} thing${blocking === 1 ? '' : 's'} to mend before filing, ${questions}`;
  return asks > 0 ? `${questions}, then ready to file` : 'Ready to file';
}
