import type { Digest } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { Overtaken } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { insertAnswer } from './answers.ts';
import type { Papers } from './attachments.ts';
import type { AgencyMessage, AnswerMessage } from './body.ts';
import { refreshCase } from './case-state.ts';
import { recordEvent } from './events.ts';
import { factsOfRow } from './facts.ts';
import { type Keeping, keepPapers, logPapers, namesOf } from './keep-papers.ts';
import { keepLeaf } from './leaves.ts';
import { saveRequests } from './store.ts';
import { lockAsPrepared, type Taking, takenAt } from './taking.ts';
import { tellParties } from './tell.ts';

/** Stores an answer at the agency, all of it or nothing, and puts what the parties may know into the outbox. */
export async function storeAnswer(
  context: TradeContext,
  tx: PoolClient,
  taking: Taking<AnswerMessage>,
  papers: Papers,
): Promise<void> {
  const { received, message, before, after } = taking;
  const { digest, envelope } = received;
  const { at } = takenAt(context, taking);
  await lockAsPrepared(tx, before);
  const { tenant_id, thread_id, request_id, round } = before;
  const kept = await insertAnswer(tx, {
    ...{ tenant_id, thread_id, request_id, round },
    answered_by: envelope.from,
    answered_at: at,
    disclosure: message.disclosure,
    withheld: false,
    message: message.text,
    evidence: namesOf(papers),
    envelope_digest: digest,
  });
  if (!kept) throw new Overtaken('answer');
  await saveRequests(tx, [after]);
  const sealed = message.disclosure === 'agency';
  const keeping: Keeping = { tenantId: tenant_id, caseId: thread_id, at, from: envelope.from, sealed };
  const fresh = await keepPapers(tx, papers, keeping);
  await logPapers(context, tx, papers, fresh, keeping);
  const title = `Answer: ${before.title}`;
  await keepLeaf(context, tx, { tenantId: tenant_id, caseId: thread_id, kind: 'answer', digest, title, at });
  const detail = { disclosure: message.disclosure };
  await recordEvent(tx, before, { kind: 'request-answered', at, actor: envelope.from, detail });
  await refreshCase(tx, tenant_id, thread_id, at);
  await passOn(context, tx, taking, papers);
}

/** Tells the parties: the answer with its documents, or only that there is one, from whom and when. */
async function passOn(
  context: TradeContext,
  tx: PoolClient,
  taking: Taking<AnswerMessage>,
  papers: Papers,
): Promise<void> {
  const { received, message, caseRow, after } = taking;
  const { envelope, receiver, digest } = received;
  const moment = takenAt(context, taking);
  const fact: AgencyMessage = {
    act: 'answered',
    request: factsOfRow(after, caseRow.program),
    by: envelope.from,
    at: moment.at,
    disclosure: message.disclosure,
    answer: digest,
    text: null,
    evidence: [],
  };
  const evidence = namesOf(papers).map((item) => ({ ...item }));
  const attachments = evidence.map((item) => item.digest as Digest);
  const told = after.routed_to.map(({ did }) => {
    const shown = message.disclosure === 'all' && did !== envelope.from;
    return shown
      ? { to: did, body: { ...fact, text: message.text, evidence }, attachments }
      : { to: did, body: fact };
  });
  await tellParties(context, tx, { agency: receiver, thread: after.thread_id, moment }, told);
}
