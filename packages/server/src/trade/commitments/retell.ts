import type { EnvelopeHandler, Received } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { nudgeNotices } from '../notice/dispatch.ts';
import { agenciesAmong, kindRefused } from '../notice/from-agency.ts';
import { tellOthers } from './record.ts';
import { firstHand } from './store.ts';

/** Masses that one statement tells: few enough for any envelope. */
const inOne = 2000;

/** How an agency tells another that asks all it knows first hand: what it was told by others they tell themselves. */
export function retellHandler(context: TradeContext): EnvelopeHandler<Received> {
  return {
    kind: 'notice',
    async prepare(received) {
      const agencies = await agenciesAmong(context.pool, received);
      return received.map((one) =>
        one.receiver.kind === 'agency' && agencies.has(one.envelope.from)
          ? { work: one }
          : { refusals: [kindRefused(one)] },
      );
    },
    async commit(tx, asked) {
      for (const { envelope, moment, receiver } of asked) {
        const { did, id: tenantId } = receiver;
        const rows = await firstHand(tx, tenantId, did);
        for (let start = 0; start < rows.length; start += inOne) {
          const commitments = rows.slice(start, start + inOne);
          const learned = { tenantId, did, at: moment.at, story: false, commitments, replaced: [] };
          await tellOthers(context, tx, [learned], [envelope.from]);
        }
      }
    },
    after: () => nudgeNotices(context),
  };
}
