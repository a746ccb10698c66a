import type {
  CertificationOfOrigin,
  CertifiedGood,
  CommercialInvoice,
  CommercialInvoiceLine,
  EvidenceOf,
  PackingListLine,
} from '@portolan/documents';
import type { CertifiedMatch, GoodsLine, Placed } from './invoice-line.ts';
import { order, type Papers } from './papers.ts';

/** Every invoice line of the shipment, with what the other documents say about the same goods. */
export function matchLines(papers: Papers): GoodsLine[] {
  const lines = papers.invoices.flatMap((invoice) =>
    invoice.document.lines.map((line, at) => ({ invoice, line, pointer: `/lines/${at}` })),
  );
  return lines.map(({ invoice, line, pointer }, index) => ({
    index,
    invoice,
    line,
    pointer,
    packed: packedLines(papers, invoice.document, line),
    ordered: orderedLines(papers, invoice.document, line),
    certified: certifiedGoods(papers, invoice, line),
  }));
}

function packedLines(papers: Papers, invoice: CommercialInvoice, line: CommercialInvoiceLine) {
  return papers.packingLists
    .filter(({ document }) => coversInvoice(document.invoiceNumbers, invoice.number))
    .flatMap((item) =>
      item.document.lines.flatMap((packed, at): Placed<'PackingList', PackingListLine>[] =>
        isPacked(packed, line) ? [{ item, pointer: `/lines/${at}`, line: packed }] : [],
      ),
    );
}

function isPacked(packed: PackingListLine, line: CommercialInvoiceLine): boolean {
  if (packed.invoiceLine !== undefined) return packed.invoiceLine === line.number;
  if (packed.lot !== undefined && line.lot !== undefined) return packed.lot === line.lot;
  return packed.sku !== undefined && packed.sku === line.sku;
}

function orderedLines(papers: Papers, invoice: CommercialInvoice, line: CommercialInvoiceLine) {
  const wanted = line.orderNumber ? [line.orderNumber] : invoice.orderNumbers;
  return papers.orders
    .filter(({ document }) => coversInvoice(wanted, document.number))
    .flatMap((item) =>
      item.document.lines.flatMap((ordered, at) => {
        const named =
          line.orderLine !== undefined
            ? line.orderLine === ordered.number
            : line.sku === ordered.sku && line.sku !== undefined;
        return named ? [{ item, pointer: `/lines/${at}`, line: ordered }] : [];
      }),
    );
}

function coversInvoice(numbers: readonly string[] | undefined, number: string): boolean {
  return numbers === undefined || numbers.length === 0 || numbers.includes(number);
}

const STRENGTH: Record<CertifiedMatch['by'], number> = { 'invoice line': 0, lot: 1, 'tariff number': 2 };

function certifiedGoods(
  papers: Papers,
  invoice: EvidenceOf<'CommercialInvoice'>,
  line: CommercialInvoiceLine,
): CertifiedMatch[] {
  const matches = papers.certificates.flatMap((item) =>
    item.document.goods.flatMap((good, at): CertifiedMatch[] => {
      const by = isCertified(item.document, good, invoice.document.number, line);
      return by ? [{ item, pointer: `/goods/${at}`, line: good, by }] : [];
    }),
  );
  // The latest certification of equal strength: it was made knowing the earlier one.
  return matches.sort(
    (a, b) =>
      STRENGTH[a.by] - STRENGTH[b.by] ||
      order(b.item.document.completedOn, a.item.document.completedOn) ||
      order(a.item.digest, b.item.digest),
  );
}

function isCertified(
  certificate: CertificationOfOrigin,
  good: CertifiedGood,
  invoiceNumber: string,
  line: CommercialInvoiceLine,
): CertifiedMatch['by'] | undefined {
  if (good.invoiceNumber !== undefined && good.invoiceNumber !== invoiceNumber) return undefined;
  if (!good.invoiceNumber && !coversInvoice(certificate.invoiceNumbers, invoiceNumber)) return undefined;
  if (good.invoiceLine !== undefined) return good.invoiceLine === line.number ? 'invoice line' : undefined;
  if (good.lot !== undefined) return good.lot === line.lot ? 'lot' : undefined;
  return line.hts?.startsWith(good.hs6) ? 'tariff number' : undefined;
}
