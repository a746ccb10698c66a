import type { EnvelopeHandler } from '../../exchange/received.ts';
import type { TradeContext } from '../context.ts';
import { agenciesAmong, kindRefused } from '../notice/from-agency.ts';
import { readAgencyMessage } from './body.ts';
import { hearAgency } from './hear-agency.ts';
import { type Step, stepwise } from './step.ts';

/** How a party receives what the agency says about its requests (Form 28). */
export function requestHandler(context: TradeContext): EnvelopeHandler<Step> {
  return {
    kind: 'request',
    async prepare(received) {
      const agencies = await agenciesAmong(context.pool, received);
      return Promise.all(
        received.map((one) => {
          const message = readAgencyMessage(one.envelope.body);
          if (!message || !agencies.has(one.envelope.from)) return { refusals: [kindRefused(one)] };
          return hearAgency(context, one, message);
        }),
      );
    },
    ...stepwise,
  };
}
