import type { Refusal } from '@portolan/kernel';
import { type FlowEvent, isFlow, type StockEvent, type TraceEvent } from '../event/event.ts';
import { exactPolicy, type TracePolicy } from '../policy.ts';
import { Book, type Candidates } from './book.ts';
import { byLog, compare, effectiveEvents } from './effective.ts';
import { explain } from './explain.ts';
import { inTime } from './in-time.ts';
import type { KnownLot, Lot } from './lot.ts';
import { put } from './put.ts';
import { settle } from './settle.ts';

/** What a set of events comes to. The same set gives the same state, in whatever order it arrived. */
export interface TraceState {
  readonly lots: ReadonlyMap<string, Lot>;
  /** Flows that count, in the order of time; each after what it builds on. */
  readonly flows: readonly FlowEvent[];
  /** Stocks that were measured, in the order of time. */
  readonly stocks: readonly StockEvent[];
  /** Claims that contradict the ledger, by event. */
  readonly refused: ReadonlyMap<string, readonly Refusal[]>;
  /** Steps that build on something not at hand yet: not wrong, only not known. */
  readonly waiting: ReadonlyMap<string, readonly Refusal[]>;
  /** Events by the correction that replaced them; both versions are kept. */
  readonly superseded: ReadonlyMap<string, string>;
  /** Faults that belong to no single event. */
  readonly conflicts: readonly Refusal[];
}

export interface ReplayOptions {
  readonly policy?: TracePolicy;
  /** Lots whose story up to now is settled elsewhere. They are taken up and changed. */
  readonly known?: readonly KnownLot[];
}

/**
 * Computes lots, holders and refusals from signed events. A claim that contradicts the ledger (over-draw, cycle, double
 * sale, before it existed) is refused; between two claims that contradict each other the one that the log knew first
 * stands. Measurements are always taken.
 */
export function replay(all: readonly TraceEvent[], options: ReplayOptions = {}): TraceState {
  const effective = effectiveEvents(all);
  const candidates = candidatesOf(effective.events);
  const book = new Book(options.known ?? [], candidates);
  const settled = settle(book, effective.events, options.policy ?? exactPolicy);
  const { refused, waiting } = explain(effective.events, settled, candidates.producers);
  for (const { event, refusal } of effective.refused)
    (refusal.code === 'TRACE_CORRECTION_UNKNOWN' ? waiting : refused).set(event, [refusal]);
  return {
    lots: book.lots,
    flows: inTime(settled.accepted.filter(isFlow)),
    stocks: settled.accepted
      .filter((event): event is StockEvent => event.kind === 'measure')
      .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id)),
    superseded: effective.superseded,
    refused: sorted(refused),
    waiting: sorted(waiting),
    conflicts: effective.conflicts,
  };
}

function candidatesOf(events: readonly TraceEvent[]): Candidates {
  const producers = new Map<string, FlowEvent[]>();
  const drawers = new Map<string, FlowEvent[]>();
  for (const event of [...events].sort(byLog)) {
    if (!isFlow(event)) continue;
    for (const { lot } of event.outputs) put(producers, lot, event);
    for (const { lot } of event.inputs) put(drawers, lot, event);
  }
  return { producers, drawers };
}

function sorted<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => compare(a, b)));
}
