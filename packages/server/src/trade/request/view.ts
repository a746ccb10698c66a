import type { AnswerView, RequestSummary, RequestView } from '@portolan/contract';
import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import type { Auth } from '../../platform/tenant.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import { type PartyNames, partyNames } from '../entry/parties.ts';
import type { Queryable } from '../store/bulk.ts';
import { type AnswerRow, answersOf } from './answers.ts';
import type { Recipient } from './body.ts';
import { eventsOfRequest } from './events.ts';
import { mayDo } from './may.ts';
import { clockOf, isAsked, isAwaited, mayWithhold, stateAt } from './state.ts';
import { findRequest, type RequestRow } from './store.ts';
import { daysLeft } from './term.ts';
import { requestEventWords, requestStateWords, roleWords } from './words.ts';

/** A request as a list shows it to one organization. */
export function requestSummary(row: RequestRow, viewer: string, now: Instant): RequestSummary {
  return {
    id: row.request_id,
    entryNumber: row.entry_number,
    ...(row.line === null ? {} : { line: row.line }),
    field: row.path,
    subject: row.subject,
    title: row.title,
    state: stateAt(row, now),
    stateWords: requestStateWords(row, now),
    whoMoves: whoMoves(row, viewer, now),
    askedAt: row.opened_at,
    due: row.due_at,
    daysLeft: daysLeft(row.due_at, clockOf(row, now)),
    extended: row.extended_to !== null,
    mine: isAwaited(row) && isAsked(row, viewer),
  };
}

/** Who acts next, as the viewer would say it. */
function whoMoves(row: RequestRow, viewer: string, now: Instant): string {
  const state = stateAt(row, now);
  if (state === 'closed') return 'nobody';
  if (state === 'answered') return row.from_did === viewer ? 'you' : 'the agency';
  if (isAsked(row, viewer)) return 'you';
  if (state === 'overdue' && row.from_did === viewer) return 'you';
  const first = row.routed_to.find(({ did }) => did === row.holder_did) ?? row.routed_to[0];
  return first ? `the ${roleWords[first.role]}` : 'nobody';
}

/** One request with its thread, as the viewer's organization may see it. Another's request is not found. */
export async function requestView(
  context: Pick<TradeContext, 'pool' | 'clock'>,
  { tenant, member }: Pick<Auth, 'tenant' | 'member'>,
  requestId: string,
): Promise<Result<RequestView>> {
  const row = await findRequest(context.pool, tenant.id, requestId);
  if (!row) return refused(caseUnknown('request', requestId));
  const [answers, events, undelivered] = await Promise.all([
    answersOf(context.pool, tenant.id, row.request_id),
    eventsOfRequest(context.pool, row),
    waitingFor(context.pool, row),
  ]);
  const names = await partyNames(context.pool, [
    ...row.routed_to.map(({ did }) => did),
    ...answers.map(({ answered_by }) => answered_by),
    ...events.map(({ actor }) => actor),
  ]);
  const now = context.clock.now();
  return ok({
    ...requestSummary(row, tenant.did, now),
    questions: row.questions.map((question) => ({ ...question })),
    ...(noteOf(row) === '' ? {} : { note: noteOf(row) }),
    cite: row.cite,
    recipients: row.routed_to.map((one) => recipientView(one, { row, answers, undelivered, names })),
    answers: answers.map((answer) => answerView(answer, names)),
    events: events.map(({ at, kind, actor, detail }) => ({
      at,
      title: requestEventWords(kind, detail.reason),
      by: names.ref(actor),
    })),
    may: mayDo(row, tenant, member, now),
  });
}

/** What it is about, for those who hold no dossier of the entry, and what the officer added. */
function noteOf({ about, message }: RequestRow): string {
  return [about, message].filter((part) => part !== '').join('. ');
}

/** Parties to whom something of this thread is still on its way. */
async function waitingFor(db: Queryable, { tenant_id, thread_id }: RequestRow): Promise<ReadonlySet<string>> {
  const { rows } = await db.query<{ to_did: string }>({
    name: 'thread-waiting-for',
    text: 'select distinct to_did from outbox where tenant_id = $1 and thread_id = $2',
    values: [tenant_id, thread_id],
  });
  return new Set(rows.map(({ to_did }) => to_did));
}

interface Around {
  readonly row: RequestRow;
  readonly answers: readonly AnswerRow[];
  readonly undelivered: ReadonlySet<string>;
  readonly names: PartyNames;
}

function recipientView({ did, role }: Recipient, around: Around): RequestView['recipients'][number] {
  return {
    party: around.names.ref(did),
    role: roleWords[role],
    state: recipientState(did, around),
    confidentialAllowed: mayWithhold(around.row, did),
  };
}

function recipientState(did: string, { row, answers, undelivered }: Around): string {
  if (answers.some(({ answered_by }) => answered_by === did)) return 'answered';
  if (undelivered.has(did)) return 'on its way';
  return isAsked(row, did) && isAwaited(row) ? 'asked' : 'informed';
}

function answerView(row: AnswerRow, names: PartyNames): AnswerView {
  return {
    id: `${row.request_id}/${row.round}`,
    by: names.ref(row.answered_by),
    at: row.answered_at,
    disclosure: row.disclosure,
    ...(row.message === null ? {} : { text: row.message }),
    evidence: row.evidence.map((item) => ({ ...item })),
    withheld: row.withheld,
  };
}
