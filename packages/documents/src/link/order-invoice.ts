import { hasNumber, plainNumber, sameNumber } from '../compare/number.ts';
import { sameParty } from '../compare/party.ts';
import { type Evidence, type EvidenceOf, evidenceOf, type Link } from '../evidence.ts';
import type { CommercialInvoiceLine } from '../schema/commercial-invoice.ts';
import type { PurchaseOrderLine } from '../schema/purchase-order.ts';
import { descriptionKey } from './keys.ts';
import { documentLink, lineLink } from './link.ts';
import { type PairRule, pairLines } from './pair-lines.ts';

type Order = EvidenceOf<'PurchaseOrder'>;
type Invoice = EvidenceOf<'CommercialInvoice'>;

/** Orders and the invoices that name them: whole documents, and line by line. */
export function linkOrdersAndInvoices(evidence: readonly Evidence[]): Link[] {
  const orders = evidenceOf(evidence, 'PurchaseOrder');
  return evidenceOf(evidence, 'CommercialInvoice').flatMap((invoice) => {
    const named = orders.filter((order) => names(invoice, order));
    return named.flatMap((order) => [
      documentLink('order-invoice', order, invoice, `the invoice names order ${order.document.number}`),
      ...linkLines(order, invoice, named.length === 1),
    ]);
  });
}

/** The invoice names the order, and not both of the parties are others: numbers of two buyers can be equal by chance. */
function names({ document: invoice }: Invoice, { document: order }: Order): boolean {
  const stated = [...(invoice.orderNumbers ?? []), ...invoice.lines.map(({ orderNumber }) => orderNumber)];
  if (!hasNumber(stated, order.number)) return false;
  return sameParty(invoice.seller, order.seller) || sameParty(invoice.buyer, order.buyer);
}

function linkLines(order: Order, invoice: Invoice, only: boolean): Link[] {
  const belongs = ({ orderNumber }: CommercialInvoiceLine) =>
    orderNumber === undefined ? only : sameNumber(orderNumber, order.document.number);
  const lines = invoice.document.lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) => belongs(line));
  const rules = order.document.lines.length === 1 && lines.length === 1 ? [...byLine, onlyLine] : byLine;
  return pairLines(order.document.lines, lines, rules).map(({ left, right, by }) =>
    lineLink('order-invoice', [order, `/lines/${left}`], [invoice, `/lines/${lines[right]?.index}`], by),
  );
}

type Rule = PairRule<PurchaseOrderLine, { line: CommercialInvoiceLine }>;

const byLine: readonly Rule[] = [
  {
    by: 'the order line that the invoice line names',
    left: ({ number }) => plainNumber(number),
    right: ({ line }) => line.orderLine && plainNumber(line.orderLine),
  },
  { by: 'the same trade item number', left: ({ gtin }) => gtin, right: ({ line }) => line.gtin },
  {
    by: 'the same item number',
    left: ({ sku }) => sku && plainNumber(sku),
    right: ({ line }) => line.sku && plainNumber(line.sku),
  },
  { by: 'the same description', left: descriptionKey, right: ({ line }) => descriptionKey(line) },
];

const onlyLine: Rule = { by: 'the only line of both', left: () => '', right: () => '' };
