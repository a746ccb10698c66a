import { uuidOf } from '../../exchange/envelope.ts';
import type { EnvelopeHandler, Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { agenciesAmong, kindRefused } from '../notice/from-agency.ts';
import { caseKey, readCases, saveCases } from '../store/cases.ts';
import { addEvents } from '../store/timeline.ts';
import { type ActionNoticeBody, readActionNotice } from './body.ts';
import { type ActionRow, saveActions } from './store.ts';

interface ReceivedAction {
  readonly received: Received;
  readonly body: ActionNoticeBody;
}

/** How filer and importer receive a notice of action. */
export function actionHandler(context: TradeContext): EnvelopeHandler<ReceivedAction> {
  return {
    kind: 'notice',
    async prepare(received) {
      const agencies = await agenciesAmong(context.pool, received);
      return received.map((one) => {
        const body = readActionNotice(one.envelope.body);
        if (!body || !agencies.has(one.envelope.from)) return { refusals: [kindRefused(one)] };
        return { work: { received: one, body } };
      });
    },
    async commit(tx, actions) {
      await saveActions(tx, actions.map(rowOf));
      const keys = actions.map(({ received }) => ({
        tenantId: received.receiver.id,
        caseId: uuidOf(received.envelope.thread),
      }));
      const cases = await readCases(tx, keys);
      await saveCases(
        tx,
        actions.flatMap(({ received, body: { action } }) => {
          const row = cases.get(caseKey(received.receiver.id, uuidOf(received.envelope.thread)));
          if (!row) return [];
          const total = action.kind === 'taken' ? { total: action.after } : {};
          const summary = { ...row.summary, ...total };
          return [
            {
              ...row,
              next_mover: 'importer' as const,
              due_at: action.due_at,
              summary,
              updated_at: received.moment.at,
            },
          ];
        }),
      );
      await addEvents(tx, actions.map(eventOf));
    },
    after(actions) {
      for (const { received, body } of actions)
        context.events.publish(received.receiver.id, {
          kind: 'action',
          ref: body.action.action_id,
          at: received.moment.at,
        });
    },
  };
}

function rowOf({ received: { receiver, envelope, moment }, body }: ReceivedAction): ActionRow {
  const place = { tenant_id: receiver.id, thread_id: uuidOf(envelope.thread), story: moment.story };
  return { ...body.action, ...place };
}

function eventOf({ received: { receiver, envelope, moment }, body: { action } }: ReceivedAction) {
  return {
    tenant_id: receiver.id,
    case_id: uuidOf(envelope.thread),
    at: moment.at,
    kind: `action-${action.kind}`,
    actor: envelope.from,
    detail: { action: action.action_id, reason: action.reason, lines: action.lines },
  };
}
