import assert from 'node:assert/strict';
import { it } from 'node:test';
import { parseHeading } from './heading.ts';

it('reads headings whatever their case, punctuation and abbreviation', () => {
  const cases: Record<string, string> = {
    'Invoice No.': 'invoice number',
    'INVOICE #': 'invoice number',
    invoiceNumber: 'invoice number',
    'PO Number': 'order number',
    'Purchase Order No': 'order number',
    UoM: 'uom',
    'Unit of Measure': 'unit measure',
    'HS Code': 'hs',
    'Country of Origin': 'country origin',
    'Seller ZIP': 'seller postal',
    'Net Wt. (kg)': 'net weight',
    '  Qty ': 'quantity',
    Code: 'code',
    '': '',
  };
  for (const [text, words] of Object.entries(cases)) assert.equal(parseHeading(text).words, words, text);
  assert.equal(parseHeading('Amount [USD]').bracket, 'USD');
});
