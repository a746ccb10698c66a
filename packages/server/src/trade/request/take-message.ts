import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { uuidOf } from '../../exchange/envelope.ts';
import type { Received } from '../../exchange/received.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import { readCase } from '../store/cases.ts';
import { faultOfMessage } from './answer-faults.ts';
import { faultOfPower } from './answer-power.ts';
import { papersOfEnvelope } from './attachments.ts';
import type { AnswerMessage, ExtensionMessage, PartyMessage } from './body.ts';
import { requestCatalogue } from './catalogue.ts';
import { publish } from './publish.ts';
import type { PreparedStep, Standing, Step } from './step.ts';
import { findRequest, type RequestRow } from './store.ts';
import { storeAnswer } from './store-answer.ts';
import { storeExtension } from './store-extension.ts';
import { type Taking, takenAt } from './taking.ts';

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
  const prepared = await plan(context, message, { received, caseRow, before });
  if (!prepared.ok) return { refusals: prepared.refusals };
  requests.set(key, prepared.value.after);
  return { work: prepared.value.step };
}

async function plan(
  context: TradeContext,
  message: PartyMessage,
  place: Omit<Taking<PartyMessage>, 'message' | 'after'>,
): Promise<Result<Planned>> {
  const { before, received } = place;
  const { from } = received.envelope;
  if (message.act === 'ask-extension')
    return ok(extensionStep(context, { ...place, message, after: asking(before, from, message) }));
  return prepareAnswer(context, { ...place, message, after: answered(before, from) });
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
  const { received, message, after, before, caseRow } = taking;
  const { from } = received.envelope;
  const moment = takenAt(context, taking);
  const powerless = await faultOfPower(context, { request: before, caseRow, from, moment });
  if (powerless) return refused(powerless);
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

function placeOf({ tenant_id, thread_id }: RequestRow): string {
  return `${tenant_id} ${thread_id}`;
}
