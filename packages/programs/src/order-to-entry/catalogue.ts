import type { MatchKind } from '@portolan/documents';
import { defineCatalogue } from '@portolan/kernel';

const MATCH = 'Three-way match of order, invoice, packing and transport documents';

const found = (message: string) => ({
  fault: 'sender' as const,
  message: `${message}: {detail}`,
  mend: '{mend}',
  cite: MATCH,
});

/** Every code that the rules of this program can give. */
export const orderCatalogue = defineCatalogue('order-to-entry', {
  ORDER_CANCELLED: found('The goods were ordered on an order that was cancelled'),
  ORDER_LINE_CANCELLED: found('The order line of these goods was cancelled'),
  ORDER_UNKNOWN: found('A paper names an order that is not at hand'),
  ORDER_AMBIGUOUS: found('A paper fits several orders and names none'),
  ORDER_LINE_UNKNOWN: found('A line names an order line that the order does not have'),
  ORDER_NOT_CONFIRMED: found('The seller did not confirm what was shipped'),
  ORDER_OVER_SHIPMENT: found('More was shipped than was ordered'),
  ORDER_PART_SHIPMENT: found('Less was shipped than was ordered'),
  ORDER_OVER_INVOICED: found('More was invoiced than was ordered'),
  ORDER_SECOND_INVOICE: found('Two invoices are for one order line'),
  ORDER_QUANTITY_DRIFT: found('The papers give different quantities'),
  ORDER_PRICE_DRIFT: found('The papers give different prices'),
  ORDER_UNIT_MISMATCH: found('Quantities are in units that cannot be compared'),
  ORDER_CURRENCY_MISMATCH: found('Order and invoice are in different currencies'),
  ORDER_INCOTERM_DRIFT: found('The papers give different terms of delivery'),
  ORDER_CONSIGNEE_MISMATCH: found('The goods go to somebody other than the papers say'),
  ORDER_PARTY_MISMATCH: found('The papers name different parties'),
  ORDER_WEIGHT_DRIFT: found('The papers give different weights'),
  ORDER_PACKAGES_DRIFT: found('The papers give different numbers of packages'),
  ORDER_LATE_AMENDMENT: found('The order was changed after the goods were released'),
  ORDER_DUPLICATE: found('The same paper is there twice with different contents'),
  ORDER_ENTERED_TOO_MUCH: found('More is entered than was shipped'),
  ORDER_ENTERED_BEFORE: {
    fault: 'filer',
    message: 'Line {line} enters invoice {invoice}, line {invoiceLine}, which was entered before {other}.',
    mend: 'Enter each invoice line once. Where each entry takes a part of it, say in each how much; where the goods were entered by mistake, have one entry cancelled.',
    cite: '19 U.S.C. 1484(a)(1)',
  },
  ORDER_PARTS_TOO_MUCH: {
    fault: 'filer',
    message:
      'Line {line} enters {own} {unit} of invoice {invoice}, line {invoiceLine}, of which {before} were entered before {other}; {invoiced} were invoiced.',
    mend: 'Enter no more than is left of the invoice line, or correct the entry that took too much.',
    cite: '19 U.S.C. 1484(a)(1)',
  },
  ORDER_CODE_PROVISIONAL: {
    fault: 'filer',
    message: 'Line {line} is entered with {hts} provisionally: {words}.',
    mend: 'Give the product its code in the product library when it is decided; the order stays as it is.',
    cite: '19 CFR 141.90(b)',
  },
  ORDER_FACTS_DIFFER: {
    fault: 'filer',
    message: 'Line {line} is entered with {hts} provisionally, and the goods speak against it: {words}.',
    mend: 'Look at the candidates for the goods under Tariff, Classify, or name the ruling that the code rests on.',
    cite: '19 CFR 141.90(b); 19 U.S.C. 1484(a)(1)',
  },
  ORDER_ADVANCE_DATA_OPEN: {
    fault: 'filer',
    message: '{set} lacks {count} required elements that no document gives: {missing}.',
    mend: 'Answer the questions of the data set, or have the party that knows send its document.',
  },
});

export type OrderCode = Extract<keyof typeof orderCatalogue.entries, string>;

/** The code of every kind of finding of the three-way match. */
export const codeOfKind: Readonly<Record<MatchKind, OrderCode>> = {
  'order-cancelled': 'ORDER_CANCELLED',
  'line-cancelled': 'ORDER_LINE_CANCELLED',
  'order-unknown': 'ORDER_UNKNOWN',
  'order-ambiguous': 'ORDER_AMBIGUOUS',
  'line-unknown': 'ORDER_LINE_UNKNOWN',
  'not-confirmed': 'ORDER_NOT_CONFIRMED',
  'over-shipment': 'ORDER_OVER_SHIPMENT',
  'part-shipment': 'ORDER_PART_SHIPMENT',
  'over-invoiced': 'ORDER_OVER_INVOICED',
  'second-invoice': 'ORDER_SECOND_INVOICE',
  'quantity-drift': 'ORDER_QUANTITY_DRIFT',
  'price-drift': 'ORDER_PRICE_DRIFT',
  'unit-mismatch': 'ORDER_UNIT_MISMATCH',
  'currency-mismatch': 'ORDER_CURRENCY_MISMATCH',
  'incoterm-drift': 'ORDER_INCOTERM_DRIFT',
  'consignee-mismatch': 'ORDER_CONSIGNEE_MISMATCH',
  'party-mismatch': 'ORDER_PARTY_MISMATCH',
  'weight-drift': 'ORDER_WEIGHT_DRIFT',
  'packages-drift': 'ORDER_PACKAGES_DRIFT',
  'late-amendment': 'ORDER_LATE_AMENDMENT',
  duplicate: 'ORDER_DUPLICATE',
  'entered-too-much': 'ORDER_ENTERED_TOO_MUCH',
};
