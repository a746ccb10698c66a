import { EventEmitter } from 'node:events';
import type { Instant } from '@portolan/kernel';

/** A hint to the portal that something changed; what changed is read through the API. */
export interface NodeEvent {
  readonly kind: string;
  /** What it concerns: an entry number, a request id, a digest. */
  readonly ref: string;
  readonly at: Instant;
}

export interface NumberedEvent extends NodeEvent {
  /** '<bus>-<number>': the bus changes with each start of the node. */
  readonly id: string;
}

/** Events are hints and never decide correctness: a reader that missed some asks the API again. */
export interface EventBus {
  publish(tenantId: string, event: NodeEvent): void;
  subscribe(tenantId: string, listener: (event: NumberedEvent) => void): () => void;
  /** Events of the tenant after `lastId`; undefined when they are no longer known (another start, or too old). */
  since(tenantId: string, lastId: string): readonly NumberedEvent[] | undefined;
}

const keptPerTenant = 500;

export function createEventBus(busId: string): EventBus {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const kept = new Map<string, NumberedEvent[]>();
  let number = 0;

  return {
    publish(tenantId, event) {
      number += 1;
      const numbered = { ...event, id: `${busId}-${number}` };
      const events = kept.get(tenantId) ?? [];
      events.push(numbered);
      if (events.length > keptPerTenant) events.shift();
      kept.set(tenantId, events);
      emitter.emit(tenantId, numbered);
    },
    subscribe(tenantId, listener) {
      emitter.on(tenantId, listener);
      return () => emitter.off(tenantId, listener);
    },
    since(tenantId, lastId) {
      const last = numberOf(busId, lastId);
      if (last === undefined || last > number) return undefined;
      const events = kept.get(tenantId) ?? [];
      const first = events[0];
      const forgotten =
        first !== undefined && events.length === keptPerTenant && (numberOf(busId, first.id) ?? 0) > last + 1;
      return forgotten ? undefined : events.filter((event) => (numberOf(busId, event.id) ?? 0) > last);
    },
  };
}

function numberOf(busId: string, id: string): number | undefined {
  if (!id.startsWith(`${busId}-`)) return undefined;
  const number = Number(id.slice(busId.length + 1));
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}
