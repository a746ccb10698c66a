import type { Digest, JsonObject, Refusal } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { uuidOf } from '../../exchange/envelope.ts';
import {
  type AnsweredEnvelope,
  type EnvelopeHandler,
  Overtaken,
  type Prepared,
  type Received,
} from '../../exchange/received.ts';
import { receiveActionAnswer } from '../action/receive-answer.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import { kindRefused } from '../notice/from-agency.ts';
import { readCase } from '../store/cases.ts';
import { addLeaves } from '../store/leaves.ts';
import { addEvents } from '../store/timeline.ts';
import { answersOf, insertAnswers, removeAnswer } from './answers.ts';
import { keepAttachments } from './attachments.ts';
import { type PartyMessage, readPartyMessage } from './body.ts';
import { refreshCase } from './case-state.ts';
import { wrongState } from './decide.ts';
import { factsOfRow } from './facts.ts';
import { findRequest, type RequestRow, saveRequests } from './store.ts';
import { tellParties } from './tell.ts';

type AnswerMessage = Extract<PartyMessage, { act: 'answer' }>;
type ExtensionMessage = Extract<PartyMessage, { act: 'ask-extension' }>;

interface ReceivedAnswer {
  readonly received: Received;
  readonly message: PartyMessage;
  readonly row: RequestRow | undefined;
}

/** How an agency receives answers, wishes for more time and answers to its actions. */
export function answerHandler(context: TradeContext): EnvelopeHandler<ReceivedAnswer> {
  return {
    kind: 'answer',
    prepare: (received) => Promise.all(received.map((one) => prepareOne(context, one))),
    async commit(tx, answers) {
      for (const answer of answers) await commitOne(context, tx, answer);
    },
    after(answers) {
      for (const { received, message } of answers) {
        const ref = 'requestId' in message ? message.requestId : message.actionId;
        context.events.publish(received.receiver.id, { kind: 'request', ref, at: received.moment.at });
      }
      context.exchange.nudge();
    },
    answered: (tx, answered) => takeBackRefused(tx, answered),
  };
}

async function prepareOne(context: TradeContext, received: Received): Promise<Prepared<ReceivedAnswer>> {
  const message = readPartyMessage(received.envelope.body);
  if (!message) return { refusals: [kindRefused(received)] };
  if (message.act === 'answer-action') return { work: { received, message, row: undefined } };
  const row = await findRequest(context.pool, received.receiver.id, message.requestId);
  const refusal = await faultOf(context, received, message, row);
  return refusal ? { refusals: [refusal] } : { work: { received, message, row } };
}

async function faultOf(
  { pool }: TradeContext,
  { receiver, envelope }: Received,
  message: AnswerMessage | ExtensionMessage,
  row: RequestRow | undefined,
): Promise<Refusal | undefined> {
  if (!row || row.thread_id !== uuidOf(envelope.thread)) return caseUnknown('request', message.requestId);
  if (!row.routed_to.includes(envelope.from)) return tradeCatalogue.refuse('NODE_REQUEST_NOT_YOURS');
  const answers = await answersOf(pool, receiver.id, [row.request_id]);
  if (message.act === 'answer' && answers.some(({ round }) => round === message.round))
    return tradeCatalogue.refuse('NODE_REQUEST_ANSWERED');
  if (row.state === 'closed') return wrongState(row, 'open');
  if (message.act === 'answer' && message.disclosure === 'agency' && row.holder_did !== envelope.from)
    return tradeCatalogue.refuse('NODE_DISCLOSURE_REFUSED', { path: '/body/disclosure' });
  return undefined;
}

async function commitOne(
  context: TradeContext,
  tx: PoolClient,
  { received, message, row }: ReceivedAnswer,
): Promise<void> {
  if (message.act === 'answer-action') return receiveActionAnswer(context, tx, received, message);
  if (!row) return;
  if (message.act === 'ask-extension') return noteExtension(tx, received, message, row);
  return keepAnswer(context, tx, received, message, row);
}

async function keepAnswer(
  context: TradeContext,
  tx: PoolClient,
  received: Received,
  message: AnswerMessage,
  row: RequestRow,
): Promise<void> {
  const { receiver, envelope, digest, moment } = received;
  const kept = await insertAnswers(tx, [
    {
      tenant_id: receiver.id,
      thread_id: row.thread_id,
      request_id: row.request_id,
      round: message.round,
      answered_by: envelope.from,
      answered_at: moment.at,
      disclosure: message.disclosure,
      withheld: false,
      message: message.text,
      evidence: message.evidence,
      envelope_digest: digest,
    },
  ]);
  if (kept === 0) throw new Overtaken('answer');
  const answered: RequestRow = { ...row, state: 'answered' };
  await saveRequests(tx, [answered]);
  await keepAttachments(context, tx, received, {
    caseId: row.thread_id,
    sealed: message.disclosure === 'agency',
  });
  const [pendingId] = await context.log.append(tx, [{ kind: 'answer', digest, at: moment.at }]);
  const key = { tenant_id: receiver.id, case_id: row.thread_id };
  await addLeaves(tx, [
    {
      ...key,
      digest,
      kind: 'answer',
      title: `Answer: ${row.title}`,
      pending_id: pendingId ?? null,
      receipt: null,
    },
  ]);
  await addEvents(tx, [
    {
      ...key,
      at: moment.at,
      kind: 'request-answered',
      actor: envelope.from,
      detail: { request: row.request_id, title: row.title, about: row.about, disclosure: message.disclosure },
    },
  ]);
  await refreshCase(tx, receiver.id, row.thread_id, moment.at);
  await passOn(context, tx, received, message, answered);
}

/** Tells the other parties: the answer with its documents, or only that there is one. */
async function passOn(
  context: TradeContext,
  tx: PoolClient,
  { receiver, envelope, moment }: Received,
  message: AnswerMessage,
  row: RequestRow,
): Promise<void> {
  const open = message.disclosure === 'all';
  const caseRow = await readCase(tx, row.tenant_id, row.thread_id);
  await tellParties(
    context,
    tx,
    row,
    {
      act: 'answered',
      request: factsOfRow(row, caseRow?.program ?? ''),
      by: envelope.from,
      at: moment.at,
      disclosure: message.disclosure,
      text: open ? message.text : null,
      evidence: open ? message.evidence : [],
    },
    {
      agency: receiver,
      moment,
      attachments: open ? (envelope.attachments as readonly Digest[]) : [],
      except: envelope.from,
    },
  );
}

async function noteExtension(
  tx: PoolClient,
  { receiver, envelope, moment }: Received,
  { days, reason }: ExtensionMessage,
  row: RequestRow,
): Promise<void> {
  const detail: JsonObject = { request: row.request_id, title: row.title, days, reason };
  const key = { tenant_id: receiver.id, case_id: row.thread_id };
  await addEvents(tx, [{ ...key, at: moment.at, kind: 'extension-asked', actor: envelope.from, detail }]);
}

/** At the party: an answer that the agency refused was no answer; somebody else's came first. */
async function takeBackRefused(tx: PoolClient, answered: readonly AnsweredEnvelope[]): Promise<void> {
  for (const { tenantId, threadId, digest, delivery } of answered)
    if (delivery.state === 'refused') await removeAnswer(tx, tenantId, threadId, digest);
}
