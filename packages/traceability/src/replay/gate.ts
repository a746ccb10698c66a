import type { Instant } from '@portolan/kernel';
import type { TraceEvent } from '../event/event.ts';
import { compare } from './effective.ts';

/** An event that waits until what it builds on is settled. */
export interface Pending {
  readonly event: TraceEvent;
  /** Gates that are still closed before it. */
  closed: number;
}

/**
 * Events of one sort on one lot in the order of time, such as everything that fills a tank. Who comes at `t` waits
 * until all of them up to `t` are settled. A pointer moves along the settled ones, so a month of a busy tank costs
 * no more than its events.
 */
export class Gate {
  readonly #members: TraceEvent[] = [];
  readonly #index = new Map<string, number>();
  readonly #waiters: { needs: number; pending: Pending }[] = [];
  #settled: boolean[] = [];
  #reached = 0;
  #released = 0;

  add(event: TraceEvent): void {
    this.#members.push(event);
  }

  /** After the last member, before the first waiter. */
  close(): void {
    this.#members.sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id));
    this.#settled = this.#members.map(() => false);
    for (const [index, { id }] of this.#members.entries()) this.#index.set(id, index);
  }

  get members(): readonly TraceEvent[] {
    return this.#members;
  }

  /** Lets the pending event wait for every member up to its time. */
  wait(pending: Pending): void {
    this.#wait(pending, this.#upTo(pending.event.at));
  }

  /** Lets a member wait for those before it. */
  waitForEarlier(pending: Pending): void {
    this.#wait(pending, this.#index.get(pending.event.id) as number);
  }

  #wait(pending: Pending, needs: number): void {
    if (needs === 0) return;
    pending.closed += 1;
    this.#waiters.push({ needs, pending });
  }

  /** Once, when all waiters are in. */
  arm(): void {
    this.#waiters.sort((a, b) => a.needs - b.needs);
  }

  /** Settles a member; returns who has nothing left to wait for at this gate. */
  settle(event: TraceEvent): Pending[] {
    this.#settled[this.#index.get(event.id) as number] = true;
    while (this.#settled[this.#reached]) this.#reached += 1;
    const free: Pending[] = [];
    for (; this.#released < this.#waiters.length; this.#released += 1) {
      const { needs, pending } = this.#waiters[this.#released] as { needs: number; pending: Pending };
      if (needs > this.#reached) break;
      free.push(pending);
    }
    return free;
  }

  #upTo(at: Instant): number {
    let [low, high] = [0, this.#members.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#members[middle] as TraceEvent).at <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
