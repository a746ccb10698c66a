import type { Refusal } from '@portolan/kernel';
import { traceabilityCatalogue } from '../catalogue.ts';
import { type FlowEvent, isFlow, isTransfer, type StockEvent, type TraceEvent } from '../event/event.ts';
import { exactPolicy, type TracePolicy } from '../policy.ts';
import { acceptFlow } from './accept.ts';
import { Book } from './book.ts';
import { compare, effectiveEvents, type Refused } from './effective.ts';
import type { KnownLot, Lot } from './lot.ts';
import { Schedule } from './schedule.ts';
import { acceptTransfer, checkNotGone } from './transfer.ts';

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

/** Codes that say "not known yet" rather than "wrong". */
const open = new Set(['TRACE_LOT_UNKNOWN', 'TRACE_CORRECTION_UNKNOWN']);

/**
 * Computes lots, holders and refusals from signed events. A claim that contradicts the ledger (over-draw, cycle, double
 * sale, before it existed) is refused; between two claims that contradict each other the one that the log knew first
 * stands. Measurements are always taken.
 */
export function replay(all: readonly TraceEvent[], options: ReplayOptions = {}): TraceState {
  const policy = options.policy ?? exactPolicy;
  const effective = effectiveEvents(all);
  const schedule = new Schedule(effective.events);
  const results = new Results(effective.refused);
  const book = new Book(options.known ?? [], schedule.candidates, (event) => results.isRefused(event));
  const depth = new Map<string, number>();
  for (let event = schedule.next(); event; event = schedule.next()) {
    const result = isFlow(event)
      ? acceptFlow(book, event, policy)
      : isTransfer(event)
        ? acceptTransfer(book, event)
        : undefined;
    if (result && !result.ok) results.refuse(event.id, result.refusals);
    else if (isFlow(event)) depth.set(event.id, depthOf(book, event, depth));
    schedule.settle(event);
  }
  for (const event of schedule.rings()) results.refuse(event.id, [ring(event)]);
  refuseGone(book, results);
  const accepted = effective.events.filter(({ id }) => !results.has(id));
  return {
    lots: book.lots,
    flows: inTime(accepted.filter(isFlow), depth),
    stocks: accepted
      .filter((event): event is StockEvent => event.kind === 'measure')
      .sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id)),
    superseded: effective.superseded,
    ...results.split(),
  };
}

class Results {
  readonly refused = new Map<string, readonly Refusal[]>();
  readonly #conflicts: Refusal[] = [];

  constructor(before: readonly Refused[]) {
    for (const { event, refusal } of before) {
      if (event === '') this.#conflicts.push(refusal);
      else this.refuse(event, [refusal]);
    }
  }

  refuse(event: string, refusals: readonly Refusal[]): void {
    this.refused.set(event, refusals);
  }

  has(event: string): boolean {
    return this.refused.has(event);
  }

  /** Whether an event was found wrong; one that waits is not. */
  isRefused(event: string): boolean {
    return this.refused.get(event)?.some(({ code }) => !open.has(code)) ?? false;
  }

  split(): Pick<TraceState, 'refused' | 'waiting' | 'conflicts'> {
    const entries = [...this.refused].sort(([a], [b]) => compare(a, b));
    return {
      refused: new Map(entries.filter(([event]) => this.isRefused(event))),
      waiting: new Map(entries.filter(([event]) => !this.isRefused(event))),
      conflicts: this.#conflicts,
    };
  }
}

function ring(event: TraceEvent): Refusal {
  const lot = isFlow(event)
    ? (event.outputs[0]?.lot ?? event.inputs[0]?.lot)
    : isTransfer(event)
      ? event.lot
      : '';
  return traceabilityCatalogue.refuse('TRACE_CYCLE', { params: { lot: lot ?? '' } });
}

/** Only when every flow is settled is it known when a lot was used up. */
function refuseGone(book: Book, results: Results): void {
  for (const lot of book.lots.values())
    for (const { transfers } of Object.values(lot.holders))
      for (const event of [...transfers]) {
        const result = checkNotGone(lot, event);
        if (result.ok) continue;
        transfers.splice(transfers.indexOf(event), 1);
        results.refuse(event.id, result.refusals);
      }
}

/** By time; at one moment by how many steps of that moment an event builds on, then by identifier. */
function inTime(flows: readonly FlowEvent[], depth: ReadonlyMap<string, number>): FlowEvent[] {
  const deep = (flow: FlowEvent) => depth.get(flow.id) ?? 0;
  return [...flows].sort((a, b) => compare(a.at, b.at) || deep(a) - deep(b) || compare(a.id, b.id));
}

/** How many steps of its own moment an accepted flow builds on; those were accepted before it. */
function depthOf(book: Book, event: FlowEvent, depth: ReadonlyMap<string, number>): number {
  let deepest = 0;
  for (const { lot } of event.inputs) {
    const makers = book.lots.get(lot)?.madeBy ?? [];
    for (let index = makers.length - 1; index >= 0; index -= 1) {
      const maker = makers[index] as FlowEvent;
      if (maker.at < event.at) break;
      if (maker.at === event.at) deepest = Math.max(deepest, 1 + (depth.get(maker.id) ?? 0));
    }
  }
  return deepest;
}
