import { convertQuantity, Decimal } from '@portolan/kernel';
import type { Drift, Evidence, EvidenceOf, Link } from '../evidence.ts';
import type { CommercialInvoiceLine } from '../schema/commercial-invoice.ts';
import type { PurchaseOrderLine } from '../schema/purchase-order.ts';
import { type CaseFile, lineIndex } from './case-file.ts';
import { driftOf, type Stated } from './drift.ts';
import { orderTotalDrift } from './order-total.ts';
import { partyDrift } from './parties.ts';
import { compareExact, shownQuantity, sumIn } from './quantities.ts';

const correctInvoice = 'Ask the seller for a corrected invoice, or the buyer for a changed order.';

/** Where an invoice departs from the order that it names: parties, currency, Incoterm, and line by line. */
export function orderInvoiceDrift(file: CaseFile): Drift[] {
  const documents = file.links('order-invoice', 'document').flatMap(({ from, to }) => {
    const order = file.item(from.digest, 'PurchaseOrder');
    const invoice = file.item(to.digest, 'CommercialInvoice');
    return order && invoice ? headerDrift(order, invoice) : [];
  });
  const lines = [...file.linesFrom('order-invoice').values()].flatMap((links) => lineDrift(file, links));
  return [...documents, ...lines, ...orderTotalDrift(file, lines)];
}

function headerDrift(order: EvidenceOf<'PurchaseOrder'>, invoice: EvidenceOf<'CommercialInvoice'>): Drift[] {
  const parties = partyDrift(order, invoice, [
    { left: '/buyer', right: '/buyer', role: 'the buyer', severity: 'refer' },
    { left: '/seller', right: '/seller', role: 'the seller', severity: 'refer' },
  ]);
  const at = (pointer: string): [Stated, Stated] => [
    { item: order, pointer },
    { item: invoice, pointer },
  ];
  const currency =
    order.document.currency === invoice.document.currency
      ? []
      : [driftOf('currency', 'refer', 'the currency differs', ...at('/currency'), correctInvoice)];
  return [...parties, ...currency, ...incotermDrift(order, invoice)];
}

/** The rule decides who pays freight and insurance, and so the value of the goods; the place says until where. */
function incotermDrift(
  order: EvidenceOf<'PurchaseOrder'>,
  invoice: EvidenceOf<'CommercialInvoice'>,
): Drift[] {
  const [left, right] = [order.document.incoterm, invoice.document.incoterm];
  if (!left || !right || left.code === right.code) return [];
  const sides: [Stated, Stated] = [
    { item: order, pointer: '/incoterm/code' },
    { item: invoice, pointer: '/incoterm/code' },
  ];
  return [driftOf('incoterm', 'refer', 'the Incoterm differs', ...sides, correctInvoice)];
}

/** All invoice lines that belong to one order line. */
function lineDrift(file: CaseFile, links: readonly Link[]): Drift[] {
  const [first] = links;
  const order = first && file.item(first.from.digest, 'PurchaseOrder');
  const ordered = first && order?.document.lines[lineIndex(first.from.pointer)];
  if (!first || !order || !ordered) return [];
  const invoiced = links.flatMap(({ to }) => {
    const invoice = file.item(to.digest, 'CommercialInvoice');
    const line = invoice?.document.lines[lineIndex(to.pointer)];
    return invoice && line ? [{ item: invoice, pointer: to.pointer, line }] : [];
  });
  const from = { item: order, pointer: first.from.pointer, line: ordered };
  return [
    ...quantityDrift(from, invoiced),
    ...invoiced.flatMap((to) => [...priceDrift(from, to), ...goodsDrift(from, to)]),
  ];
}

interface OrderedLine {
  readonly item: Evidence;
  readonly pointer: string;
  readonly line: PurchaseOrderLine;
}
interface InvoicedLine {
  readonly item: Evidence;
  readonly pointer: string;
  readonly line: CommercialInvoiceLine;
}

