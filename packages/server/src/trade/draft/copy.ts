import { randomUUID } from 'node:crypto';
import { type Result, refused } from '@portolan/kernel';
import type { TradeContext } from '../context.ts';
import { findCase } from '../entry/filed.ts';
import { heldEvidence } from '../evidence/held.ts';
import { evidenceOfCase, type HeldEvidence } from '../store/case-evidence.ts';
import { type DraftRow, readDraft } from '../store/drafts.ts';
import { storeDraft } from './create.ts';
import { givenOf } from './given.ts';
import { caseUnknown } from './open.ts';
import type { Act } from './steps.ts';

/** Answers that hold for every shipment of a client: the bond, who signs, and the parties' numbers. */
const STANDING_ANSWERS = /^\/(?:bond|signatory|importerOfRecord\/number|consignee\/number)(?:\/|$)/;
const STANDING_TYPES: readonly string[] = ['PowerOfAttorney', 'OrganizationIdentity'];

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
  const found = await findCase(context.pool, act.tenant.id, entryNumber);
  if (!found.ok) return found;
  const { face, case_id } = found.value;
  const draft = await readDraft(context.pool, act.tenant.id, case_id);
  if (face !== 'filer' || !draft) return refused(caseUnknown('entry', entryNumber));
  const standing = (await evidenceOfCase(context.pool, act.tenant.id, case_id)).filter(stands);
  const taken = standing.map((row) => ({
    ...{ evidence: heldEvidence(row), content: row.content, format: row.format },
    ...(row.media_type ? { mediaType: row.media_type } : {}),
  }));
  const intake = { taken, refused: [] };
  return storeDraft(context, act, { intake, typed: standingAnswers(draft), caseId: randomUUID() });
}

function standingAnswers({ typed }: Pick<DraftRow, 'typed'>): DraftRow['typed'] {
  return Object.fromEntries(Object.entries(typed).filter(([pointer]) => STANDING_ANSWERS.test(pointer)));
}

function stands(row: HeldEvidence): boolean {
  if (row.sealed) return false;
  if (STANDING_TYPES.includes(row.type)) return true;
  const { type, document } = heldEvidence(row);
  return type === 'CertificationOfOrigin' && 'blanketPeriod' in document;
}
