import { type Digest, digestJson, type Instant, type JsonValue } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { uuidOf } from '../../exchange/envelope.ts';
import type { Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { kindRefused } from '../notice/from-agency.ts';
import { holderCase } from '../notice/receive-receipt.ts';
import { addCases, type CaseRow, lockCase, readCase } from '../store/cases.ts';
import { adoptAnswers } from './answers.ts';
import { type Papers, papersOfEnvelope } from './attachments.ts';
import type { AgencyMessage } from './body.ts';
import { refreshCase } from './case-state.ts';
import { type RequestEvent, recordEvent } from './events.ts';
import { rowOfFacts } from './facts.ts';
import { keepPapers } from './keep-papers.ts';
import { keepLeaf } from './leaves.ts';
import { publish } from './publish.ts';
import { eventKind, leafTitle } from './record-change.ts';
import type { PreparedStep } from './step.ts';
import { findRequest, type StoredRequest, saveRequests } from './store.ts';

interface Heard {
  readonly received: Received;
  readonly message: AgencyMessage;
  readonly row: StoredRequest;
  readonly papers: Papers;
}

/**
 * How a party hears what the agency says about a request that was routed to it. Messages may come late, twice or out of
 * order: the copy with the highest revision stands. Refuses another agency than the one the case is with.
 */
export async function hearAgency(
  context: TradeContext,
  received: Received,
  message: AgencyMessage,
): Promise<PreparedStep> {
  const { receiver, envelope, moment } = received;
  const threadId = uuidOf(envelope.thread);
  const expected = await isExpected(context, received, message, threadId);
  if (!expected) return { refusals: [kindRefused(received)] };
  const papers = await papersOfEnvelope(context, received, { passedOn: true });
  if (!papers.ok) return { refusals: papers.refusals };
  const place = { tenantId: receiver.id, threadId, from: envelope.from, story: moment.story };
  const row = rowOfFacts(message.request, place);
  const heard = { received, message, row, papers: papers.value };
  const work = {
    place: `${receiver.id} ${threadId}`,
    commit: (tx: PoolClient) => store(context, tx, heard),
    after: () => publish(context, row, moment.at),
  };
  return { work };
}

async function isExpected(
  { pool }: TradeContext,
  { receiver, envelope }: Received,
  { request }: AgencyMessage,
  threadId: string,
): Promise<boolean> {
  if (!request.routedTo.some(({ did }) => did === receiver.did)) return false;
  const [known, caseRow] = await Promise.all([
    findRequest(pool, receiver.id, request.requestId),
    readCase(pool, receiver.id, threadId),
  ]);
  const sameAgency = caseRow === undefined || caseRow.agency_did === envelope.from;
  const sameThread = known === undefined || known.thread_id === threadId;
  return sameAgency && sameThread;
}

async function store(context: TradeContext, tx: PoolClient, heard: Heard): Promise<void> {
  const { received, message, row, papers } = heard;
  const { receiver, envelope, moment } = received;
  const { tenant_id, thread_id } = row;
  await addCases(tx, [newCase(received, message)]);
  await lockCase(tx, tenant_id, thread_id);
  await saveRequests(tx, [row]);
  await adoptAnswers(tx, answerRows(heard));
  const keeping = {
    tenantId: tenant_id,
    caseId: thread_id,
    at: moment.at,
    from: envelope.from,
    sealed: false,
  };
  await keepPapers(tx, papers, keeping);
  const leaf = leafOf(context, message);
  if (leaf) await keepLeaf(context, tx, { tenantId: tenant_id, caseId: thread_id, at: moment.at, ...leaf });
  const event = eventOf(received, message);
  if (event.actor !== receiver.did) await recordEvent(tx, row, event);
  await refreshCase(tx, tenant_id, thread_id, moment.at);
}

/** The case of a party that had none yet: it learns the entry number, and what it is asked. */
function newCase(received: Received, { request }: AgencyMessage): CaseRow {
  const { receiver } = received;
  const row = holderCase(received, request);
  const role = request.routedTo.find(({ did }) => did === receiver.did)?.role;
  return role === 'importer' ? { ...row, face: 'party', importer_did: receiver.did } : row;
}

/** What is known of an answer of another party; the own one was kept when it was given. */
function answerRows({ received, message, row, papers }: Heard) {
  if (message.act !== 'answered' || message.by === received.receiver.did) return [];
  const { tenant_id, thread_id, request_id, round } = row;
  return [
    {
      ...{ tenant_id, thread_id, request_id, round },
      answered_by: message.by,
      answered_at: message.at as Instant,
      disclosure: message.disclosure,
      withheld: message.text === null,
      message: message.text,
      evidence: papers.documents.length + papers.records.length > 0 ? message.evidence : [],
      envelope_digest: message.answer,
    },
  ];
}

/** The leaf by which the party can show what it was told: the message itself, or the answer that it is about. */
function leafOf({ crypto }: TradeContext, message: AgencyMessage) {
  const { title } = message.request;
  if (message.act === 'extension-asked') return undefined;
  if (message.act === 'answered')
    return { kind: 'answer' as const, digest: message.answer as Digest, title: `Answer: ${title}` };
  const digest = digestJson(crypto, message as unknown as JsonValue);
  return { kind: 'request' as const, digest, title: leafTitle(message) };
}

function eventOf({ envelope, moment }: Received, message: AgencyMessage): RequestEvent {
  const { at } = moment;
  switch (message.act) {
    case 'answered':
      return { kind: 'request-answered', at, actor: message.by, detail: { disclosure: message.disclosure } };
    case 'extension-asked':
      return { kind: 'extension-asked', at, actor: message.by, detail: { reason: message.reason } };
    case 'opened':
      return { kind: eventKind(message.act), at, actor: envelope.from };
    default:
      return { kind: eventKind(message.act), at, actor: envelope.from, detail: { reason: message.reason } };
  }
}
