import type { NodeContext } from '../platform/context.ts';

/** The part of the node that presenting to and from wallets uses. */
export type WalletContext = Pick<
  NodeContext,
  | 'config'
  | 'settings'
  | 'pool'
  | 'clock'
  | 'log'
  | 'crypto'
  | 'keys'
  | 'formKeys'
  | 'contexts'
  | 'logger'
  | 'events'
  | 'workers'
>;
