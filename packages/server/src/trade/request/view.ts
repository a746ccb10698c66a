import type { AnswerView, RequestSummary, RequestView } from '@portolan/contract';
import { date, daysBetween, ok, type Result, refused } from '@portolan/kernel';
import type { Auth } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import { type PartyNames, partyNames } from '../entry/parties.ts';
import { timelineEvent } from '../entry/timeline.ts';
import { type CaseRow, readCase } from '../store/cases.ts';
import { eventsOf } from '../store/timeline.ts';
import { type AnswerRow, answersOf } from './answers.ts';
import { findRequest, type RequestRow } from './store.ts';

type State = RequestSummary['state'];

const words: Readonly<Record<State, string>> = {
  open: 'Asked, waiting for an answer',
  answered: 'Answered, the agency looks at it',
  escalated: 'The exporter or producer is asked',
  overdue: 'The term is over without an answer',
  closed: 'Closed',
};

/** The state of a request at an instant: overdue is nobody's act, only time. */
export function stateAt({ state, due_at, story }: RequestRow, now: string): State {
  if (state !== 'open' && state !== 'escalated') return state;
  // A story stands still on its own date.
  return !story && due_at < now ? 'overdue' : state;
}

/** A request as a list shows it to one organization. */
export function requestSummary(row: RequestRow, viewer: string, now: string): RequestSummary {
  const state = stateAt(row, now);
  const [, index] = /^\/lines\/(\d+)/.exec(row.path) ?? [];
  const from = row.story ? row.opened_at : now;
  return {
    id: row.request_id,
    entryNumber: row.entry_number,
    ...(index === undefined ? {} : { line: Number(index) + 1 }),
    field: row.path,
    subject: row.subject,
    title: row.title,
    state,
    stateWords: state === 'closed' && row.outcome ? `Closed: ${closedWords(row.outcome)}` : words[state],
    whoMoves: whoMoves(state),
    askedAt: row.opened_at,
    due: row.due_at,
    daysLeft: daysBetween(date(from.slice(0, 10)), date(row.due_at.slice(0, 10))),
    extended: row.extended,
    mine: state !== 'closed' && state !== 'answered' && row.routed_to.includes(viewer),
  };
}

function closedWords(outcome: string): string {
  return outcome === 'satisfied' ? 'the answer satisfies' : 'the answer does not satisfy';
}

function whoMoves(state: State): string {
  if (state === 'closed') return 'Nobody: it is closed';
  return state === 'answered' || state === 'overdue' ? 'The agency' : 'The parties that are asked';
}

/** One request with its thread, as the viewer's organization may see it. */
export async function requestView(
  context: TradeContext,
  { tenant, member }: Pick<Auth, 'tenant' | 'member'>,
  requestId: string,
): Promise<Result<RequestView>> {
  const row = await findRequest(context.pool, tenant.id, requestId);
  if (!row) return refused(caseUnknown('request', requestId));
  const [answers, events, caseRow] = await Promise.all([
    answersOf(context.pool, tenant.id, [row.request_id]),
    eventsOf(context.pool, tenant.id, row.thread_id),
    readCase(context.pool, tenant.id, row.thread_id),
  ]);
  const own = events.filter(({ detail }) => detail.request === row.request_id);
  const dids = [
    ...row.routed_to,
    ...answers.map(({ answered_by }) => answered_by),
    ...own.map(({ actor }) => actor),
  ];
  const parties = await partyNames(context.pool, dids);
  const now = context.clock.now();
  const viewer = member.role === 'viewer' ? 'viewer' : tenant.kind;
  const answered = answers.some(({ round }) => round === row.round);
  return ok({
    ...requestSummary(row, tenant.did, now),
    questions: row.questions.map((question) => ({ ...question })),
    ...(row.message ? { note: `${row.about}. ${row.message}` } : {}),
    cite: row.cite,
    recipients: row.routed_to.map((did) => recipient(did, row, answers, caseRow, parties)),
    answers: answers.map((answer) => answerView(answer, parties)),
    events: own.map((event) => {
      const { at, title, by } = timelineEvent(event, parties);
      return { at, title, ...(by ? { by } : {}) };
    }),
    may: mayDo(viewer, row, answered, tenant.did),
  });
}

function mayDo(
  viewer: 'viewer' | 'agency' | 'trade',
  row: RequestRow,
  answered: boolean,
  did: string,
): string[] {
  if (viewer === 'viewer' || row.state === 'closed') return [];
  if (viewer === 'agency') return [...(answered ? [] : ['extend']), 'escalate', 'close'];
  return answered || !row.routed_to.includes(did) ? [] : ['answer', 'extend'];
}

function recipient(
  did: string,
  row: RequestRow,
  answers: readonly AnswerRow[],
  caseRow: CaseRow | undefined,
  parties: PartyNames,
): RequestView['recipients'][number] {
  const answered = answers.some(({ answered_by }) => answered_by === did);
  const roles = [
    did === caseRow?.importer_did ? 'importer of record' : '',
    did === caseRow?.filer_did ? 'filer' : '',
    did === row.holder_did ? 'holds the evidence' : '',
  ].filter((role) => role !== '');
  return {
    party: parties.ref(did),
    role: roles.join(', ') || 'party',
    state: answered ? 'Answered' : row.state === 'answered' || row.state === 'closed' ? 'Told' : 'Asked',
    confidentialAllowed: row.confidential && did === row.holder_did,
  };
}

function answerView(row: AnswerRow, parties: PartyNames): AnswerView {
  return {
    id: `${row.request_id}/${row.round}`,
    by: parties.ref(row.answered_by),
    at: row.answered_at,
    disclosure: row.disclosure,
    ...(row.message === null ? {} : { text: row.message }),
    evidence: row.evidence.map((item) => ({ ...item })),
    withheld: row.withheld,
  };
}
