import { canonicalize, type JsonValue, type Refusal } from '@portolan/kernel';
import { traceabilityCatalogue } from '../catalogue.ts';
import type { TraceEvent } from '../event/event.ts';

export interface Refused {
  readonly event: string;
  readonly refusal: Refusal;
}

/** The events that count, and what became of the others. Both versions of a corrected event are kept. */
export interface EffectiveEvents {
  readonly events: readonly TraceEvent[];
  /** Event by the one that replaced it. */
  readonly superseded: ReadonlyMap<string, string>;
  readonly refused: readonly Refused[];
  /** Faults that belong to no single event. */
  readonly conflicts: readonly Refusal[];
}

/**
 * Takes copies together and corrections into account. Of two different events under one identifier the one the log knew
 * first counts; of several corrections of one event the one it knew last. Only the signer of an event corrects it.
 */
export function effectiveEvents(all: readonly TraceEvent[]): EffectiveEvents {
  const refused: Refused[] = [];
  const { byId, conflicts } = firstOfEach(all);
  const superseded = new Map<string, string>();
  const latest = new Map<string, TraceEvent>();
  for (const event of [...byId.values()].sort(byLog)) {
    if (event.corrects === undefined) continue;
    const target = byId.get(event.corrects);
    if (!target) refused.push(missing(event));
    else if (target.by !== event.by) refused.push(foreign(event, target));
    else {
      const earlier = latest.get(target.id);
      if (earlier) superseded.set(earlier.id, event.id);
      superseded.set(target.id, event.id);
      latest.set(target.id, event);
    }
  }
  const out = new Set(refused.map(({ event }) => event));
  const events = [...byId.values()].filter(
    ({ id, kind }) => kind !== 'void' && !superseded.has(id) && !out.has(id),
  );
  return { events, superseded, refused, conflicts };
}

/** The order in which the log knew events: who claims first is served first. */
export function byLog(a: TraceEvent, b: TraceEvent): number {
  return compare(a.knownAt, b.knownAt) || compare(a.id, b.id);
}

export function compare(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

function firstOfEach(all: readonly TraceEvent[]): {
  byId: Map<string, TraceEvent>;
  conflicts: Refusal[];
} {
  const byId = new Map<string, TraceEvent>();
  const twice = new Set<string>();
  for (const event of all) {
    const other = byId.get(event.id);
    if (!other) byId.set(event.id, event);
    else if (other !== event) {
      if (!sameEvent(other, event)) twice.add(event.id);
      byId.set(event.id, earlier(other, event));
    }
  }
  const conflicts = [...twice].sort().map((event) => conflict(event));
  return { byId, conflicts };
}

function conflict(event: string): Refusal {
  return traceabilityCatalogue.refuse('TRACE_EVENT_CONFLICT', { params: { event } });
}

function earlier(one: TraceEvent, other: TraceEvent): TraceEvent {
  return (compare(one.knownAt, other.knownAt) || compare(content(one), content(other))) <= 0 ? one : other;
}

/** Whether two events say the same. Copies may reach us through logs that knew them at other times. */
export function sameEvent(one: TraceEvent, other: TraceEvent): boolean {
  return content(one) === content(other);
}

function content({ knownAt: _, ...event }: TraceEvent): string {
  return canonicalize(event as unknown as JsonValue);
}

function missing(event: TraceEvent): Refused {
  return {
    event: event.id,
    refusal: traceabilityCatalogue.refuse('TRACE_CORRECTION_UNKNOWN', {
      path: '/corrects',
      params: { event: event.corrects as string },
    }),
  };
}

function foreign(event: TraceEvent, target: TraceEvent): Refused {
  return {
    event: event.id,
    refusal: traceabilityCatalogue.refuse('TRACE_CORRECTION_NOT_YOURS', {
      path: '/corrects',
      params: { event: target.id, signer: target.by },
    }),
  };
}
