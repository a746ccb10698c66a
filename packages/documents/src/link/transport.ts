import { hasNumber } from '../compare/number.ts';
import { type Evidence, evidenceOf, type Link } from '../evidence.ts';
import { documentLink } from './link.ts';

/** Bills of lading with the invoices that they name and the packing lists of those invoices. */
export function linkTransport(evidence: readonly Evidence[]): Link[] {
  const invoices = evidenceOf(evidence, 'CommercialInvoice');
  const packingLists = evidenceOf(evidence, 'PackingList');
  return evidenceOf(evidence, 'BillOfLading').flatMap((bill) => {
    const numbers = bill.document.invoiceNumbers ?? [];
    const invoiced = invoices.filter(({ document }) => hasNumber(numbers, document.number));
    const packed = packingLists.filter(({ document }) =>
      document.invoiceNumbers?.some((number) => hasNumber(numbers, number)),
    );
    return [
      ...invoiced.map((invoice) =>
        documentLink(
          'invoice-transport',
          invoice,
          bill,
          `the bill of lading names invoice ${invoice.document.number}`,
        ),
      ),
      ...packed.map((packing) =>
        documentLink('packing-transport', packing, bill, 'both name the same invoice'),
      ),
    ];
  });
}
