import type { Instant, JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { uuidOf } from '../../exchange/envelope.ts';
import type { EnvelopeHandler, Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { agenciesAmong, kindRefused } from '../notice/from-agency.ts';
import { holderCase } from '../notice/receive-receipt.ts';
import { addCases } from '../store/cases.ts';
import { addEvents } from '../store/timeline.ts';
import { type AnswerRow, insertAnswers } from './answers.ts';
import { keepAttachments } from './attachments.ts';
import { type AgencyMessage, readAgencyMessage } from './body.ts';
import { refreshCase } from './case-state.ts';
import { rowOfFacts } from './facts.ts';
import { type RequestRow, saveRequests } from './store.ts';

interface ReceivedMessage {
  readonly received: Received;
  readonly message: AgencyMessage;
}

/** How a party receives what the agency says about a request: opened, extended, escalated, answered by another, closed. */
export function requestHandler(context: TradeContext): EnvelopeHandler<ReceivedMessage> {
  return {
    kind: 'request',
    async prepare(received) {
      const agencies = await agenciesAmong(context.pool, received);
      return received.map((one) => {
        const message = readAgencyMessage(one.envelope.body);
        const expected =
          agencies.has(one.envelope.from) && message?.request.routedTo.includes(one.receiver.did);
        return message && expected ? { work: { received: one, message } } : { refusals: [kindRefused(one)] };
      });
    },
    async commit(tx, messages) {
      await addCases(
        tx,
        messages.map(({ received, message }) => holderCase(received, message.request)),
      );
      await saveRequests(
        tx,
        messages.map(({ received, message }) => rowAfter(received, message)),
      );
      await insertAnswers(tx, messages.flatMap(answerRows));
      await addEvents(tx, messages.map(eventOf));
      for (const { received } of messages) await keepShown(context, tx, received);
    },
    after(messages) {
      for (const { received, message } of messages)
        context.events.publish(received.receiver.id, {
          kind: 'request',
          ref: message.request.requestId,
          at: received.moment.at,
        });
    },
  };
}

/** Keeps documents that were shown to all, and brings the case up to date. */
async function keepShown(context: TradeContext, tx: PoolClient, received: Received): Promise<void> {
  const caseId = uuidOf(received.envelope.thread);
  await keepAttachments(context, tx, received, { caseId, sealed: false });
  await refreshCase(tx, received.receiver.id, caseId, received.moment.at);
}

function rowAfter({ receiver, envelope, moment }: Received, message: AgencyMessage): RequestRow {
  const row = rowOfFacts(message.request, {
    tenantId: receiver.id,
    threadId: uuidOf(envelope.thread),
    from: envelope.from,
    story: moment.story,
  });
  switch (message.act) {
    case 'answered':
      return { ...row, state: 'answered' };
    case 'closed':
      return { ...row, state: 'closed', outcome: message.outcome, closed_at: moment.at };
    case 'escalated':
      return { ...row, state: 'escalated' };
    default:
      return { ...row, state: message.request.round > 1 ? 'escalated' : 'open' };
  }
}

function answerRows({ received: { receiver, envelope, digest }, message }: ReceivedMessage): AnswerRow[] {
  if (message.act !== 'answered') return [];
  return [
    {
      tenant_id: receiver.id,
      thread_id: uuidOf(envelope.thread),
      request_id: message.request.requestId,
      round: message.request.round,
      answered_by: message.by,
      answered_at: message.at as Instant,
      disclosure: message.disclosure,
      withheld: message.text === null,
      message: message.text,
      evidence: message.evidence,
      envelope_digest: digest,
    },
  ];
}

function eventOf({ received: { receiver, envelope, moment }, message }: ReceivedMessage) {
  const { requestId, title, about } = message.request;
  const said: JsonObject = 'reason' in message ? { reason: message.reason } : {};
  const by: JsonObject = message.act === 'answered' ? { party: message.by } : {};
  return {
    tenant_id: receiver.id,
    case_id: uuidOf(envelope.thread),
    at: moment.at,
    kind: message.act === 'opened' ? 'asked' : `request-${message.act}`,
    actor: message.act === 'answered' ? message.by : envelope.from,
    detail: { request: requestId, title, about, ...said, ...by },
  };
}
