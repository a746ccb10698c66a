import { readFile } from '@portolan/documents';
import {
  type Digest,
  digestBytes,
  type JsonObject,
  ok,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { SealedEnvelope } from '../../exchange/seal.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import { takeIn, type UploadedFile } from '../evidence/intake.ts';
import { evidenceRow } from '../evidence/taken.ts';
import { titleOfDocument } from '../evidence/view.ts';
import { addCaseEvidence } from '../store/case-evidence.ts';
import { type EvidenceRow, insertEvidence } from '../store/evidence.ts';
import { addEvents } from '../store/timeline.ts';
import { type AnsweredEvidence, answersOf, insertAnswers } from './answers.ts';
import { opaqueRow } from './attachments.ts';
import type { PartyMessage } from './body.ts';
import { refreshCase } from './case-state.ts';
import { wrongState } from './decide.ts';
import { findRequest, lockRequest, type RequestRow, saveRequests } from './store.ts';

export interface Answer {
  readonly text: string;
  /** Who may know it: every party of the request, or the agency alone (19 CFR 182.13(a)(3)). */
  readonly disclosure: 'all' | 'agency';
  readonly files: readonly UploadedFile[];
}

interface Shown {
  readonly rows: readonly EvidenceRow[];
  readonly evidence: readonly AnsweredEvidence[];
}

/**
 * Answers a request, in its thread. What is disclosed to the agency alone is sent to the agency alone: the other
 * parties learn that it was answered. Refuses a second answer to one round, and an empty one.
 */
export async function answerRequest(
  context: TradeContext,
  act: Act,
  requestId: string,
  answer: Answer,
): Promise<Result<void>> {
  const found = await findRequest(context.pool, act.tenant.id, requestId);
  if (!found) return refused(caseUnknown('request', requestId));
  const refusal = await faultOf(context, act, found, answer);
  if (refusal) return refused(refusal);
  const shown = await shownEvidence(context, act, answer.files);
  const sent = await withTransaction(context.pool, (tx) => send(context, tx, act, found, answer, shown));
  if (!sent.ok) return sent;
  const delivery = (await context.exchange.deliver([sent.value])).get(sent.value.digest);
  return delivery?.state === 'refused' ? refused(delivery.refusals as Refusal[]) : ok(undefined);
}

async function faultOf(
  { pool }: TradeContext,
  { tenant }: Act,
  row: RequestRow,
  { text, files, disclosure }: Answer,
): Promise<Refusal | undefined> {
  if (!row.routed_to.includes(tenant.did)) return tradeCatalogue.refuse('NODE_REQUEST_NOT_YOURS');
  const answers = await answersOf(pool, tenant.id, [row.request_id]);
  if (answers.some(({ round }) => round === row.round)) return tradeCatalogue.refuse('NODE_REQUEST_ANSWERED');
  if (row.state === 'closed') return wrongState(row, 'open');
  if (text.trim() === '' && files.length === 0)
    return tradeCatalogue.refuse('NODE_ANSWER_EMPTY', { path: '/text' });
  if (disclosure === 'agency' && !(row.confidential && row.holder_did === tenant.did))
    return tradeCatalogue.refuse('NODE_DISCLOSURE_REFUSED', { path: '/disclosure' });
  return undefined;
}

/** Documents as evidence with their verdict; whatever else was sent as it is. */
async function shownEvidence(
  context: TradeContext,
  act: Act,
  files: readonly UploadedFile[],
): Promise<Shown> {
  const { tenant, moment } = act;
  const readable = files.filter((file) => readFile(file, context.crypto).ok);
  const { taken } = await takeIn(context, tenant.id, readable, moment);
  const documents = taken.map((one) => ({
    row: evidenceRow(one, tenant.id, moment.at, tenant.did),
    evidence: {
      digest: one.evidence.digest,
      title: titleOfDocument(one.evidence),
      type: one.evidence.type as string,
    },
  }));
  const opaque = files
    .filter((file) => !readable.includes(file))
    .map((file) => {
      const digest = digestBytes(context.crypto, file.bytes);
      return {
        row: opaqueRow({ ...file, digest }, tenant.id, moment.at, tenant.did),
        evidence: { digest, title: file.name, type: 'Attachment' },
      };
    });
  const all = [...documents, ...opaque];
  return { rows: all.map(({ row }) => row), evidence: all.map(({ evidence }) => evidence) };
}

async function send(
  context: TradeContext,
  tx: PoolClient,
  { tenant, member, moment }: Act,
  found: RequestRow,
  { text, disclosure }: Answer,
  { rows, evidence }: Shown,
): Promise<Result<SealedEnvelope>> {
  const row = await lockRequest(tx, found);
  if (!row || row.state === 'closed') return refused(wrongState(row ?? found, 'open'));
  await insertEvidence(tx, rows);
  await addCaseEvidence(
    tx,
    rows.map(({ digest }, index) => ({
      tenant_id: tenant.id,
      case_id: row.thread_id,
      digest,
      position: 900_000 + index,
      sealed: true,
      added_at: moment.at,
      added_by: tenant.did,
    })),
  );
  const message: PartyMessage = {
    act: 'answer',
    requestId: row.request_id,
    round: row.round,
    disclosure,
    text,
    evidence: evidence.map((item) => ({ ...item })),
  };
  const [sealed] = await context.exchange.send(tx, [
    {
      from: tenant,
      to: row.from_did,
      thread: row.thread_id,
      kind: 'answer',
      body: message as unknown as JsonObject,
      attachments: rows.map(({ digest }) => digest as Digest),
      moment,
    },
  ]);
  if (!sealed) throw new Error('an envelope that was sent is sealed');
  const key = {
    tenant_id: tenant.id,
    thread_id: row.thread_id,
    request_id: row.request_id,
    round: row.round,
  };
  const kept = await insertAnswers(tx, [
    {
      ...key,
      answered_by: tenant.did,
      answered_at: moment.at,
      disclosure,
      withheld: false,
      message: text,
      evidence,
      envelope_digest: sealed.digest,
    },
  ]);
  if (kept === 0) return refused(tradeCatalogue.refuse('NODE_REQUEST_ANSWERED'));
  await saveRequests(tx, [{ ...row, state: 'answered' }]);
  await addEvents(tx, [
    {
      tenant_id: tenant.id,
      case_id: row.thread_id,
      at: moment.at,
      kind: 'request-answered',
      actor: tenant.did,
      detail: { request: row.request_id, title: row.title, about: row.about, by: member.name, disclosure },
    },
  ]);
  await refreshCase(tx, tenant.id, row.thread_id, moment.at);
  return ok(sealed);
}

/** Asks the agency for more time. */
export async function askExtension(
  context: TradeContext,
  { tenant, member, moment }: Act,
  requestId: string,
  { days, reason }: { readonly days: number; readonly reason: string },
): Promise<Result<void>> {
  const row = await findRequest(context.pool, tenant.id, requestId);
  if (!row) return refused(caseUnknown('request', requestId));
  if (!row.routed_to.includes(tenant.did)) return refused(tradeCatalogue.refuse('NODE_REQUEST_NOT_YOURS'));
  if (row.state !== 'open' && row.state !== 'escalated') return refused(wrongState(row, 'open'));
  const message: PartyMessage = { act: 'ask-extension', requestId, days, reason };
  await withTransaction(context.pool, async (tx) => {
    await context.exchange.send(tx, [
      {
        from: tenant,
        to: row.from_did,
        thread: row.thread_id,
        kind: 'answer',
        body: message as unknown as JsonObject,
        attachments: [],
        moment,
      },
    ]);
    await addEvents(tx, [
      {
        tenant_id: tenant.id,
        case_id: row.thread_id,
        at: moment.at,
        kind: 'extension-asked',
        actor: tenant.did,
        detail: { request: requestId, title: row.title, days, reason, by: member.name },
      },
    ]);
  });
  context.exchange.nudge();
  return ok(undefined);
}
