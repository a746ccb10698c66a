import type { WalletRequest } from '@portolan/contract';

/** What became of a request, in words. */
export const STATES: Record<WalletRequest['state'], string> = {
  open: 'waiting for a wallet',
  answered: 'answered, and it holds',
  refused: 'answered, and refused',
  expired: 'out of date',
};
