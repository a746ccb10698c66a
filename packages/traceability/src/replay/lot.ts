import type { Instant } from '@portolan/kernel';
import type { Amount } from '../amount/amount.ts';
import type { FlowEvent, FlowOutput, TransferEvent } from '../event/event.ts';

/** What the accepted events say of one lot. Amounts are in the lot's unit. */
export interface Lot {
  readonly id: string;
  readonly commodity: string;
  readonly unit: string;
  readonly base?: string | undefined;
  readonly pool: boolean;
  /** When it was first filled or made. */
  made: Instant;
  readonly attributes: Readonly<Record<string, string>>;
  /** Everything that ever came in, and everything that was taken. */
  produced: Amount;
  drawn: Amount;
  /** The latest moment at which something was taken. */
  lastDrawn?: Instant;
  readonly madeBy: FlowEvent[];
  readonly takenBy: FlowEvent[];
  readonly holders: Record<'title' | 'custody', Holding>;
}

/** Who held a lot from the start and every transfer since, in the order of time. */
export interface Holding {
  readonly first: string | undefined;
  readonly transfers: TransferEvent[];
}

export function newLot(event: FlowEvent, output: FlowOutput, inherited: Holders): Lot {
  return {
    id: output.lot,
    commodity: output.commodity,
    unit: output.quantity.unit,
    base: output.quantity.base,
    pool: output.pool ?? false,
    made: event.at,
    attributes: output.attributes ?? {},
    produced: 0n,
    drawn: 0n,
    madeBy: [],
    takenBy: [],
    holders: {
      title: { first: output.owner ?? inherited.title, transfers: [] },
      custody: { first: output.custodian ?? inherited.custody, transfers: [] },
    },
  };
}

export interface Holders {
  readonly title: string | undefined;
  readonly custody: string | undefined;
}

/** Who held the lot at a moment; a transfer counts from its own moment on. */
export function holderAt(lot: Lot, what: 'title' | 'custody', at: Instant): string | undefined {
  const { first, transfers } = lot.holders[what];
  return transfers.findLast((transfer) => transfer.at <= at)?.to ?? first;
}

export function holdersAt(lot: Lot, at: Instant): Holders {
  return { title: holderAt(lot, 'title', at), custody: holderAt(lot, 'custody', at) };
}

/** Since when nothing was left of a lot; undefined while something is. A pool may always be filled again. */
export function goneSince(lot: Lot): Instant | undefined {
  return lot.pool || lot.drawn < lot.produced ? undefined : lot.lastDrawn;
}

/** A lot whose story up to now is settled elsewhere, such as in a store. */
export interface KnownLot {
  readonly lot: Lot;
  /** Of a pool: what went in (above zero) and out (below) from the earliest moment that the events at hand touch. */
  readonly later?: readonly Movement[];
}

export interface Movement {
  readonly event: string;
  readonly at: Instant;
  readonly amount: Amount;
}
