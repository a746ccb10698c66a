import { Decimal, sumDecimals } from '@portolan/kernel';
import type { CreditNote } from '../schema/credit-note.ts';
import type { TransportEventKind, TransportStatus } from '../schema/transport-status.ts';
import { arrivedKinds } from './arrivals.ts';
import { confirmedQuantity } from './confirmed.ts';
import type { JoinedLine } from './line-joins.ts';
import type { Paper } from './paper.ts';
import { quantityIn } from './quantity-in.ts';
import { type PartContext, type ShippedPart, shippedParts } from './shipped-parts.ts';
import type { StandingLine } from './standing-order.ts';
import type { OrderLineState, UnlikeQuantity } from './types.ts';

/** What the state of a line is reckoned from. */
export interface LineContext extends PartContext {
  readonly confirmations: readonly Paper[];
  readonly arrived: ReadonlySet<string>;
  readonly entered: Decimal;
}

/** How far each quantity of an order line has come. */
export function lineState(
  line: StandingLine,
  joined: readonly JoinedLine[],
  context: LineContext,
): OrderLineState {
  const { unit } = line.quantity;
  const sum = (stage: Paper['stage']) => sumOf(joined, stage, unit);
  const ordered = line.cancelled ? Decimal.zero : Decimal.of(line.quantity.value);
  const parts = shippedParts(line, joined, context);
  const events = eventQuantities(joined, unit);
  const shipped = parts.length > 0 ? total(parts) : events.shipped;
  const landed = total(parts.filter(({ nodes }) => nodes.some((node) => context.arrived.has(node))));
  const arrived = landed.isZero() ? events.arrived : landed;
  const open = Decimal.max(Decimal.zero, ordered.minus(context.entered));
  return {
    order: line.order.id,
    line: line.at,
    number: line.number,
    description: line.description,
    unit,
    cancelled: line.cancelled,
    sums: {
      ordered: ordered.toString(),
      confirmed: confirmedQuantity(line, joined, context.confirmations).toString(),
      invoiced: sum('invoice').plus(credited(joined, unit)).toString(),
      packed: sum('packing').toString(),
      shipped: shipped.toString(),
      arrived: arrived.toString(),
      entered: context.entered.toString(),
      open: open.toString(),
    },
    unlike: unlikeOf(joined, unit),
  };
}

function total(parts: readonly ShippedPart[]): Decimal {
  return sumDecimals(parts.map(({ quantity }) => quantity));
}

function sumOf(joined: readonly JoinedLine[], stage: Paper['stage'], unit: string): Decimal {
  let sum = Decimal.zero;
  for (const { paper, line } of joined) {
    const quantity = paper.stage === stage ? quantityIn(unit, line) : undefined;
    if (quantity) sum = sum.plus(quantity);
  }
  return sum;
}

/** What credit notes take off and debit notes add. */
function credited(joined: readonly JoinedLine[], unit: string): Decimal {
  let sum = Decimal.zero;
  for (const { paper, line } of joined) {
    const quantity = paper.stage === 'credit' ? quantityIn(unit, line) : undefined;
    if (!quantity) continue;
    sum = (paper.item.document as CreditNote).kind === 'debit' ? sum.plus(quantity) : sum.minus(quantity);
  }
  return sum;
}

const shippedKinds: ReadonlySet<TransportEventKind> = new Set(['shipped', 'picked-up', 'departed']);

/** Quantities that events themselves tell, as EPCIS events do; used where no paper of the shipment is at hand. */
function eventQuantities(
  joined: readonly JoinedLine[],
  unit: string,
): { shipped: Decimal; arrived: Decimal } {
  let [shipped, arrived] = [Decimal.zero, Decimal.zero];
  for (const { paper, line } of joined) {
    if (paper.stage !== 'status') continue;
    const event = (paper.item.document as TransportStatus).events[Number(line.pointer.split('/')[2])];
    const quantity = event?.certainty === 'actual' ? quantityIn(unit, line) : undefined;
    if (!event || !quantity) continue;
    if (shippedKinds.has(event.kind)) shipped = shipped.plus(quantity);
    if (arrivedKinds.has(event.kind)) arrived = arrived.plus(quantity);
  }
  return { shipped: Decimal.max(shipped, arrived), arrived };
}

function unlikeOf(joined: readonly JoinedLine[], unit: string): UnlikeQuantity[] {
  return joined.flatMap(({ paper, line }) =>
    line.quantity && !quantityIn(unit, line)
      ? [{ at: { node: paper.id, line: line.pointer }, quantity: line.quantity }]
      : [],
  );
}
