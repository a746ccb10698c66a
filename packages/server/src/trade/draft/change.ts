import { type JsonValue, ok, type Pointer, type Refusal, type Result, refused } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { takeIn, type UploadedFile } from '../evidence/intake.ts';
import { evidenceOfCase, removeCaseEvidence } from '../store/case-evidence.ts';
import { type CaseRow, lockCase, saveCases } from '../store/cases.ts';
import { type DraftRow, readDraft, saveDraft } from '../store/drafts.ts';
import { addEvents } from '../store/timeline.ts';
import { fileRefusals, keepInCase } from './create.ts';
import { caseUnknown } from './open.ts';
import { refreshDraft } from './refresh.ts';
import type { Act } from './steps.ts';

interface Locked {
  readonly row: CaseRow;
  readonly draft: DraftRow;
}

/** Adds documents to a draft. */
export async function addDocuments(
  context: TradeContext,
  act: Act,
  caseId: string,
  files: readonly UploadedFile[],
): Promise<Result<void>> {
  if (files.length === 0) return refused(tradeCatalogue.refuse('NODE_FILES_NONE'));
  const { taken, refused: unread } = await takeIn(context, act.tenant.id, files, act.moment);
  if (taken.length === 0) return refused(unread.flatMap(fileRefusals));
  return changing(context, act, caseId, async (tx, { draft }) => {
    const present = await evidenceOfCase(tx, act.tenant.id, caseId);
    await keepInCase(tx, act, caseId, taken, present.length);
    await saveDraft(tx, { ...draft, refused_files: unread });
    return undefined;
  });
}

/** Takes a document out of a draft; it stays in the own evidence. */
export async function removeDocument(
  context: TradeContext,
  act: Act,
  caseId: string,
  digest: string,
): Promise<Result<void>> {
  return changing(context, act, caseId, async (tx) => {
    const removed = await removeCaseEvidence(tx, act.tenant.id, caseId, digest);
    return removed ? undefined : caseUnknown('document', digest);
  });
}

export interface TypedChange {
  readonly typed: Readonly<Record<Pointer, JsonValue>>;
  /** Pointers whose typed value is taken back. */
  readonly undo: readonly Pointer[];
}

/** Answers questions or applies a fix: values by JSON pointer into the entry, kept as typed by this member. */
export async function typeFields(
  context: TradeContext,
  act: Act,
  caseId: string,
  { typed, undo }: TypedChange,
): Promise<Result<void>> {
  return changing(context, act, caseId, async (tx, { draft }) => {
    const values = { ...draft.typed, ...typed };
    for (const pointer of undo) delete values[pointer];
    await saveDraft(tx, { ...draft, typed: values });
    return undefined;
  });
}

/** Discards a draft for good; its documents stay in the own evidence. */
export async function discardDraft(context: TradeContext, act: Act, caseId: string): Promise<Result<void>> {
  return changing(context, act, caseId, async (tx, { row }) => {
    await saveCases(tx, [{ ...row, state: 'discarded', next_mover: 'nobody', updated_at: act.moment.at }]);
    await addEvents(tx, [
      {
        tenant_id: act.tenant.id,
        case_id: caseId,
        at: act.moment.at,
        kind: 'discarded',
        actor: act.tenant.did,
        detail: { by: act.member.name },
      },
    ]);
    return undefined;
  });
}

/** Changes a draft under lock; refuses a case that isn't a draft of the own organization any more. */
async function changing(
  context: TradeContext,
  act: Act,
  caseId: string,
  work: (tx: PoolClient, locked: Locked) => Promise<Refusal | undefined>,
): Promise<Result<void>> {
  const refusal = await withTransaction(context.pool, async (tx) => {
    const row = await lockCase(tx, act.tenant.id, caseId);
    const draft = row && (await readDraft(tx, act.tenant.id, caseId));
    if (!row || !draft) return caseUnknown('draft', caseId);
    if (row.state !== 'draft') return wrongState(row, 'draft');
    return work(tx, { row, draft });
  });
  if (refusal) return refused(refusal);
  await refreshDraft(context, act, caseId);
  return ok(undefined);
}

export function wrongState({ state }: CaseRow, wanted: string): Refusal {
  return tradeCatalogue.refuse('NODE_STATE', { params: { wanted, state } });
}