function quantityDrift(ordered: OrderedLine, invoiced: readonly InvoicedLine[]): Drift[] {
  const [first] = invoiced;
  if (!first) return [];
  const { value, unit } = ordered.line.quantity;
  const left = { item: ordered.item, pointer: `${ordered.pointer}/quantity` };
  const right = { item: first.item, pointer: `${first.pointer}/quantity` };
  const sum = sumIn(
    unit,
    invoiced.map(({ line }) => line.quantity),
  );
  if (!sum)
    return [
      driftOf(
        'unit',
        'warn',
        'the units cannot be compared',
        left,
        right,
        'Give both quantities in units of one kind.',
      ),
    ];
  const shown = invoiced.length > 1 ? `${shownQuantity(sum, unit)} in ${invoiced.length} lines` : undefined;
  const stated = { ...right, ...(shown && { shown }) };
  switch (compareExact(sum, Decimal.of(value))) {
    case 1:
      return [
        driftOf('quantity', 'refer', 'more is invoiced than was ordered', left, stated, correctInvoice),
      ];
    case -1:
      return [
        driftOf(
          'quantity',
          'info',
          'less is invoiced than was ordered',
          left,
          stated,
          'Nothing is needed for a partial delivery; else ask the seller for the missing invoice.',
        ),
      ];
    default:
      return [];
  }
}

/** Unit prices, each for one unit of the order line. Another currency is told once for the document. */
function priceDrift(ordered: OrderedLine, invoiced: InvoicedLine): Drift[] {
  const [left, right] = [ordered.line.unitPrice, invoiced.line.unitPrice];
  if (!left || !right || left.currency !== right.currency) return [];
  const { unit } = ordered.line.quantity;
  const leftPer = perUnit(ordered.line, unit);
  const rightPer = perUnit(invoiced.line, unit);
  // Prices for a and b units are equal when each times the other's quantity is: nothing is divided, nothing rounded.
  if (!leftPer || !rightPer) return [];
  const difference = Decimal.of(left.amount).times(rightPer).minus(Decimal.of(right.amount).times(leftPer));
  if (compareExact(difference, Decimal.zero) === 0) return [];
  return [
    driftOf(
      'price',
      'refer',
      'the unit price differs',
      { item: ordered.item, pointer: `${ordered.pointer}/unitPrice`, shown: shownPrice(ordered.line) },
      { item: invoiced.item, pointer: `${invoiced.pointer}/unitPrice`, shown: shownPrice(invoiced.line) },
      correctInvoice,
    ),
  ];
}

type PricedLine = PurchaseOrderLine | CommercialInvoiceLine;

/** The quantity that a line's price is for, in `unit`. */
function perUnit(line: PricedLine, unit: string): Decimal | undefined {
  const per = convertQuantity(line.priceQuantity ?? { value: '1', unit: line.quantity.unit }, unit);
  return per.ok ? Decimal.of(per.value.value) : undefined;
}

function shownPrice({ unitPrice, priceQuantity, quantity }: PricedLine): string {
  const per = priceQuantity ? `${priceQuantity.value} ${priceQuantity.unit}` : quantity.unit;
  return `${unitPrice?.amount} ${unitPrice?.currency} per ${per}`;
}

/** Origin and six-digit code, where both documents give them. */
function goodsDrift(ordered: OrderedLine, invoiced: InvoicedLine): Drift[] {
  const found: Drift[] = [];
  const [from, to] = [ordered.line.originCountry, invoiced.line.originCountry];
  if (from && to && from !== to)
    found.push(
      driftOf(
        'origin',
        'refer',
        'the country of origin differs',
        { item: ordered.item, pointer: `${ordered.pointer}/originCountry` },
        { item: invoiced.item, pointer: `${invoiced.pointer}/originCountry` },
        'Ask the seller where the goods were made, and correct the document that is wrong.',
      ),
    );
  const [hs, hts] = [ordered.line.hs, invoiced.line.hts];
  if (hs && hts && hs.slice(0, 6) !== hts.slice(0, 6))
    found.push(
      driftOf(
        'classification',
        'warn',
        'the six-digit code differs',
        { item: ordered.item, pointer: `${ordered.pointer}/hs` },
        { item: invoiced.item, pointer: `${invoiced.pointer}/hts` },
        'Settle the classification of the goods, and correct the document that is wrong.',
      ),
    );
  return found;
}
