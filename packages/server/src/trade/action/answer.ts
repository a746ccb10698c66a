import type { ActionView } from '@portolan/contract';
import { type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { withTransaction } from '../../platform/transaction.ts';
import { tradeCatalogue } from '../catalogue.ts';
import type { TradeContext } from '../context.ts';
import { caseUnknown } from '../draft/open.ts';
import type { Act } from '../draft/steps.ts';
import type { PartyMessage } from '../request/body.ts';
import { readCase } from '../store/cases.ts';
import { addEvents } from '../store/timeline.ts';
import { type ActionRow, findAction, saveActions } from './store.ts';
import { actionView } from './view.ts';

/** Answers a proposed action, once. */
export async function answerAction(
  context: TradeContext,
  { tenant, member, moment }: Act,
  actionId: string,
  { agree, text }: { readonly agree: boolean; readonly text: string },
): Promise<Result<ActionView>> {
  const row = await findAction(context.pool, tenant.id, actionId);
  const caseRow = row && (await readCase(context.pool, tenant.id, row.thread_id));
  if (!row || !caseRow) return refused(caseUnknown('action', actionId));
  if (row.kind !== 'proposed' || row.state !== 'waiting') return refused(wrongState(row));
  const changed: ActionRow = {
    ...row,
    state: agree ? 'agreed' : 'disputed',
    answer: text,
    agreed: agree,
    answered_at: moment.at,
  };
  const message: PartyMessage = { act: 'answer-action', actionId, agree, text };
  await withTransaction(context.pool, async (tx) => {
    await saveActions(tx, [changed]);
    await context.exchange.send(tx, [
      {
        from: tenant,
        to: caseRow.agency_did,
        thread: row.thread_id,
        kind: 'answer',
        body: message as unknown as JsonObject,
        attachments: [],
        moment,
      },
    ]);
    await addEvents(tx, [
      {
        tenant_id: tenant.id,
        case_id: row.thread_id,
        at: moment.at,
        kind: 'action-answered',
        actor: tenant.did,
        detail: { action: actionId, agree, by: member.name },
      },
    ]);
  });
  context.exchange.nudge();
  return ok(actionView(changed));
}

function wrongState({ state }: ActionRow): Refusal {
  return tradeCatalogue.refuse('NODE_STATE', { params: { wanted: 'waiting', state } });
}
