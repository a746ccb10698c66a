import { type JsonValue, ok, type Pointer, type Result, refused } from '@portolan/kernel';
import { withTransaction } from '../../platform/transaction.ts';
import type { TradeContext } from '../context.ts';
import { readDossier } from '../dossier/kept.ts';
import { findCase } from '../entry/filed.ts';
import { type CaseState, lockCase } from '../store/cases.ts';
import { readDraft, saveDraft } from '../store/drafts.ts';
import { lastFiling } from '../store/filings.ts';
import { wrongState } from './change.ts';
import { deliver, sendFiling } from './file.ts';
import { caseUnknown, openDraft } from './open.ts';
import { obstacles } from './readiness.ts';
import type { Act } from './steps.ts';

/** States in which a filer may still correct an entry; a refused one is filed anew. */
export const correctable: readonly CaseState[] = [
  'accepted',
  'referred',
  'asked',
  'answered',
  'released',
  'held',
  'corrected',
];

/**
 * Corrects a filed entry (19 CFR 182.124, 10.583(c)): a further version under the same number, decided by the agency as
 * the first was. The day of entry stays. Refuses when the agency would; then nothing changes.
 */
export async function correctEntry(
  context: TradeContext,
  act: Act,
  entryNumber: string,
  { typed, reason }: { readonly typed: Readonly<Record<Pointer, JsonValue>>; readonly reason: string },
): Promise<Result<void>> {
  const found = await findCase(context.pool, act.tenant.id, entryNumber);
  if (!found.ok) return found;
  const caseId = found.value.case_id;
  const [draft, filing] = await Promise.all([
    readDraft(context.pool, act.tenant.id, caseId),
    lastFiling(context.pool, act.tenant.id, caseId),
  ]);
  if (found.value.face !== 'filer' || !draft || !filing) return refused(caseUnknown('entry', entryNumber));
  if (!correctable.includes(found.value.state)) return refused(wrongState(found.value, 'decided'));
  const { entry } = readDossier(filing);
  const values = { '/entryDate': entry.entryDate, ...draft.typed, ...typed };
  const opened = await openDraft(context, context.pool, act, caseId, values);
  if (!opened.ok) return opened;
  const against = obstacles(
    opened.value.assembled,
    opened.value.papers.map(({ evidence }) => evidence),
  );
  if (against.length > 0) return refused(against);
  const sent = await withTransaction(context.pool, async (tx) => {
    const row = await lockCase(tx, act.tenant.id, caseId);
    if (!row || !correctable.includes(row.state)) return refused(wrongState(row ?? found.value, 'decided'));
    return sendFiling(context, tx, act, {
      opened: opened.value,
      corrects: { filing: filing.envelope_digest, reason },
    });
  });
  if (!sent.ok) return sent;
  const delivered = await deliver(context, act, sent.value);
  if (!delivered.ok) return delivered;
  await saveDraft(context.pool, { ...draft, typed: values });
  return ok(undefined);
}
