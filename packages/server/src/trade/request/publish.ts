import type { Instant } from '@portolan/kernel';
import type { TradeContext } from '../context.ts';
import type { StoredRequest } from './store.ts';

/** Tells the portal of a tenant that a request changed, and with it its entry. */
export function publish(
  { events }: Pick<TradeContext, 'events'>,
  { tenant_id, request_id, entry_number }: Pick<StoredRequest, 'tenant_id' | 'request_id' | 'entry_number'>,
  at: Instant,
): void {
  events.publish(tenant_id, { kind: 'request', ref: request_id, at });
  events.publish(tenant_id, { kind: 'entry', ref: entry_number, at });
}
