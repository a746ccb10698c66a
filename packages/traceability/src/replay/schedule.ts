import { type FlowEvent, isFlow, isTransfer, type TraceEvent, type TransferEvent } from '../event/event.ts';
import type { Candidates } from './book.ts';
import { byLog } from './effective.ts';
import { Gate, type Pending } from './gate.ts';
import { Queue } from './queue.ts';

/**
 * Gives out events so that each comes after everything it builds on, whatever order they arrived in: who draws a lot
 * comes after all that filled it and all transfers up to that moment. Among events that are free, the one the log knew
 * first comes first. What is left in a ring builds on itself.
 */
export class Schedule {
  readonly candidates: Candidates;
  readonly #producers = new Map<string, Gate>();
  readonly #transfers = new Map<string, Gate>();
  readonly #pending = new Map<string, Pending>();
  /** Transfers that wait for the one that gave to who gives. */
  readonly #after = new Map<string, Pending[]>();
  readonly #free = new Queue<Pending>((a, b) => byLog(a.event, b.event));

  constructor(events: readonly TraceEvent[]) {
    const producers = new Map<string, FlowEvent[]>();
    const drawers = new Map<string, FlowEvent[]>();
    for (const event of events) {
      if (isFlow(event)) {
        for (const { lot } of event.outputs) put(producers, lot, event);
        for (const { lot } of event.inputs) put(drawers, lot, event);
        for (const { lot } of event.outputs) gate(this.#producers, lot).add(event);
      } else if (isTransfer(event)) gate(this.#transfers, event.lot).add(event);
      this.#pending.set(event.id, { event, closed: 0 });
    }
    // In the log's order, so that a refusal names the same event whoever computes it.
    for (const list of producers.values()) list.sort(byLog);
    this.candidates = { producers, drawers };
    const gates = [...this.#producers.values(), ...this.#transfers.values()];
    for (const each of gates) each.close();
    for (const pending of this.#pending.values()) this.#enqueue(pending);
    for (const each of gates) each.arm();
    for (const pending of this.#pending.values()) if (pending.closed === 0) this.#free.push(pending);
  }

  /** The next event, or undefined when none is left that builds only on settled ones. */
  next(): TraceEvent | undefined {
    const pending = this.#free.pop();
    if (pending) this.#pending.delete(pending.event.id);
    return pending?.event;
  }

  /** Tells that an event was accepted or refused, which may set others free. */
  settle(event: TraceEvent): void {
    const freed: Pending[] = [];
    if (isFlow(event))
      for (const { lot } of event.outputs) freed.push(...gate(this.#producers, lot).settle(event));
    if (isTransfer(event)) {
      freed.push(...gate(this.#transfers, event.lot).settle(event));
      freed.push(...(this.#after.get(event.id) ?? []));
    }
    for (const pending of freed) {
      pending.closed -= 1;
      if (pending.closed === 0) this.#free.push(pending);
    }
  }

  /** Events that only wait for each other. */
  rings(): TraceEvent[] {
    return [...this.#pending.values()].map(({ event }) => event).sort(byLog);
  }

  #enqueue(pending: Pending): void {
    const { event } = pending;
    if (isFlow(event)) this.#enqueueFlow(pending, event);
    else if (isTransfer(event)) this.#enqueueTransfer(pending, event);
  }

  #enqueueFlow(pending: Pending, event: FlowEvent): void {
    for (const { lot } of event.inputs) {
      this.#producers.get(lot)?.wait(pending);
      this.#transfers.get(lot)?.wait(pending);
    }
    for (const { lot, pool } of event.outputs) if (pool) this.#producers.get(lot)?.waitForEarlier(pending);
  }

  #enqueueTransfer(pending: Pending, event: TransferEvent): void {
    this.#producers.get(event.lot)?.wait(pending);
    for (const other of this.#transfers.get(event.lot)?.members ?? []) {
      if (!givesTo(other as TransferEvent, event)) continue;
      pending.closed += 1;
      put(this.#after, other.id, pending);
    }
  }
}

function givesTo(other: TransferEvent, event: TransferEvent): boolean {
  const earlier = other.at < event.at || (other.at === event.at && other.id !== event.id);
  return other.kind === event.kind && earlier && other.to === event.from && other.id !== event.id;
}

function gate(gates: Map<string, Gate>, lot: string): Gate {
  const found = gates.get(lot);
  if (found) return found;
  const made = new Gate();
  gates.set(lot, made);
  return made;
}

function put<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
