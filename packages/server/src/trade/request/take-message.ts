import { type Digest, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { uuidOf } from '../../exchange/envelope.ts';
import { Overtaken, type Received } from '../../exchange/received.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import { type CaseRow, readCase } from '../store/cases.ts';
import { faultOfMessage } from './answer-faults.ts';
import { insertAnswer } from './answers.ts';
import { type Papers, papersOfEnvelope } from './attachments.ts';
import type { AgencyMessage, AnswerMessage, ExtensionMessage, PartyMessage } from './body.ts';
import { refreshCase } from './case-state.ts';
import { requestCatalogue } from './catalogue.ts';
import { recordEvent } from './events.ts';
import { factsOfRow } from './facts.ts';
import { type Keeping, keepPapers, logPapers, namesOf } from './keep-papers.ts';
import { keepLeaf } from './leaves.ts';
import { momentInCase } from './moment.ts';
import { publish } from './publish.ts';
import type { PreparedStep, Standing, Step } from './step.ts';
import { findRequest, lockRequest, type RequestRow, saveRequests } from './store.ts';
import { tellParties } from './tell.ts';

interface Taking<Message> {
  readonly received: Received;
  readonly message: Message;
  readonly caseRow: CaseRow;
  readonly before: RequestRow;
  readonly after: RequestRow;
}

/** Looks at what a party says about a request of this agency; refuses what is not its own to say, or comes too late. */
export async function takeMessage(
  context: TradeContext,
  received: Received,
  message: PartyMessage,
  { requests }: Standing,
): Promise<PreparedStep> {
  const { receiver, envelope } = received;
  const key = `${receiver.id} ${message.requestId}`;
  const before = requests.get(key) ?? (await findRequest(context.pool, receiver.id, message.requestId));
  const caseRow = before && (await readCase(context.pool, before.tenant_id, before.thread_id));
  const own = before?.thread_id === uuidOf(envelope.thread) && before.from_did === receiver.did;
  if (!before || !caseRow || !own) return { refusals: [caseUnknown('request', message.requestId)] };
  const fault = faultOfMessage(before, envelope.from, message);
  if (fault) return { refusals: [fault] };
  const prepared =
    message.act === 'answer'
      ? await prepareAnswer(context, {
          received,
          message,
          caseRow,
          before,
          after: answered(before, envelope.from),
        })
      : ok(
          extensionStep(context, {
            received,
            message,
            caseRow,
            before,
            after: asking(before, envelope.from, message),
          }),
        );
  if (!prepared.ok) return { refusals: prepared.refusals };
  requests.set(key, prepared.value.after);
  return { work: prepared.value.step };
}

function answered(before: RequestRow, by: string): RequestRow {
  const done = { answered_by: by, extension_by: null, extension_days: null };
  return { ...before, ...done, revision: before.revision + 1 };
}

function asking(before: RequestRow, by: string, { days }: ExtensionMessage): RequestRow {
  return { ...before, extension_by: by, extension_days: days, revision: before.revision + 1 };
}

interface Planned {
  readonly step: Step;
  readonly after: RequestRow;
}

async function prepareAnswer(context: TradeContext, taking: Taking<AnswerMessage>): Promise<Result<Planned>> {
  const { received, message, after } = taking;
  const mismatch = evidenceFault(received, message);
  if (mismatch) return refused(mismatch);
  const papers = await papersOfEnvelope(context, received);
  if (!papers.ok) return papers;
  const step = {
    place: placeOf(after),
    commit: (tx: PoolClient) => storeAnswer(context, tx, taking, papers.value),
    after: () => publish(context, after, received.moment.at),
  };
  return ok({ step, after });
}

function evidenceFault({ envelope }: Received, { text, evidence }: AnswerMessage): Refusal | undefined {
  const named = new Set(evidence.map(({ digest }) => digest));
  const same =
    named.size === envelope.attachments.length && envelope.attachments.every((one) => named.has(one));
  if (!same) return requestCatalogue.refuse('NODE_ANSWER_EVIDENCE', { path: '/body/evidence' });
  if (text.trim() === '' && named.size === 0)
    return tradeCatalogue.refuse('NODE_ANSWER_EMPTY', { path: '/body/text' });
  return undefined;
}

async function storeAnswer(
  context: TradeContext,
  tx: PoolClient,
  taking: Taking<AnswerMessage>,
  papers: Papers,
): Promise<void> {
  const { received, message, before, after } = taking;
  const { digest, envelope } = received;
  const { at } = momentOf(context, taking);
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
  const moment = momentOf(context, taking);
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

function extensionStep(context: TradeContext, taking: Taking<ExtensionMessage>): Planned {
  const { received, after } = taking;
  return {
    after,
    step: {
      place: placeOf(after),
      commit: (tx) => storeExtension(context, tx, taking),
      after: () => publish(context, after, received.moment.at),
    },
  };
}

async function storeExtension(
  context: TradeContext,
  tx: PoolClient,
  taking: Taking<ExtensionMessage>,
): Promise<void> {
  const { received, message, caseRow, before, after } = taking;
  const { envelope, receiver } = received;
  const moment = momentOf(context, taking);
  await lockAsPrepared(tx, before);
  await saveRequests(tx, [after]);
  const { days, reason } = message;
  const detail = { days, reason };
  await recordEvent(tx, before, { kind: 'extension-asked', at: moment.at, actor: envelope.from, detail });
  await refreshCase(tx, before.tenant_id, before.thread_id, moment.at);
  const body: AgencyMessage = {
    act: 'extension-asked',
    request: factsOfRow(after, caseRow.program),
    by: envelope.from,
    reason,
  };
  const told = after.routed_to.map(({ did }) => ({ to: did, body }));
  await tellParties(context, tx, { agency: receiver, thread: after.thread_id, moment }, told);
}

function placeOf({ tenant_id, thread_id }: RequestRow): string {
  return `${tenant_id} ${thread_id}`;
}

/** Locks the request; when another message changed it since it was looked at, the batch is looked at again. */
async function lockAsPrepared(tx: PoolClient, before: RequestRow): Promise<void> {
  const locked = await lockRequest(tx, before);
  if (locked?.revision !== before.revision) throw new Overtaken('request');
}

function momentOf(context: TradeContext, { caseRow, received }: Taking<PartyMessage>) {
  return momentInCase(caseRow, received.moment, context.clock.now());
}
