import type { PoolClient } from 'pg';
import type { TradeContext } from '../context.ts';
import type { AgencyMessage, ExtensionMessage } from './body.ts';
import { refreshCase } from './case-state.ts';
import { recordEvent } from './events.ts';
import { factsOfRow } from './facts.ts';
import { saveRequests } from './store.ts';
import { lockAsPrepared, type Taking, takenAt } from './taking.ts';
import { tellParties } from './tell.ts';

/** Notes at the agency that a party asks for more time, and tells all of them. */
export async function storeExtension(
  context: TradeContext,
  tx: PoolClient,
  taking: Taking<ExtensionMessage>,
): Promise<void> {
  const { received, message, caseRow, before, after } = taking;
  const { envelope, receiver } = received;
  const moment = takenAt(context, taking);
  await lockAsPrepared(tx, before);
  await saveRequests(tx, [after]);
  const { days, reason } = message;
  const detail = { days, reason };
  await recordEvent(tx, before, { kind: 'extension-asked', at: moment.at, actor: envelope.from, detail });
  await refreshCase(tx, before.tenant_id, before.thread_id, moment.at);
  const body: AgencyMessage = {
    act: 'extension-asked',
    request: factsOfRow(after, caseRow.program),
    by: envelope.from,
    reason,
  };
  const told = after.routed_to.map(({ did }) => ({ to: did, body }));
  await tellParties(context, tx, { agency: receiver, thread: after.thread_id, moment }, told);
}
