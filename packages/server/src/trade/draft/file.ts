import type { FilingAcknowledged } from '@portolan/contract';
import { evidenceOf } from '@portolan/documents';
import { type Digest, type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { learnFromEntry } from '../../clients/learn.ts';
import type { SealedEnvelope } from '../../exchange/seal.ts';
import { drawNumber } from '../../numbers/draw.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { followEntry } from '../../progress/keep.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { canonicalBytes } from '../dossier/canonical.ts';
import { keptDossier } from '../dossier/kept.ts';
import type { FilingBody } from '../filing/body.ts';
import { enteredKeys } from '../filing/claim-key.ts';
import { searchWords, summaryOf, titleOf } from '../filing/summary.ts';
import { addCaseEvidence } from '../store/case-evidence.ts';
import { lockCase, saveCases } from '../store/cases.ts';
import { insertClaims } from '../store/claims.ts';
import { insertFilings, lastFiling } from '../store/filings.ts';
import { addEvents } from '../store/timeline.ts';
import { wrongState } from './change.ts';
import { entryFields } from './given.ts';
import { measuresOf } from './measures.ts';
import { type OpenDraft, openDraft } from './open.ts';
import { obstacles } from './readiness.ts';
import { oversize } from './size.ts';
import type { Act } from './steps.ts';

/** How long the answer of the agency is waited for before the filer is told that the outbox goes on trying. */
const patienceMs = 10_000;

/**
 * Files a draft: signs the filing with the filer's key and sends it to the agency. Refuses, with everything at once,
 * what the agency would refuse. What is acknowledged is on its way for good, even when the agency's node is down.
 */
export async function fileDraft(
  context: TradeContext,
  act: Act,
  caseId: string,
): Promise<Result<FilingAcknowledged>> {
  const checked = await mustStand(context, act, caseId);
  if (!checked.ok) return checked;
  const numbered = await giveNumber(context, act, caseId, assignedNumber(act, checked.value));
  if (!numbered.ok) return numbered;
  // The number stands in the entry: with a new one the entry is put together once more.
  const opened = checked.value.row.entry_number ? checked : await mustStand(context, act, caseId);
  if (!opened.ok) return opened;
  const sent = await withTransaction(context.pool, async (tx) => {
    const row = await lockCase(tx, act.tenant.id, caseId);
    if (row?.state !== 'draft') return refused(wrongState(row ?? opened.value.row, 'draft'));
    return sendFiling(context, tx, act, { opened: opened.value });
  });
  if (!sent.ok) return sent;
  return deliver(context, act, sent.value);
}

/** The draft, when nothing stands against filing it; else everything that does. */
async function mustStand(context: TradeContext, act: Act, caseId: string): Promise<Result<OpenDraft>> {
  const opened = await openDraft(context, context.pool, act, caseId);
  if (!opened.ok) return opened;
  const { assembled, papers } = opened.value;
  const against = obstacles(
    assembled,
    papers.map(({ evidence }) => evidence),
  );
  return against.length > 0 ? refused(against) : opened;
}

/** Delivers a filing and says what the agency answered, or that it has not answered yet. */
export async function deliver(
  context: TradeContext,
  act: Act,
  sealed: SealedEnvelope,
): Promise<Result<FilingAcknowledged>> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), patienceMs);
  const deliveries = await Promise.race([context.exchange.deliver([sealed]), late]);
  clearTimeout(timer);
  const delivery = deliveries?.get(sealed.digest);
  if (delivery?.state === 'refused') return refused(delivery.refusals as Refusal[]);
  if (delivery?.filing) return ok(delivery.filing);
  return ok({
    entryNumber: entryNumberOf(sealed),
    filedAt: act.moment.at,
    envelope: sealed.digest,
    state: 'filed',
    delivered: false,
  });
}

function entryNumberOf({ envelope }: SealedEnvelope): string {
  const { entry } = envelope.body as unknown as FilingBody;
  return entry.entryNumber ?? '';
}

/** Draws the entry number of a draft, once: a number that a refused filing carried is used again for its mended one. */
async function giveNumber(
  context: TradeContext,
  act: Act,
  caseId: string,
  assigned: string | undefined,
): Promise<Result<void>> {
  const { filerCode, name } = act.tenant;
  if (!filerCode) return refused(tradeCatalogue.refuse('NODE_FILER_CODE_MISSING', { params: { name } }));
  return withTransaction(context.pool, async (tx) => {
    const row = await lockCase(tx, act.tenant.id, caseId);
    if (row?.state !== 'draft' || row.entry_number !== null) return ok(undefined);
    const number = await drawNumber(tx, act.tenant.id, filerCode, assigned);
    if (!number.ok) return number;
    await saveCases(tx, [{ ...row, entry_number: number.value }]);
    return ok(undefined);
  });
}

/** The number that the filer gave the entry beforehand, in a document that it signed itself and that goes along. */
function assignedNumber({ tenant }: Act, { papers }: OpenDraft): string | undefined {
  const own = evidenceOf(
    papers.map(({ evidence }) => evidence),
    'EntryNumber',
  ).find(({ issuer, verdict }) => issuer === tenant.did && verdict?.verified === true);
  const number = own?.document.number;
  return number?.startsWith(`${tenant.filerCode}-`) ? number : undefined;
}

export interface Filing {
  readonly opened: OpenDraft;
  /** Which filing this one corrects, and why. */
  readonly corrects?: { readonly filing: string; readonly reason: string };
}

