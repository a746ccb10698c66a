import type { Refusal, Result } from '@portolan/kernel';
import { type FlowEvent, isFlow, isTransfer, type TraceEvent } from '../event/event.ts';
import type { TracePolicy } from '../policy.ts';
import { acceptFlow } from './accept.ts';
import type { Book } from './book.ts';
import { byLog } from './effective.ts';
import { Queue } from './queue.ts';
import { acceptTransfer } from './transfer.ts';

/** What was decided about each event: entered into the book in this order, or left with the reasons of the last attempt. */
export interface Settled {
  readonly accepted: readonly TraceEvent[];
  readonly left: ReadonlyMap<string, readonly Refusal[]>;
}

/**
 * Enters events in the order in which the log knew them. One that does not fit yet is left aside and tried again, in its
 * old place, whenever a lot that it touches is filled or passed on. So a decision never depends on what became known later
 * and nobody's later claim displaces an earlier one; yet a ticket that is logged before the batch it draws on still counts.
 */
export function settle(book: Book, events: readonly TraceEvent[], policy: TracePolicy): Settled {
  const queue = new Queue<TraceEvent>(byLog);
  const aside = new Aside();
  const accepted: TraceEvent[] = [];
  for (const event of events) queue.push(event);
  for (let event = queue.pop(); event; event = queue.pop()) {
    const result = attempt(book, event, policy);
    if (!result.ok) aside.put(event, result.refusals);
    else {
      accepted.push(event);
      for (const lot of changed(event)) for (const again of aside.take(lot)) queue.push(again);
    }
  }
  return { accepted, left: aside.reasons };
}

function attempt(book: Book, event: TraceEvent, policy: TracePolicy): Result<unknown> {
  if (isFlow(event)) return acceptFlow(book, event, policy);
  return isTransfer(event) ? acceptTransfer(book, event) : { ok: true, value: undefined };
}

/** Lots of which there is more, or in other hands, after an event. */
export function changed(event: TraceEvent): string[] {
  if (isFlow(event)) return event.outputs.map(({ lot }) => lot);
  return isTransfer(event) ? [event.lot] : [];
}

/** Lots on which it depends whether an event fits: what it takes of, and pools that it fills. */
export function dependsOn(event: TraceEvent): string[] {
  if (isTransfer(event)) return [event.lot];
  return isFlow(event) ? [...event.inputs, ...pools(event)].map(({ lot }) => lot) : [];
}

function pools({ outputs }: FlowEvent): FlowEvent['outputs'] {
  return outputs.filter(({ pool }) => pool);
}

/** Events that did not fit, by the lots on which that depends. */
class Aside {
  readonly reasons = new Map<string, readonly Refusal[]>();
  readonly #byLot = new Map<string, Map<string, TraceEvent>>();

  put(event: TraceEvent, refusals: readonly Refusal[]): void {
    this.reasons.set(event.id, refusals);
    for (const lot of dependsOn(event)) {
      const list = this.#byLot.get(lot);
      if (list) list.set(event.id, event);
      else this.#byLot.set(lot, new Map([[event.id, event]]));
    }
  }

  take(lot: string): TraceEvent[] {
    const events = [...(this.#byLot.get(lot)?.values() ?? [])];
    for (const event of events) {
      this.reasons.delete(event.id);
      for (const other of dependsOn(event)) this.#byLot.get(other)?.delete(event.id);
    }
    return events;
  }
}
