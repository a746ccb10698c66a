import { randomUUID } from 'node:crypto';
import { planEntries } from '@portolan/filing';
import { type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import { withTransaction } from '../platform/transaction.ts';
import { tradeCatalogue } from '../trade/catalogue.ts';
import type { TradeContext } from '../trade/context.ts';
import { findAgency } from '../trade/draft/agency.ts';
import { newCase } from '../trade/draft/create.ts';
import { partOf, partPointer } from '../trade/draft/given.ts';
import { openDraft } from '../trade/draft/open.ts';
import { refreshDraft } from '../trade/draft/refresh.ts';
import type { Act } from '../trade/draft/steps.ts';
import { addCaseEvidence, removeCaseEvidence } from '../trade/store/case-evidence.ts';
import { addCases, lockCase } from '../trade/store/cases.ts';
import { readDraft, saveDraft } from '../trade/store/drafts.ts';

/**
 * Makes a draft for each entry that the papers of a draft need. The draft itself keeps the first; what was typed into it stays
 * with it, since its pointers name its own lines. Refuses a draft that one entry holds, and one that was split before.
 */
export async function splitDraft(context: TradeContext, act: Act, caseId: string): Promise<Result<string[]>> {
  const agency = await findAgency(context.pool);
  if (!agency.ok) return agency;
  const opened = await openDraft(context, context.pool, act, caseId);
  if (!opened.ok) return opened;
  const { assembled, papers, row, draft } = opened.value;
  const own = papers.filter(({ onRecord }) => !onRecord).map(({ evidence }) => evidence);
  const day = assembled.assembly.entry.entryDate ?? act.moment.at.slice(0, 10);
  const { entries } = planEntries(own, day, assembled.links);
  if (row.state !== 'draft' || partOf(draft.typed) || entries.length < 2)
    return refused(tradeCatalogue.refuse('NODE_DRAFT_WHOLE'));
  const moment = opened.value.moment;
  const ids = entries.map((_, at) => (at === 0 ? caseId : randomUUID()));
  const done = await withTransaction(context.pool, async (tx) => {
    const locked = await lockCase(tx, act.tenant.id, caseId);
    const kept = await readDraft(tx, act.tenant.id, caseId);
    if (locked?.state !== 'draft' || !kept || partOf(kept.typed)) return false;
    for (const [at, { evidence, part }] of entries.entries()) {
      const id = ids[at] as string;
      const held = new Set(evidence.map(({ digest }) => digest));
      if (at === 0) {
        for (const { digest } of own)
          if (!held.has(digest)) await removeCaseEvidence(tx, act.tenant.id, caseId, digest);
        await saveDraft(tx, {
          ...kept,
          typed: { ...kept.typed, [partPointer]: part as unknown as JsonValue },
        });
        continue;
      }
      await addCases(tx, [newCase(context, { ...act, moment }, id, agency.value.did)]);
      await saveDraft(tx, {
        ...{ tenant_id: act.tenant.id, case_id: id, refused_files: [], caught: [], revision: 1 },
        typed: { [partPointer]: part as unknown as JsonValue },
      });
      await addCaseEvidence(
        tx,
        evidence.map(({ digest }, position) => ({
          ...{ tenant_id: act.tenant.id, case_id: id, digest: digest as `sha256:${string}`, position },
          ...{ sealed: false, added_at: moment.at, added_by: act.tenant.did },
        })),
      );
    }
    return true;
  });
  if (!done) return refused(tradeCatalogue.refuse('NODE_DRAFT_WHOLE'));
  for (const id of ids) await refreshDraft(context, act, id);
  return ok(ids);
}