/** Signs the filing and moves the case, in one transaction with the outbox. The caller holds the case's lock. */
export async function sendFiling(
  context: TradeContext,
  tx: PoolClient,
  act: Act,
  { opened, corrects }: Filing,
): Promise<Result<SealedEnvelope>> {
  const { papers, assembled, moment, row } = opened;
  const { dossier, evaluation } = assembled;
  if (!dossier?.entry.entryNumber) throw new Error('a complete draft has an entry and a number');
  const large = oversize(papers.map((paper) => paper.row));
  if (large) return refused(large);
  const body = { ...filingBody(opened, act), ...(corrects ? { corrects } : {}) };
  const [sealed] = await context.exchange.send(tx, [
    {
      from: act.tenant,
      to: row.agency_did,
      thread: row.case_id,
      kind: 'filing',
      body: body as unknown as JsonObject,
      attachments: attachmentsOf(opened),
      moment,
    },
  ]);
  if (!sealed) throw new Error('an envelope that was sent is sealed');
  const { entry } = dossier;
  await saveCases(tx, [
    {
      ...row,
      state: 'filed',
      entry_number: dossier.entry.entryNumber,
      title: titleOf(entry),
      importer_did: entry.importerOfRecord.did ?? null,
      importer_number: entry.importerOfRecord.number,
      next_mover: 'agency',
      search: searchWords(entry),
      summary: summaryOf(
        entry,
        evaluation?.duty?.totals.total ?? null,
        papers.length,
        corrects ? row.summary.settled : 'filed',
      ),
      updated_at: moment.at,
    },
  ]);
  await keepFiling(context, tx, act, opened, sealed, body);
  await followEntry(tx, row, entry, evaluation?.duty?.totals.total);
  const documents = papers.map(({ evidence }) => evidence);
  await learnFromEntry(tx, act.tenant.id, entry, documents, moment.at);
  return ok(sealed);
}

/** The documents, and what shows that the filer and its signatory may act. */
function attachmentsOf({ papers, authority, assembled }: OpenDraft): Digest[] {
  const shown = authority.attachedFor(assembled.dossier?.entry.importerOfRecord.did);
  return [...new Set([...papers.map(({ evidence }) => evidence.digest as Digest), ...shown])];
}

async function keepFiling(
  context: TradeContext,
  tx: PoolClient,
  { tenant, member }: Act,
  { row, papers, assembled, moment }: OpenDraft,
  sealed: SealedEnvelope,
  body: FilingBody,
): Promise<void> {
  const kept = canonicalBytes(
    context.crypto,
    keptDossier(assembled.dossier as NonNullable<typeof assembled.dossier>),
  );
  const key = { tenant_id: tenant.id, case_id: row.case_id };
  const version = ((await lastFiling(tx, tenant.id, row.case_id))?.version ?? 0) + 1;
  await insertFilings(tx, [
    {
      ...key,
      version,
      entry_number: body.entry.entryNumber ?? '',
      envelope_digest: sealed.digest,
      filed_at: moment.at,
      received_at: moment.at,
      stored_at: context.clock.now(),
      receipted_at: null,
      dossier: kept.bytes,
      dossier_digest: kept.digest,
      measures: body.measures,
    },
  ]);
  await insertClaims(
    tx,
    enteredKeys(
      context.crypto,
      body,
      papers.map(({ evidence }) => evidence),
    ).map(({ line, key: claimed }) => ({
      ...{ ...key, claim_key: claimed, line },
      ...{ entry_number: body.entry.entryNumber ?? '', claimed_at: moment.at },
    })),
  );
  await addCaseEvidence(
    tx,
    papers
      .filter(({ onRecord }) => onRecord)
      .map((paper, index) => ({
        ...key,
        digest: paper.row.digest,
        position: 500 + index,
        sealed: false,
        added_at: moment.at,
        added_by: tenant.did,
      })),
  );
  await addEvents(tx, [
    {
      ...key,
      at: moment.at,
      kind: body.corrects ? 'corrected' : 'filed',
      actor: tenant.did,
      detail: { by: member.name, digest: sealed.digest, entryNumber: body.entry.entryNumber ?? '' },
    },
  ]);
}

/** What the agency is told: the entry, where each field comes from, and the names of the documents. */
export function filingBody(
  { draft, row, papers, assembled, moment, signatory }: OpenDraft,
  { member }: Act,
): FilingBody {
  const { dossier } = assembled;
  if (!dossier) throw new Error('only a complete draft is filed');
  const evidence = papers.map((paper) => paper.evidence);
  const standing = new Set((assembled.evaluation?.findings ?? []).map(({ code, path }) => `${code} ${path}`));
  return {
    program: row.program,
    entry: dossier.entry,
    provenance: dossier.provenance,
    typed: entryFields(draft.typed),
    typedBy: member.name,
    ...(signatory ? { signatory } : {}),
    ...(dossier.override ? { override: dossier.override } : {}),
    evidence: evidence.map(({ digest, type, class: kind, fileName }) => ({
      digest,
      type,
      class: kind,
      ...(fileName ? { name: fileName } : {}),
    })),
    measures: measuresOf({
      entry: dossier.entry,
      provenance: dossier.provenance,
      evidence,
      caught: draft.caught.filter((finding) => !standing.has(finding)),
      startedAt: row.created_at,
      filedAt: moment.at,
    }),
  };
}
