import type { PoolClient } from 'pg';
import type { AnsweredEnvelope } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { lockCase } from '../store/cases.ts';
import { removeAnswer } from './answers.ts';
import type { PartyMessage } from './body.ts';
import { refreshCase } from './case-state.ts';
import { recordEvent } from './events.ts';
import { dropPapers } from './keep-papers.ts';
import { keepLeaf } from './leaves.ts';
import { publish } from './publish.ts';
import { findRequest, type RequestRow } from './store.ts';

/**
 * At a party: what became of its message. A refused answer was none, and is taken back (somebody else's came first, or
 * the request was closed meanwhile); an answer that was taken gets its leaf.
 */
export async function settleOwnMessage(
  context: TradeContext,
  tx: PoolClient,
  answered: AnsweredEnvelope,
  message: PartyMessage,
): Promise<void> {
  const { tenantId, threadId, delivery, envelope } = answered;
  await lockCase(tx, tenantId, threadId);
  const request = await findRequest(tx, tenantId, message.requestId);
  if (!request) return;
  if (delivery.state === 'refused') await takeBack(tx, answered, message, request);
  else if (message.act === 'answer') await keepOwnLeaf(context, tx, answered, request);
  publish(context, request, envelope.sentAt);
}

async function takeBack(
  tx: PoolClient,
  { tenantId, threadId, digest, envelope, delivery }: AnsweredEnvelope,
  { act }: PartyMessage,
  request: RequestRow,
): Promise<void> {
  const { from, to, sentAt: at, attachments } = envelope;
  if (act === 'answer') {
    await removeAnswer(tx, tenantId, threadId, digest);
    await dropPapers(tx, { tenantId, caseId: threadId, from }, attachments);
  }
  const kind = act === 'answer' ? 'answer-refused' : 'extension-refused';
  const reason = delivery.refusals.map(({ message }) => message).join(' ');
  await recordEvent(tx, request, { kind, at, actor: to, detail: { reason } });
  await refreshCase(tx, tenantId, threadId, at);
}

function keepOwnLeaf(
  context: TradeContext,
  tx: PoolClient,
  { tenantId, threadId, digest, envelope }: AnsweredEnvelope,
  { title }: RequestRow,
): Promise<void> {
  const leaf = { kind: 'answer' as const, digest, title: `Answer: ${title}`, at: envelope.sentAt };
  return keepLeaf(context, tx, { tenantId, caseId: threadId, ...leaf });
}
