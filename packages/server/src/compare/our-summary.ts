import type { OurSummary } from '@portolan/filing';
import { ok, type Result } from '@portolan/kernel';
import type { TradeContext } from '../trade/context.ts';
import { openEntry } from '../trade/entry/filed.ts';
import { evaluationOf } from '../trade/entry/view.ts';
import { decisionsOf } from '../trade/store/decisions.ts';

/** An entry as it is laid beside a summary filed elsewhere: with the duty of its last decision, and how long its draft was open. */
export async function ourSummary(
  context: TradeContext,
  tenantId: string,
  entryNumber: string,
): Promise<Result<OurSummary>> {
  const opened = await openEntry(context, tenantId, entryNumber);
  if (!opened.ok) return opened;
  const { row, filing, dossier } = opened.value;
  const decisions = await decisionsOf(context.pool, row.tenant_id, row.case_id);
  const evaluation = await evaluationOf(context, opened.value, decisions);
  return ok({
    entry: dossier.entry,
    provenance: dossier.provenance,
    ...(evaluation?.duty ? { duty: evaluation.duty } : {}),
    preparationSeconds: filing.measures.preparationSeconds,
  });
}
