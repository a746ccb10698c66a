import type { TradeContext } from '../trade/context.ts';

/** The part of the node that services around parties use. */
export type PartyContext = Pick<
  TradeContext,
  'pool' | 'clock' | 'log' | 'keys' | 'events' | 'crypto' | 'settings' | 'config' | 'exchange' | 'buildTrust'
>;
