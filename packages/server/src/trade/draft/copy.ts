import { randomUUID } from 'node:crypto';
import type { CopyPlan } from '@portolan/contract';
import { ok, type Result, refused } from '@portolan/kernel';
import type { TradeContext } from '../context.ts';
import { findCase } from '../entry/filed.ts';
import { heldEvidence } from '../evidence/held.ts';
import { evidenceOfCase, type HeldEvidence } from '../store/case-evidence.ts';
import { type DraftRow, readDraft } from '../store/drafts.ts';
import { copyPlan, isStandingAnswer, isStandingDocument } from './copy-plan.ts';
import { storeDraft } from './create.ts';
import { givenOf } from './given.ts';
import { caseUnknown } from './open.ts';
import type { Act } from './steps.ts';

/**
 * Begins a draft from an entry that the own organization filed: its answers that aren't tied to one shipment and its documents
 * that stand for several (powers of attorney, identities, blanket certifications); nothing else. Answers the draft's id.
 */
export async function copyEntry(
  context: TradeContext,
  act: Act,
  entryNumber: string,
): Promise<Result<string>> {
  const mayFile = givenOf({ ...act, typed: {} });
  if (!mayFile.ok) return mayFile;
  const source = await sourceOf(context, act, entryNumber);
  if (!source.ok) return source;
  const { draft, documents } = source.value;
  const taken = documents.filter(isStandingDocument).map((row) => ({
    ...{ evidence: heldEvidence(row), content: row.content, format: row.format },
    ...(row.media_type ? { mediaType: row.media_type } : {}),
  }));
  const typed = Object.fromEntries(
    Object.entries(draft.typed).filter(([pointer]) => isStandingAnswer(pointer)),
  );
  return storeDraft(context, act, { intake: { taken, refused: [] }, typed, caseId: randomUUID() });
}

/** What copying an entry takes along and leaves, before anything is copied. */
export async function planCopy(
  context: TradeContext,
  act: Act,
  entryNumber: string,
): Promise<Result<CopyPlan>> {
  const source = await sourceOf(context, act, entryNumber);
  return source.ok ? ok(copyPlan(source.value.draft, source.value.documents)) : source;
}

async function sourceOf(
  { pool }: TradeContext,
  { tenant }: Act,
  entryNumber: string,
): Promise<Result<{ readonly draft: DraftRow; readonly documents: readonly HeldEvidence[] }>> {
  const found = await findCase(pool, tenant.id, entryNumber);
  if (!found.ok) return found;
  const { face, case_id } = found.value;
  const draft = await readDraft(pool, tenant.id, case_id);
  if (face !== 'filer' || !draft) return refused(caseUnknown('entry', entryNumber));
  return ok({ draft, documents: await evidenceOfCase(pool, tenant.id, case_id) });
}
