import type { Quantity } from '@portolan/kernel';
import { plainNumber } from '../compare/number.ts';
import { byText } from '../compare/order.ts';
import type { OrderChange } from '../schema/order-change.ts';
import type { PurchaseOrder, PurchaseOrderLine } from '../schema/purchase-order.ts';
import type { Paper } from './paper.ts';
import type { GraphEnd } from './types.ts';

type ChangedLine = NonNullable<OrderChange['lines']>[number];

/** A line as it is ordered now. `at` says where its quantity was last written. */
export interface StandingLine {
  readonly order: Paper;
  readonly at: GraphEnd;
  readonly number: string;
  readonly description: string;
  readonly sku?: string | undefined;
  readonly gtin?: string | undefined;
  readonly quantity: Quantity;
  readonly cancelled: boolean;
  /** Price, origin and code as ordered, with what changes said of the price. */
  readonly priced: PurchaseOrderLine;
  readonly changedBy: readonly { readonly change: Paper; readonly pointer: string }[];
}

/** An order with all changes applied, in their sequence and not in that of their arrival. */
export interface StandingOrder {
  readonly order: Paper;
  readonly changes: readonly Paper[];
  readonly cancelledBy?: Paper;
  readonly lines: readonly StandingLine[];
}

/** Applies changes to an order. A later sequence number wins; without one, the later date, then the number of the change. */
export function standingOrder(order: Paper, changes: readonly Paper[]): StandingOrder {
  const inOrder = [...changes].sort((left, right) => byText(changeKey(left), changeKey(right)));
  const lines = new Map<string, StandingLine>();
  const { lines: ordered } = order.item.document as PurchaseOrder;
  ordered.forEach((line, index) => {
    lines.set(plainNumber(line.number), first(order, line, index));
  });
  for (const change of inOrder) apply(change, order, lines);
  const cancelledBy = inOrder.find(({ item }) => (item.document as OrderChange).cancelled);
  const all = [...lines.values()];
  return {
    order,
    changes: inOrder,
    ...(cancelledBy && { cancelledBy }),
    lines: cancelledBy ? all.map((line) => ({ ...line, cancelled: true })) : all,
  };
}

function changeKey({ item, date = '', number, id }: Paper): string {
  const { sequence = 0 } = item.document as OrderChange;
  return [String(sequence).padStart(6, '0'), date, number, id].join('\n');
}

function first(order: Paper, line: PurchaseOrderLine, index: number): StandingLine {
  return {
    order,
    at: { node: order.id, line: `/lines/${index}` },
    number: line.number,
    description: line.description,
    sku: line.sku,
    gtin: line.gtin,
    quantity: line.quantity,
    cancelled: false,
    priced: line,
    changedBy: [],
  };
}

function apply(change: Paper, order: Paper, lines: Map<string, StandingLine>): void {
  const { lines: changed = [] } = change.item.document as OrderChange;
  changed.forEach((line, index) => {
    const key = plainNumber(line.number);
    const pointer = `/lines/${index}`;
    const before = lines.get(key);
    const after = before
      ? changedLine(before, line, change, pointer)
      : addedLine(order, line, change, pointer);
    if (after) lines.set(key, after);
  });
}

function changedLine(before: StandingLine, line: ChangedLine, change: Paper, pointer: string): StandingLine {
  const changedBy = [...before.changedBy, { change, pointer }];
  if (line.action === 'keep') return { ...before, changedBy };
  if (line.action === 'cancel') return { ...before, cancelled: true, changedBy };
  const quantity = line.quantity ?? before.quantity;
  const { unitPrice = before.priced.unitPrice, priceQuantity = before.priced.priceQuantity } = line;
  const priced = {
    ...before.priced,
    quantity,
    ...(unitPrice && { unitPrice }),
    ...(priceQuantity && { priceQuantity }),
  };
  return { ...before, cancelled: false, quantity, priced, changedBy };
}

/** A line that the order did not have; a change that gives it no quantity adds nothing. */
function addedLine(
  order: Paper,
  line: ChangedLine,
  change: Paper,
  pointer: string,
): StandingLine | undefined {
  if (line.action === 'cancel' || !line.quantity) return undefined;
  const { number, sku, gtin, quantity, unitPrice, priceQuantity, description = number } = line;
  const priced = {
    number,
    description,
    quantity,
    ...(unitPrice && { unitPrice }),
    ...(priceQuantity && { priceQuantity }),
  };
  const at = { node: change.id, line: pointer };
  return {
    order,
    at,
    number,
    description,
    sku,
    gtin,
    quantity,
    cancelled: false,
    priced,
    changedBy: [{ change, pointer }],
  };
}
