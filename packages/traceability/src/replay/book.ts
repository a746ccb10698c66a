import { type Instant, ok, type Result, refused } from '@portolan/kernel';
import type { Amount } from '../amount/amount.ts';
import { traceabilityCatalogue } from '../catalogue.ts';
import type { FlowEvent } from '../event/event.ts';
import { compare } from './effective.ts';
import type { KnownLot, Lot, Movement } from './lot.ts';
import { PoolBook } from './pool-book.ts';

/** Everything that could fill or draw a lot, whether it will be accepted or not. */
export interface Candidates {
  /** Events that name the lot as output, by lot. */
  readonly producers: ReadonlyMap<string, readonly FlowEvent[]>;
  readonly drawers: ReadonlyMap<string, readonly FlowEvent[]>;
}

/** The lots that the accepted events made, with what is left of each at every moment. */
export class Book {
  readonly lots: Map<string, Lot>;
  readonly #candidates: Candidates;
  readonly #later: ReadonlyMap<string, readonly Movement[]>;
  readonly #pools = new Map<string, Pool>();

  constructor(known: readonly KnownLot[], candidates: Candidates) {
    this.lots = new Map(known.map(({ lot }) => [lot.id, lot]));
    this.#later = new Map(known.map(({ lot, later = [] }) => [lot.id, later]));
    this.#candidates = candidates;
  }

  /** The lot as it stood at a moment. Refuses one that was made later, and one that nothing is known of. */
  known(id: string, at: Instant): Result<Lot> {
    const lot = this.lots.get(id);
    if (!lot)
      return refused(
        traceabilityCatalogue.refuse('TRACE_LOT_UNKNOWN', { path: '/lot', params: { lot: id } }),
      );
    if (lot.made <= at) return ok(lot);
    return refused(
      traceabilityCatalogue.refuse('TRACE_BEFORE_EXISTED', {
        path: '/lot',
        params: { lot: id, made: lot.made, at },
      }),
    );
  }

  open(lot: Lot): Lot {
    this.lots.set(lot.id, lot);
    return lot;
  }

  /** What the event can take of the lot without leaving another accepted step short. */
  available(lot: Lot, event: FlowEvent): Amount {
    if (!lot.pool) return lot.produced - lot.drawn;
    const { book, moments } = this.#pool(lot);
    return book.available(moments.get(event.id) as number);
  }

  draw(lot: Lot, event: FlowEvent, amount: Amount): void {
    this.#enter(lot, event, -amount);
    lot.drawn += amount;
    if (lot.lastDrawn === undefined || event.at > lot.lastDrawn) lot.lastDrawn = event.at;
    lot.takenBy.push(event);
  }

  fill(lot: Lot, event: FlowEvent, amount: Amount): void {
    this.#enter(lot, event, amount);
    if (event.at < lot.made) lot.made = event.at;
    lot.produced += amount;
    lot.madeBy.push(event);
  }

  #enter(lot: Lot, event: FlowEvent, amount: Amount): void {
    if (!lot.pool) return;
    const { book, moments } = this.#pool(lot);
    book.enter(moments.get(event.id) as number, amount);
  }

  #pool(lot: Lot): Pool {
    const found = this.#pools.get(lot.id);
    if (found) return found;
    const pool = openPool(
      lot,
      this.#candidates.producers.get(lot.id) ?? [],
      this.#candidates.drawers.get(lot.id) ?? [],
      this.#later.get(lot.id) ?? [],
    );
    this.#pools.set(lot.id, pool);
    return pool;
  }
}

interface Pool {
  readonly book: PoolBook;
  /** Place in time of every event that touches the pool. At one moment deposits come before draws. */
  readonly moments: ReadonlyMap<string, number>;
}

function openPool(
  lot: Lot,
  producers: readonly FlowEvent[],
  drawers: readonly FlowEvent[],
  later: readonly Movement[],
): Pool {
  const entries = [
    ...producers.map(({ id, at }) => ({ id, at, side: 0, amount: 0n })),
    ...drawers.map(({ id, at }) => ({ id, at, side: 1, amount: 0n })),
    ...later.map(({ event, at, amount }) => ({ id: event, at, side: amount < 0n ? 1 : 0, amount })),
  ].sort((a, b) => compare(a.at, b.at) || a.side - b.side || compare(a.id, b.id));
  const book = new PoolBook(entries.length + 1);
  const settled = later.reduce((sum, { amount }) => sum + amount, 0n);
  book.enter(0, lot.produced - lot.drawn - settled);
  for (const [index, { amount }] of entries.entries()) if (amount !== 0n) book.enter(index + 1, amount);
  return { book, moments: new Map(entries.map(({ id }, index) => [id, index + 1])) };
}
