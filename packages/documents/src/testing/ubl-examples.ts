/** A published example of UBL that is not taken as evidence, and why that is right. */
export interface RefusedExample {
  readonly file: string;
  /** Codes of the refusals with the places they point at. */
  readonly refusals: readonly string[];
  /** What the document says of itself. */
  readonly says: string;
  /** Why an entry can't rest on it, and the rule. */
  readonly why: string;
}

/**
 * Orders and invoices among the OASIS examples of UBL 2.5 (folder xml/) that contradict themselves or leave out what an entry
 * cannot do without. The others read.
 */
export const refusedExamples: readonly RefusedExample[] = [
  {
    file: 'UBL-Order-2.0-Example.xml',
    refusals: ['DOC_LINE_AMOUNT /lines/0/amount'],
    says: 'The order prices 100 kg at 100.00 each, but says that the line comes to 100.00.',
    why: 'Either the price or the amount is wrong by a factor of 100; whichever is taken, drift against the invoice would be found or hidden by chance. The buyer mends the order, or it is left out: an entry needs no order.',
  },
  {
    file: 'UBL-Invoice-2.1-Example-Trivial.xml',
    refusals: [
      'DOC_FIELD_MISSING /seller/address',
      'DOC_FIELD_MISSING /buyer/address',
      'DOC_FIELD_MISSING /lines/0/quantity',
    ],
    says: 'The smallest invoice that UBL allows: parties without address, a line without quantity.',
    why: 'An invoice for customs says who sells to whom and how much of each good (19 CFR 141.86(a)(2), (a)(4)); without addresses nobody knows the country it was issued in.',
  },
  {
    file: 'UBL-Invoice-2.1-Example.xml',
    refusals: [
      'DOC_QUANTITY_NOT_POSITIVE /lines/1/quantity',
      'DOC_AMOUNT_NEGATIVE /lines/1/amount',
      'DOC_QUANTITY_NOT_POSITIVE /lines/3/quantity',
      'DOC_AMOUNT_NEGATIVE /lines/3/amount',
    ],
    says: 'Two of its lines take goods back, with quantities and amounts below zero.',
    why: 'Goods that are taken back are not in the shipment, and an entry has no line for them: its quantities and values are those of goods that arrive. The seller credits them in a credit note of its own.',
  },
];
