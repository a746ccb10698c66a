import { digestJson, type JsonValue } from '@portolan/kernel';
import type { PoolClient } from 'pg';
import { uuidOf } from '../../exchange/envelope.ts';
import type { EnvelopeHandler, Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { agenciesAmong, kindRefused } from '../notice/from-agency.ts';
import { holderCase } from '../notice/receive-receipt.ts';
import { refreshCase } from '../request/case-state.ts';
import { keepLeaf } from '../request/leaves.ts';
import { type PreparedStep, type Step, stepwise } from '../request/step.ts';
import { addCases, lockCase, readCase } from '../store/cases.ts';
import { type ActionMessage, readActionMessage, rowOfAction } from './body.ts';
import { actionTitle, recordActionEvent } from './events.ts';
import { publishAction } from './publish.ts';
import { type ActionRow, saveActions } from './store.ts';
import { settledBy } from './take.ts';

/** How importer and filer receive notices of action: envelopes of the kind `notice` with `notice: 'action'`. */
export function actionHandler(context: TradeContext): EnvelopeHandler<Step> {
  return {
    kind: 'notice',
    async prepare(received) {
      const agencies = await agenciesAmong(context.pool, received);
      return Promise.all(
        received.map((one) => {
          const message = readActionMessage(one.envelope.body);
          if (!message || !agencies.has(one.envelope.from)) return { refusals: [kindRefused(one)] };
          return hear(context, one, message);
        }),
      );
    },
    ...stepwise,
  };
}

/** The copy with the highest revision stands. Refuses another agency than the one the case is with. */
async function hear(
  context: TradeContext,
  received: Received,
  message: ActionMessage,
): Promise<PreparedStep> {
  const { receiver, envelope, moment } = received;
  const threadId = uuidOf(envelope.thread);
  const known = await readCase(context.pool, receiver.id, threadId);
  if (known && known.agency_did !== envelope.from) return { refusals: [kindRefused(received)] };
  const place = { tenantId: receiver.id, threadId, story: moment.story };
  const row = rowOfAction(message.action, place);
  const follows = message.follows.map((facts) => rowOfAction(facts, place));
  const work = {
    place: `${receiver.id} ${threadId}`,
    commit: (tx: PoolClient) => store(context, tx, received, message, [row, ...follows]),
    after: () => publishAction(context, row, moment.at),
  };
  return { work };
}

async function store(
  context: TradeContext,
  tx: PoolClient,
  received: Received,
  message: ActionMessage,
  rows: readonly ActionRow[],
): Promise<void> {
  const { receiver, envelope, moment } = received;
  const { act, action } = message;
  const caseId = uuidOf(envelope.thread);
  await addCases(tx, [{ ...holderCase(received, action), face: 'party', importer_did: receiver.did }]);
  await lockCase(tx, receiver.id, caseId);
  await saveActions(tx, rows);
  const { at } = moment;
  const by = action.answer?.by;
  if (act === 'action-answered') {
    // The own answer is in the timeline since it was given.
    const place = { tenant_id: receiver.id, thread_id: caseId, action_id: action.actionId };
    const answered = {
      kind: act,
      at,
      actor: by ?? envelope.from,
      detail: { agree: action.answer?.agree ?? null },
    };
    if (by !== receiver.did) await recordActionEvent(tx, place, answered);
  } else {
    const digest = digestJson(context.crypto, message as unknown as JsonValue);
    const title = actionTitle(message);
    await keepLeaf(context, tx, { tenantId: receiver.id, caseId, kind: 'decision', digest, title, at });
    const place = { tenant_id: receiver.id, thread_id: caseId, action_id: action.actionId };
    const detail = { reason: action.reason, lines: action.lines };
    await recordActionEvent(tx, place, { kind: act, at, actor: envelope.from, detail });
  }
  await refreshCase(tx, receiver.id, caseId, at, settledBy(action));
}
