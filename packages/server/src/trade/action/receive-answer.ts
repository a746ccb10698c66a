import type { PoolClient } from 'pg';
import type { Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import type { PartyMessage } from '../request/body.ts';
import { lockCase, saveCases } from '../store/cases.ts';
import { addEvents } from '../store/timeline.ts';
import { findAction, saveActions } from './store.ts';

/** At the agency: the answer to a proposed action. The first answer stands. */
export async function receiveActionAnswer(
  context: TradeContext,
  tx: PoolClient,
  { receiver, envelope, moment }: Received,
  { actionId, agree, text }: Extract<PartyMessage, { act: 'answer-action' }>,
): Promise<void> {
  const row = await findAction(tx, receiver.id, actionId);
  const caseRow = row && (await lockCase(tx, receiver.id, row.thread_id));
  const mayAnswer = caseRow && [caseRow.filer_did, caseRow.importer_did].includes(envelope.from);
  if (!row || !caseRow || !mayAnswer || row.state !== 'waiting') {
    context.logger.info({ actionId, from: envelope.from }, 'answer to an action that waits for none');
    return;
  }
  await saveActions(tx, [
    { ...row, state: agree ? 'agreed' : 'disputed', answer: text, agreed: agree, answered_at: moment.at },
  ]);
  await saveCases(tx, [{ ...caseRow, next_mover: 'agency', due_at: null, updated_at: moment.at }]);
  await addEvents(tx, [
    {
      tenant_id: receiver.id,
      case_id: row.thread_id,
      at: moment.at,
      kind: 'action-answered',
      actor: envelope.from,
      detail: { action: actionId, agree },
    },
  ]);
}
