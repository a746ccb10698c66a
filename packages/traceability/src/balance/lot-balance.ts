import { expectOk, type Instant, type Refusal } from '@portolan/kernel';
import { type Amount, amountIn, textOf } from '../amount/amount.ts';
import { amountFor, type Measure } from '../amount/measure.ts';
import { traceabilityCatalogue } from '../catalogue.ts';
import type { FlowEvent, StockEvent } from '../event/event.ts';
import { exactPolicy, type TracePolicy, toleranceAt } from '../policy.ts';
import { allowed, size } from '../replay/conservation.ts';
import type { Lot } from '../replay/lot.ts';
import type { TraceState } from '../replay/replay.ts';

/** The account of one lot over a span of time, in the lot's unit: opening + received - dispatched - lost = closing. */
export interface LotBalance {
  readonly lot: string;
  readonly unit: string;
  readonly opening: Amount;
  readonly received: Amount;
  readonly dispatched: Amount;
  readonly lost: Amount;
  readonly closing: Amount;
  /** Stocks measured within the span, each beside the book of its moment. */
  readonly stocks: readonly StockCheck[];
}

export interface StockCheck {
  readonly event: string;
  readonly at: Instant;
  readonly measured: Amount;
  readonly book: Amount;
  /** Measured less book: what the tickets don't explain. */
  readonly difference: Amount;
  readonly within: boolean;
}

interface Movement {
  readonly at: Instant;
  readonly amount: Amount;
  readonly lost: boolean;
}

/** The account of a lot from `from` until just before `until`. A movement counts at its moment. */
export function lotBalance(
  state: TraceState,
  lot: Lot,
  from: Instant,
  until: Instant,
  policy: TracePolicy = exactPolicy,
): LotBalance {
  const movements = movementsOf(lot);
  const total = (pick: (movement: Movement) => boolean) =>
    movements.reduce((sum, movement) => (pick(movement) ? sum + movement.amount : sum), 0n);
  const within = ({ at }: { readonly at: Instant }) => at >= from && at < until;
  const stocks = state.stocks.filter((stock) => stock.lot === lot.id && within(stock));
  return {
    lot: lot.id,
    unit: lot.unit,
    opening: total(({ at }) => at < from),
    received: total((each) => within(each) && each.amount > 0n),
    dispatched: -total((each) => within(each) && each.amount < 0n && !each.lost),
    lost: -total((each) => within(each) && each.amount < 0n && each.lost),
    closing: total(({ at }) => at < until),
    stocks: stocks.flatMap((stock) => checkStock(lot, movements, stock, policy)),
  };
}

/** Every measured stock that its book doesn't explain within the policy, for the officer's list: largest first. */
export function stockFindings(state: TraceState, policy: TracePolicy = exactPolicy): Refusal[] {
  const byLot = new Map<string, StockEvent[]>();
  for (const stock of state.stocks) byLot.set(stock.lot, [...(byLot.get(stock.lot) ?? []), stock]);
  const apart = [...byLot].flatMap(([id, stocks]) => {
    const lot = state.lots.get(id);
    if (!lot) return [];
    const movements = movementsOf(lot);
    return stocks
      .flatMap((stock) => checkStock(lot, movements, stock, policy))
      .filter(({ within }) => !within)
      .map((check) => ({ lot, check }));
  });
  return apart
    .sort((a, b) => (size(a.check.difference) < size(b.check.difference) ? 1 : -1))
    .map(({ lot, check }) => stockDiffers(lot, check));
}

/** The finding about a measured stock that its book doesn't explain. */
export function stockDiffers({ id, unit }: Pick<Lot, 'id' | 'unit'>, check: StockCheck): Refusal {
  return traceabilityCatalogue.refuse('TRACE_STOCK_DIFFERS', {
    path: '/quantity',
    params: {
      event: check.event,
      lot: id,
      unit,
      measured: textOf(check.measured),
      book: textOf(check.book),
      difference: textOf(check.difference),
    },
  });
}

function checkStock(
  lot: Lot,
  movements: readonly Movement[],
  stock: StockEvent,
  policy: TracePolicy,
): StockCheck[] {
  const book = movements.reduce((sum, { at, amount }) => (at <= stock.at ? sum + amount : sum), 0n);
  return compareStock(lot, stock, book, policy);
}

/**
 * A measured stock beside the book of its moment, in the lot's unit. Nothing where it was measured in something that the lot is
 * not counted in.
 */
export function compareStock(
  lot: Pick<Lot, 'id' | 'unit' | 'base' | 'commodity'>,
  stock: StockEvent,
  book: Amount,
  policy: TracePolicy,
): StockCheck[] {
  const measured = amountFor(stock.quantity, lot.id, lot, '/quantity');
  if (!measured.ok) return [];
  const difference = measured.value - book;
  const tolerated = allowed(book, toleranceAt(policy, 'measure', lot.commodity, stock.at));
  const within = size(difference) <= tolerated;
  return [{ event: stock.id, at: stock.at, measured: measured.value, book, difference, within }];
}

function movementsOf(lot: Lot): Movement[] {
  const part = (ends: readonly { readonly lot: string; readonly quantity: Measure }[]) =>
    ends.reduce((sum, end) => (end.lot === lot.id ? sum + exact(end.quantity, lot.unit) : sum), 0n);
  const into = (event: FlowEvent) => ({ at: event.at, amount: part(event.outputs), lost: false });
  const out = (event: FlowEvent) => ({
    at: event.at,
    amount: -part(event.inputs),
    lost: event.kind === 'lose',
  });
  return [...lot.madeBy.map(into), ...lot.takenBy.map(out)];
}

function exact(quantity: Measure, unit: string): Amount {
  return expectOk(amountIn(quantity, unit));
}
