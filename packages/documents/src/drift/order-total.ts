import { Decimal } from '@portolan/kernel';
import type { Drift, EvidenceOf } from '../evidence.ts';
import { type CaseFile, grouped } from './case-file.ts';
import { driftOf } from './drift.ts';

/**
 * Totals of an order and its one invoice that differ although all their lines agree: a charge or discount that was not
 * agreed. Where lines differ or are missing, the lines tell it already.
 */
export function orderTotalDrift(file: CaseFile, lineDrifts: readonly Drift[]): Drift[] {
  const links = file.links('order-invoice', 'document');
  const byOrder = grouped(links, ({ from }) => from.digest);
  const byInvoice = grouped(links, ({ to }) => to.digest);
  return links.flatMap(({ from, to }) => {
    const single = byOrder.get(from.digest)?.length === 1 && byInvoice.get(to.digest)?.length === 1;
    const drifted = lineDrifts.some(
      ({ left, right }) => left.digest === from.digest && right.digest === to.digest,
    );
    const order = file.item(from.digest, 'PurchaseOrder');
    const invoice = file.item(to.digest, 'CommercialInvoice');
    return single && !drifted && order && invoice && isWhole(file, order, invoice)
      ? totalDrift(order, invoice)
      : [];
  });
}

/** True when each line of one belongs to exactly one line of the other. */
function isWhole(
  file: CaseFile,
  order: EvidenceOf<'PurchaseOrder'>,
  invoice: EvidenceOf<'CommercialInvoice'>,
): boolean {
  const pairs = file
    .links('order-invoice', 'line')
    .filter(({ from, to }) => from.digest === order.digest && to.digest === invoice.digest);
  const ordered = new Set(pairs.map(({ from }) => from.pointer));
  const invoiced = new Set(pairs.map(({ to }) => to.pointer));
  return ordered.size === order.document.lines.length && invoiced.size === invoice.document.lines.length;
}

function totalDrift(order: EvidenceOf<'PurchaseOrder'>, invoice: EvidenceOf<'CommercialInvoice'>): Drift[] {
  const [left, right] = [order.document.total, invoice.document.total];
  if (!left || left.currency !== right.currency || Decimal.of(left.amount).eq(Decimal.of(right.amount)))
    return [];
  return [
    driftOf(
      'total',
      'warn',
      'the totals differ although the lines agree',
      { item: order, pointer: '/total' },
      { item: invoice, pointer: '/total' },
      'Ask the seller which charge or discount explains the difference, and for an invoice that names it.',
    ),
  ];
}
