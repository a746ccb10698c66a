import { hasNumber, plainNumber, sameNumber } from '../compare/number.ts';
import { type Evidence, type EvidenceOf, evidenceOf, type Link } from '../evidence.ts';
import type { CommercialInvoiceLine } from '../schema/commercial-invoice.ts';
import type { PackingListLine } from '../schema/packing-list.ts';
import { descriptionKey } from './keys.ts';
import { documentLink, lineLink } from './link.ts';
import { type PairRule, pairLines } from './pair-lines.ts';

type Invoice = EvidenceOf<'CommercialInvoice'>;
type Packing = EvidenceOf<'PackingList'>;

/** Invoices and the packing lists that name them, and orders that packing lists name. */
export function linkPackingLists(evidence: readonly Evidence[]): Link[] {
  const invoices = evidenceOf(evidence, 'CommercialInvoice');
  const orders = evidenceOf(evidence, 'PurchaseOrder');
  return evidenceOf(evidence, 'PackingList').flatMap((packing) => {
    const named = invoices.filter(({ document }) =>
      hasNumber(packing.document.invoiceNumbers, document.number),
    );
    const ordered = orders.filter(({ document }) =>
      hasNumber(packing.document.orderNumbers, document.number),
    );
    return [
      ...ordered.map((order) =>
        documentLink(
          'order-packing',
          order,
          packing,
          `the packing list names order ${order.document.number}`,
        ),
      ),
      ...named.map((invoice) =>
        documentLink(
          'invoice-packing',
          invoice,
          packing,
          `the packing list names invoice ${invoice.document.number}`,
        ),
      ),
      ...unambiguous(named.flatMap((invoice) => linkLines(invoice, packing, named.length === 1))),
    ];
  });
}

/** A line that fits lines of several invoices is of the one that it fits best; equally well, of nobody knows which. */
function unambiguous(links: readonly Link[]): Link[] {
  const byLine = Map.groupBy(links, ({ to }) => to.pointer);
  return [...byLine.values()].flatMap((own) => {
    const best = Math.min(...own.map(rankOf));
    const fitting = own.filter((link) => rankOf(link) === best);
    return new Set(fitting.map(({ from }) => from.digest)).size === 1 ? fitting : [];
  });
}

/** Strongest reason first. */
function rankOf({ by }: Link): number {
  const rules = [OWN_LINE, byInvoiceLine, byInvoiceLineAndGoods, ...byGoods, onlyLine];
  return rules.findIndex((rule) => (typeof rule === 'string' ? rule : rule.by) === by);
}

function linkLines(invoice: Invoice, packing: Packing, only: boolean): Link[] {
  const { lines, number } = invoice.document;
  const packed = packing.document.lines;
  const single = only && lines.length === 1 && packed.length === 1;
  const rules = [
    byOwnInvoiceLine(number),
    ...(only ? [byInvoiceLine] : [byInvoiceLineAndGoods]),
    ...byGoods,
    ...(single ? [onlyLine] : []),
  ];
  return pairLines(lines, packed, rules).flatMap(({ left, right, by }) => {
    const own = packed[right]?.invoiceNumber;
    if (own !== undefined && !sameNumber(own, number)) return [];
    return lineLink('invoice-packing', [invoice, `/lines/${left}`], [packing, `/lines/${right}`], by);
  });
}

type Rule = PairRule<CommercialInvoiceLine, PackingListLine>;

const OWN_LINE = 'the invoice and line that the packing list names';

/** A line that names the invoice itself needs nothing else to be the same. */
const byOwnInvoiceLine = (invoice: string): Rule => ({
  by: OWN_LINE,
  left: ({ number }) => plainNumber(number),
  right: ({ invoiceNumber, invoiceLine }) =>
    invoiceLine && sameNumber(invoiceNumber, invoice) ? plainNumber(invoiceLine) : undefined,
});

const byInvoiceLine: Rule = {
  by: 'the invoice line that the packing list names',
  left: ({ number }) => plainNumber(number),
  right: ({ invoiceLine }) => invoiceLine && plainNumber(invoiceLine),
};

/** Two invoices on one packing list may both have a line 1: then the goods must be the same, too. */
const byInvoiceLineAndGoods: Rule = {
  by: 'the invoice line that the packing list names, and the same goods',
  left: (line) => `${plainNumber(line.number)} ${descriptionKey(line)}`,
  right: (line) => line.invoiceLine && `${plainNumber(line.invoiceLine)} ${descriptionKey(line)}`,
};

const byGoods: readonly Rule[] = [
  {
    by: 'the same lot',
    left: ({ lot }) => lot && plainNumber(lot),
    right: ({ lot }) => lot && plainNumber(lot),
  },
  {
    by: 'the same item number',
    left: ({ sku }) => sku && plainNumber(sku),
    right: ({ sku }) => sku && plainNumber(sku),
  },
  { by: 'the same description', left: descriptionKey, right: descriptionKey },
];

const onlyLine: Rule = { by: 'the only line of both', left: () => '', right: () => '' };
