import type { Client } from '@portolan/contract';
import { ok, type Result, refused } from '@portolan/kernel';
import type { Auth } from '../platform/tenant.ts';
import type { TradeContext } from '../trade/context.ts';
import { clientCatalogue } from './catalogue.ts';
import { standingOfClients } from './standing.ts';
import { readClient } from './store.ts';
import { clientView } from './view.ts';

/** Who may change the client file. */
export const filers = { roles: ['filer', 'signer', 'lead'] as const, scope: 'file' as const };
export const PAGE = 25;

/** One client of the own organization. */
export async function clientOf(
  { pool, clock }: TradeContext,
  { tenant }: Pick<Auth, 'tenant'>,
  number: string,
): Promise<Result<Client>> {
  const now = clock.now();
  const row = await readClient(pool, tenant.id, number, now);
  if (!row) return unknownClient(number);
  return ok(clientView(row, await standingOfClients(pool, tenant, [row]), now));
}

export function unknownClient(number: string): Result<never> {
  return refused(clientCatalogue.refuse('NODE_CLIENT_UNKNOWN', { params: { number } }));
}

/** Where a page begins. */
export function offsetOf(cursor: string | undefined): number {
  return cursor !== undefined && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0;
}
