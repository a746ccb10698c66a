import type { WalletRequest } from '@portolan/contract';
import type { Instant } from '@portolan/kernel';
import { walletUri } from './ask.ts';
import { clientIdOf } from './receive.ts';
import type { RequestRow } from './store.ts';

/** A request as its owner sees it; the address for the wallet only while it can be answered. */
export function requestView(row: RequestRow, origin: string, now: Instant): WalletRequest {
  const { request_id, purpose, created_at, expires_at, answered_at, outcome, answer } = row;
  const state = outcome ?? (expires_at < now ? 'expired' : 'open');
  return {
    ...{ id: request_id, purpose, state, createdAt: created_at, expiresAt: expires_at },
    ...(answered_at === null ? {} : { answeredAt: answered_at }),
    ...(state === 'open' ? { uri: walletUri(row, origin, clientIdOf(row)) } : {}),
    ...(answer?.holder === undefined ? {} : { holder: answer.holder }),
    refusals: [...(answer?.refusals ?? [])],
    credentials: [...(answer?.credentials ?? [])],
  };
}
