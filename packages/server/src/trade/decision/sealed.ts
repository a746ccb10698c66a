import type { Evidence } from '@portolan/documents';
import type { TradeContext } from '../context.ts';
import { type KeptObservations, readKept } from '../dossier/kept.ts';
import { heldEvidence } from '../evidence/held.ts';
import { opaqueFormat } from '../request/attachments.ts';
import { evidenceOfCase } from '../store/case-evidence.ts';
import type { CaseRow } from '../store/cases.ts';
import { decisionsOf } from '../store/decisions.ts';
import { readEvidence } from '../store/evidence.ts';

/** What the agency has on record for an officer's decision: what the rules' decision saw, and what was shown since. */
export async function sealedEvidence(context: Pick<TradeContext, 'pool'>, row: CaseRow): Promise<Evidence[]> {
  const [decisions, evidence] = await Promise.all([
    decisionsOf(context.pool, row.tenant_id, row.case_id),
    evidenceOfCase(context.pool, row.tenant_id, row.case_id),
  ]);
  const [first] = decisions;
  const refs = first ? readKept<KeptObservations>(first.observations).onRecord : [];
  const held = await readEvidence(
    context.pool,
    row.tenant_id,
    refs.map(({ digest }) => digest),
  );
  const recorded = refs.flatMap(({ digest, verdict }) => {
    const kept = held.get(digest);
    return kept ? [heldEvidence(kept, verdict)] : [];
  });
  const shown = evidence.filter(({ position, format }) => position >= 900_000 && format !== opaqueFormat);
  return [...recorded, ...shown.map((one) => heldEvidence(one))];
}
