import type { Instant } from '@portolan/kernel';
import type { TradeContext } from '../context.ts';
import type { ActionRow } from './store.ts';

/** Tells the portal of a tenant that an action changed, and with it its entry. */
export function publishAction(
  { events }: Pick<TradeContext, 'events'>,
  { tenant_id, action_id, entry_number }: Pick<ActionRow, 'tenant_id' | 'action_id' | 'entry_number'>,
  at: Instant,
): void {
  events.publish(tenant_id, { kind: 'action', ref: action_id, at });
  events.publish(tenant_id, { kind: 'entry', ref: entry_number, at });
}
