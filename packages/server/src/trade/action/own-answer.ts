import type { PoolClient } from 'pg';
import type { AnsweredEnvelope } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { refreshCase } from '../request/case-state.ts';
import { keepLeaf } from '../request/leaves.ts';
import type { ActionAnswer } from './body.ts';
import { recordActionEvent } from './events.ts';
import { publishAction } from './publish.ts';
import { lockAction, noteAnswer } from './store.ts';

/** At importer or filer: what became of an answer to an action. A refused one is taken back; one that was taken gets its leaf. */
export async function settleOwnActionAnswer(
  context: TradeContext,
  tx: PoolClient,
  { tenantId, threadId, digest, envelope, delivery }: AnsweredEnvelope,
  { actionId }: ActionAnswer,
): Promise<void> {
  const key = { tenant_id: tenantId, thread_id: threadId, action_id: actionId };
  const action = await lockAction(tx, key);
  if (!action) return;
  const at = envelope.sentAt;
  if (delivery.state === 'refused') {
    // Another's answer may have arrived meanwhile and taken the place of the own one.
    if (action.answered_by === envelope.from) await noteAnswer(tx, key, null);
    const reason = delivery.refusals.map(({ message }) => message).join(' ');
    await recordActionEvent(tx, key, { kind: 'answer-refused', at, actor: envelope.to, detail: { reason } });
    await refreshCase(tx, tenantId, threadId, at);
  } else {
    const title = 'Answer to a proposed action (Form 29)';
    await keepLeaf(context, tx, { tenantId, caseId: threadId, kind: 'answer', digest, title, at });
  }
  publishAction(context, action, at);
}
