import { type Digest, type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { SealedEnvelope } from '../../exchange/seal.ts';
import { audit } from '../../platform/audit.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import type { UploadedFile } from '../evidence/intake.ts';
import { readCase } from '../store/cases.ts';
import { faultOfMessage } from './answer-faults.ts';
import { faultOfPower } from './answer-power.ts';
import { insertAnswer } from './answers.ts';
import { type Papers, papersOfUpload } from './attachments.ts';
import type { AnswerMessage } from './body.ts';
import { refreshCase } from './case-state.ts';
import { recordEvent } from './events.ts';
import { keepPapers, namesOf } from './keep-papers.ts';
import { momentInCase } from './moment.ts';
import { publish } from './publish.ts';
import { findRequest, lockRequest, type RequestRow } from './store.ts';
import { deliverSoon } from './tell.ts';

export interface Answer {
  readonly text: string;
  /** Who may know it: every party of the request, or the agency alone (19 CFR 182.13(a)(3)). */
  readonly disclosure: 'all' | 'agency';
  readonly files: readonly UploadedFile[];
}

/**
 * Answers a request in its thread: signed, sent to the agency, which passes it on as far as it was disclosed. Refuses
 * a second answer to one round, wherever the first came from, a party that was not asked, an empty answer, and a
 * document that can't be read; a refused answer leaves nothing behind.
 */
export async function answerRequest(
  context: TradeContext,
  act: Act,
  requestId: string,
  answer: Answer,
): Promise<Result<void>> {
  const found = await findRequest(context.pool, act.tenant.id, requestId);
  if (!found) return refused(caseUnknown('request', requestId));
  const fault = faultOf(found, act, answer);
  if (fault) return refused(fault);
  const located = await inCase(context, act, found);
  const powerless = await lacksPower(context, located, found);
  if (powerless) return refused(powerless);
  const papers = await papersOfUpload(context, act.tenant.id, answer.files, located.moment);
  if (!papers.ok) return papers;
  const sent = await withTransaction(context.pool, (tx) =>
    send(context, tx, located, found, { ...answer, papers: papers.value }),
  );
  if (!sent.ok) return sent;
  publish(context, found, located.moment.at);
  const delivery = (await deliverSoon(context, [sent.value])).get(sent.value.digest);
  return delivery?.state === 'refused' ? refused(delivery.refusals as Refusal[]) : ok(undefined);
}

async function lacksPower(
  context: TradeContext,
  { tenant, moment }: Act,
  request: RequestRow,
): Promise<Refusal | undefined> {
  const caseRow = await readCase(context.pool, request.tenant_id, request.thread_id);
  return caseRow && faultOfPower(context, { request, caseRow, from: tenant.did, moment });
}

/** The act at the time at which the case of the request stands. */
export async function inCase(context: TradeContext, act: Act, request: RequestRow): Promise<Act> {
  const now = context.clock.now();
  const row = await readCase(context.pool, request.tenant_id, request.thread_id);
  const moment = row ? momentInCase(row, act.moment, now) : { at: now, story: false };
  return { ...act, moment };
}

function faultOf(
  request: RequestRow,
  { tenant }: Act,
  { text, disclosure, files }: Answer,
): Refusal | undefined {
  const fault = faultOfMessage(request, tenant.did, { act: 'answer', round: request.round, disclosure });
  if (fault) return fault;
  if (text.trim() === '' && files.length === 0)
    return tradeCatalogue.refuse('NODE_ANSWER_EMPTY', { path: '/text' });
  return undefined;
}

interface ReadAnswer extends Answer {
  readonly papers: Papers;
}

async function send(
  context: TradeContext,
  tx: PoolClient,
  act: Act,
  found: RequestRow,
  answer: ReadAnswer,
): Promise<Result<SealedEnvelope>> {
  const request = await lockRequest(tx, found);
  const fault = request ? faultOf(request, act, answer) : caseUnknown('request', found.request_id);
  if (!request || fault) return refused(fault ?? []);
  const { tenant, moment } = act;
  const keeping = { tenantId: tenant.id, caseId: request.thread_id, at: moment.at, from: tenant.did };
  await keepPapers(tx, answer.papers, { ...keeping, sealed: answer.disclosure === 'agency' });
  const sealed = await seal(context, tx, act, request, answer);
  await keepOwn(context, tx, act, request, answer, sealed);
  return ok(sealed);
}

async function seal(
  context: TradeContext,
  tx: PoolClient,
  { tenant, moment }: Act,
  { request_id, round, from_did, thread_id }: RequestRow,
  { text, disclosure, papers }: ReadAnswer,
): Promise<SealedEnvelope> {
  const evidence = namesOf(papers);
  const message: AnswerMessage = {
    act: 'answer',
    requestId: request_id,
    round,
    disclosure,
    text,
    evidence: evidence.map((item) => ({ ...item })),
  };
  const [sealed] = await context.exchange.send(tx, [
    {
      from: tenant,
      to: from_did,
      thread: thread_id,
      kind: 'answer',
      body: message as unknown as JsonObject,
      attachments: evidence.map(({ digest }) => digest as Digest),
      moment,
    },
  ]);
  if (!sealed) throw new Error('an envelope that was sent is sealed');
  return sealed;
}

/** The answer in the party's own thread, at once: the agency may be a while away. */
async function keepOwn(
  context: TradeContext,
  tx: PoolClient,
  { tenant, member, moment }: Act,
  request: RequestRow,
  { text, disclosure, papers }: ReadAnswer,
  { digest }: SealedEnvelope,
): Promise<void> {
  const { tenant_id, thread_id, request_id, round } = request;
  await insertAnswer(tx, {
    ...{ tenant_id, thread_id, request_id, round, disclosure },
    answered_by: tenant.did,
    answered_at: moment.at,
    withheld: false,
    message: text,
    evidence: namesOf(papers),
    envelope_digest: digest,
  });
  const detail = { by: member.name, disclosure };
  await recordEvent(tx, request, { kind: 'request-answered', at: moment.at, actor: tenant.did, detail });
  await refreshCase(tx, tenant_id, thread_id, moment.at);
  await audit(tx, {
    tenantId: tenant_id,
    at: context.clock.now(),
    actor: member.id,
    action: 'request.answer',
    subject: request.entry_number,
    detail: { request: request_id, disclosure, envelope: digest },
  });
}
