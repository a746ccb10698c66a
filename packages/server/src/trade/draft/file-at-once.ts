import { createHash } from 'node:crypto';
import type { FilingAcknowledged } from '@portolan/contract';
import {
  canonicalize,
  digestBytes,
  digestJson,
  isRecord,
  type JsonValue,
  ok,
  type Pointer,
  parseJson,
  type Refusal,
  type Result,
  refused,
} from '@portolan/kernel';
import { clientOnRecord } from '../../clients/on-record.ts';
import { ownAuthority } from '../../parties/authority/draft.ts';
import { claimIdempotencyKey, keepAnswer } from '../../platform/idempotency.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { productsOnRecord } from '../../products/on-record.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { heldEvidence } from '../evidence/held.ts';
import { type Intake, takeIn, type UploadedFile } from '../evidence/intake.ts';
import { readCase } from '../store/cases.ts';
import { lastFiling } from '../store/filings.ts';
import { assemble } from './assemble.ts';
import { defaultProgram, fileRefusals, storeDraft } from './create.ts';
import { fileDraft } from './file.ts';
import { givenOf, signatoryOf } from './given.ts';
import { recordsFor } from './on-record.ts';
import { runningProgram } from './open.ts';
import { obstacles } from './readiness.ts';
import { oversize } from './size.ts';
import type { Act } from './steps.ts';

export interface FilingRequest {
  /** The sender's own name for this one request. */
  readonly key: string;
  readonly files: readonly UploadedFile[];
  /** `typed`: a JSON object of values by pointer; `storyAt`: a story's date. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Documents in, entry filed, in one call. The same key with the same request never files twice: it finds the case that
 * the first call made, and goes on where that one stopped. Refuses a key that was used for another request.
 */
export async function fileAtOnce(
  context: TradeContext,
  act: Act,
  request: FilingRequest,
): Promise<Result<FilingAcknowledged>> {
  const typed = readTyped(request.fields.typed);
  if (!typed.ok) return typed;
  const source = { source: act.tenant.id, key: request.key };
  const claimed = await withTransaction(context.pool, (tx) =>
    claimIdempotencyKey(tx, {
      ...source,
      requestDigest: digestOf(context, request),
      at: context.clock.now(),
    }),
  );
  if (!claimed.ok) return claimed;
  if (claimed.value) return answerAgain(claimed.value.answer);
  const caseId = caseIdOf(act.tenant.id, request.key);
  const filed = await fileCase(context, act, caseId, request.files, typed.value);
  // Until the agency has answered, a repeated call looks again.
  if (filed.ok && !filed.value.delivered) return filed;
  const answer = filed.ok ? { filing: filed.value } : { refusals: filed.refusals };
  await withTransaction(context.pool, (tx) =>
    keepAnswer(tx, source, { status: filed.ok ? 202 : 422, answer: answer as unknown as JsonValue }),
  );
  return filed;
}

async function fileCase(
  context: TradeContext,
  act: Act,
  caseId: string,
  files: readonly UploadedFile[],
  typed: Readonly<Record<Pointer, JsonValue>>,
): Promise<Result<FilingAcknowledged>> {
  const row = await readCase(context.pool, act.tenant.id, caseId);
  if (row && row.state !== 'draft') return alreadyFiled(context, act, caseId);
  if (!row) {
    const intake = await mustStand(context, act, files, typed);
    if (!intake.ok) return intake;
    const stored = await storeDraft(context, act, { intake: intake.value, typed, caseId });
    if (!stored.ok) return stored;
  }
  const filed = await fileDraft(context, act, caseId);
  const overtaken = !filed.ok && filed.refusals.some(({ code }) => code === 'NODE_STATE');
  return overtaken ? alreadyFiled(context, act, caseId) : filed;
}

/** Reads and checks everything before anything is stored: a call that is refused leaves nothing behind. */
async function mustStand(
  context: TradeContext,
  act: Act,
  files: readonly UploadedFile[],
  typed: Readonly<Record<Pointer, JsonValue>>,
): Promise<Result<Intake>> {
  if (files.length === 0) return refused(tradeCatalogue.refuse('NODE_FILES_NONE'));
  const given = givenOf({ ...act, typed });
  if (!given.ok) return given;
  const intake = await takeIn(context, act.tenant.id, files, act.moment);
  if (intake.refused.length > 0) return refused(intake.refused.flatMap(fileRefusals));
  const own = intake.taken.map(({ evidence }) => evidence);
  const large = oversize(intake.taken.map(({ evidence, content }) => ({ class: evidence.class, content })));
  if (large) return refused(large);
  const records = await recordsFor(context, act.tenant, own, act.moment);
  const evidence = [...own, ...records.map((record) => heldEvidence(record))];
  const running = await runningProgram(context, defaultProgram(context), act.moment.at);
  const signatory = signatoryOf(typed, act.member);
  const authority = await ownAuthority(context, act.tenant, signatory?.did, act.moment);
  const products = await productsOnRecord(context.pool, act.tenant.id, evidence, act.moment.at);
  const client = await clientOnRecord(
    context.pool,
    act.tenant.id,
    evidence,
    typed,
    act.moment.at.slice(0, 10),
  );
  const assembled = assemble(
    running,
    evidence,
    { ...given.value, ...client, products },
    {
      authority: authority.for,
      ...(signatory ? { signatory } : {}),
    },
  );
  const against = obstacles(assembled, evidence);
  return against.length > 0 ? refused(against) : ok(intake);
}

async function alreadyFiled(
  context: TradeContext,
  act: Act,
  caseId: string,
): Promise<Result<FilingAcknowledged>> {
  const [row, filing] = await Promise.all([
    readCase(context.pool, act.tenant.id, caseId),
    lastFiling(context.pool, act.tenant.id, caseId),
  ]);
  if (!row || !filing)
    return refused(
      tradeCatalogue.refuse('NODE_STATE', { params: { wanted: 'draft', state: row?.state ?? 'gone' } }),
    );
  return ok({
    entryNumber: filing.entry_number,
    filedAt: filing.filed_at,
    envelope: filing.envelope_digest,
    state: row.state,
    delivered: row.state !== 'filed',
  });
}

function answerAgain(answer: JsonValue): Result<FilingAcknowledged> {
  const kept = answer as unknown as { filing?: FilingAcknowledged; refusals?: Refusal[] };
  return kept.filing ? ok(kept.filing) : refused(kept.refusals ?? []);
}

function readTyped(text: string | undefined): Result<Readonly<Record<Pointer, JsonValue>>> {
  if (text === undefined || text === '') return ok({});
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  if (isRecord(parsed.value)) return ok(parsed.value as Record<string, JsonValue>);
  const detail = 'typed is a JSON object of values by pointer';
  return refused(tradeCatalogue.refuse('NODE_FILING_SHAPE', { path: '/typed', params: { detail } }));
}

function digestOf({ crypto }: TradeContext, { files, fields }: FilingRequest) {
  const named = files.map(({ name, bytes }) => [name, digestBytes(crypto, bytes)]);
  return digestJson(crypto, [named, { ...fields }]);
}

/** The case that one key of one tenant makes: a uuid of version 8 (RFC 9562, section 5.8). */
function caseIdOf(tenantId: string, key: string): string {
  const bytes = createHash('sha256')
    .update(canonicalize(['filing', tenantId, key]))
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
