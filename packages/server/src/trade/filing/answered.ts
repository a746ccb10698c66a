import type { JsonObject } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import type { AnsweredEnvelope } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import type { CaseRow, CaseState } from '../store/cases.ts';
import { caseKey, readCases, saveCases } from '../store/cases.ts';
import { removeFilings } from '../store/filings.ts';
import { addEvents } from '../store/timeline.ts';
import { copyToImporter } from './copy.ts';

/**
 * At the filer: what the agency answered. Taken, the case shows the agency's state and the importer of record gets its
 * copy; refused, the draft is open again and nothing of the filing stays.
 */
export async function applyFilingAnswers(
  context: TradeContext,
  tx: PoolClient,
  answered: readonly AnsweredEnvelope[],
): Promise<void> {
  const cases = await readCases(
    tx,
    answered.map(({ tenantId, threadId }) => ({ tenantId, caseId: threadId })),
  );
  const changed = answered.flatMap((item) => {
    const row = cases.get(caseKey(item.tenantId, item.threadId));
    return row ? [{ item, row: afterAnswer(row, item) }] : [];
  });
  await saveCases(
    tx,
    changed.map(({ row }) => row),
  );
  const refused = changed.filter(({ item }) => item.delivery.state === 'refused').map(({ item }) => item);
  await removeFilings(tx, refused);
  await addEvents(tx, refused.map(refusedEvent));
  const taken = changed.filter(({ item }) => item.delivery.state !== 'refused');
  await copyToImporter(context, tx, taken);
  for (const { row } of changed)
    context.events.publish(row.tenant_id, {
      kind: 'entry',
      ref: row.entry_number ?? row.case_id,
      at: row.updated_at,
    });
}

function afterAnswer(row: CaseRow, { delivery, envelope }: AnsweredEnvelope): CaseRow {
  const { filing } = delivery;
  const correction = 'corrects' in envelope.body;
  if (!filing) {
    // A refused correction changes nothing: the entry stands as it was decided.
    const state: CaseState = correction ? row.summary.settled : 'draft';
    return { ...row, state, next_mover: 'filer' };
  }
  const state = filing.state as CaseState;
  return {
    ...row,
    state,
    next_mover: filing.outcome === 'refer' ? 'agency' : 'nobody',
    summary: { ...row.summary, settled: state },
    updated_at: filing.filedAt as CaseRow['updated_at'],
  };
}

function refusedEvent({ tenantId, threadId, envelope, delivery }: AnsweredEnvelope) {
  return {
    tenant_id: tenantId,
    case_id: threadId,
    at: envelope.sentAt,
    kind: 'filing-refused',
    actor: envelope.to,
    detail: { codes: delivery.refusals.map(({ code }) => code) } as JsonObject,
  };
}
