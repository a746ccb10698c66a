import type { Evidence } from '@portolan/documents';
import type { TradeContext } from '../context.ts';
import { type KeptObservations, readKept } from '../dossier/kept.ts';
import { heldEvidence } from '../evidence/held.ts';
import { opaqueFormat } from '../request/attachments.ts';
import { evidenceOfCase } from '../store/case-evidence.ts';
import type { CaseRow } from '../store/cases.ts';
import { decisionsOf } from '../store/decisions.ts';
import { readEvidence } from '../store/evidence.ts';

/**
 * What an officer's decision rests on beside the dossier: what the rules' decision saw, and what every party was shown
 * since. What one party disclosed to the agency alone stays out: the decision goes to all parties, and not even its
 * digest may travel with it. The officer weighs it, and the reason says what may be said.
 */
export async function sharedEvidence(context: Pick<TradeContext, 'pool'>, row: CaseRow): Promise<Evidence[]> {
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
  const shown = evidence.filter(
    ({ position, format, sealed }) => position >= 900_000 && !sealed && format !== opaqueFormat,
  );
  return [...recorded, ...shown.map((one) => heldEvidence(one))];
}
