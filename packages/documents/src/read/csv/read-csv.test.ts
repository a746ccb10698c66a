import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import type { CommercialInvoice } from '../../schema/commercial-invoice.ts';
import type { PackingList } from '../../schema/packing-list.ts';
import type { PurchaseOrder } from '../../schema/purchase-order.ts';
import { readCsv } from './read-csv.ts';

const heading =
  'Invoice No.,Invoice Date,Currency,Seller,Seller Country,Buyer,Buyer Country,Line,Description,HTS Code,Country of Origin,Qty,UoM,Unit Price,Amount';
const first =
  'INV-9,2026-06-10,USD,Sample Valle Verde,MX,Sample Harbor Foods,US,1,"Peppers, bell",0709.60.4065,mx,1000,kg,1.50,1500.00';
const second = ',,,,,,,2,Mangoes,0804504045,MX,500,kg,2.00,1000.00';
const total = 'Total,,,,,,,,,,,,,,2500.00';
const invoiceCsv = [heading, first, second, total].join('\r\n');

const codes = (text: string) => {
  const result = readCsv(text);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`.trim());
};
const messages = (text: string) => {
  const result = readCsv(text);
  return result.ok ? [] : result.refusals.map(({ message }) => message);
};

describe('readCsv', () => {
  it('reads a commercial invoice, its values repeated or given once, and its total row', () => {
    const read = expectOk(readCsv(invoiceCsv));
    assert.equal(read.type, 'CommercialInvoice');
    const invoice = read.document as CommercialInvoice;
    assert.equal(invoice.number, 'INV-9');
    assert.deepEqual(invoice.total, { amount: '2500.00', currency: 'USD' });
    assert.deepEqual(invoice.lines[0], {
      number: '1',
      description: 'Peppers, bell',
      hts: '0709604065',
      originCountry: 'MX',
      quantity: { value: '1000', unit: 'KGM' },
      unitPrice: { amount: '1.50', currency: 'USD' },
      amount: { amount: '1500.00', currency: 'USD' },
    });
    assert.equal(read.origins['/lines/1/amount/amount'], 'row 3, column O (Amount)');
    assert.equal(read.origins['/number'], 'row 2, column A (Invoice No.)');
  });

  for (const [name, delimiter] of [
    ['semicolon', ';'],
    ['tab', '\t'],
  ] as const)
    it(`reads the same document with ${name} and quotes`, () => {
      const text = [heading, first, second, total]
        .map((row) =>
          row
            .replace('"Peppers, bell"', 'Peppers, bell~')
            .split(/,(?! )/)
            .map((cell) => cell.replace('~', ''))
            .join(delimiter),
        )
        .join('\n');
      assert.deepEqual(expectOk(readCsv(text)).document, expectOk(readCsv(invoiceCsv)).document);
    });

  it('reads names and values above the table', () => {
    const text = [
      'COMMERCIAL INVOICE',
      'Invoice Number:;INV-9',
      'Date;2026-06-10',
      'Incoterms;DAP Nogales',
      'Seller;Sample Valle Verde',
      'Seller country;MX',
      'Importer;Sample Harbor Foods',
      'Importer country;US',
      'Importer number;12-3456789AB',
      '',
      'Item;Product;Quantity (kg);Price (USD);Line total',
      '1;Peppers;10;1.50;15.00',
      ';;;Grand total;',
      'Total;;;;15.00',
    ].join('\n');
    const { document } = expectOk(readCsv(text.replace(';;;Grand total;\n', '')));
    const invoice = document as CommercialInvoice;
    assert.deepEqual(invoice.incoterm, { code: 'DAP', place: 'Nogales' });
    assert.equal(invoice.currency, 'USD');
    assert.deepEqual(invoice.lines[0]?.quantity, { value: '10', unit: 'KGM' });
    assert.deepEqual(invoice.buyer.identifiers, [{ scheme: 'importer-number', value: '12-3456789AB' }]);
  });

  it('reads a packing list with weights, crates and the numbers of its invoices', () => {
    const text = [
      'Packing List No,Date,Shipper,Shipper Country,Ship To,Ship To Country,Invoice,Invoice Line,Description,Qty,Unit,Crates,Net Weight (kg),Gross Weight (kg)',
      'PL-1,2026-06-10,Sample Valle Verde,MX,Sample Harbor Foods,US,INV-9,1,Peppers,1000,kg,100,1000,1080',
      'PL-1,2026-06-10,Sample Valle Verde,MX,Sample Harbor Foods,US,INV-10,1,Mangoes,500,kg,50,500,545.5',
      'TOTAL,,,,,,,,,,,150,1500,1625.5',
    ].join('\n');
    const { document } = expectOk(readCsv(text));
    const list = document as PackingList;
    assert.deepEqual(list.invoiceNumbers, ['INV-9', 'INV-10']);
    assert.deepEqual(
      list.lines.map(({ invoiceNumber }) => invoiceNumber),
      ['INV-9', 'INV-10'],
    );
    assert.deepEqual(list.lines[1]?.packages, { count: 50, kind: 'crate' });
    assert.deepEqual(list.grossWeight, { value: '1625.5', unit: 'KGM' });
    assert.deepEqual(list.packages, { count: 150, kind: 'crate' });
  });

  it('reads a purchase order', () => {
    const text = [
      'PO Number,Order Date,Buyer,Buyer Country,Vendor,Vendor Country,Currency,Line,SKU,Description,Quantity,Unit,Unit Price',
      'PO-77,2026-06-01,Sample Harbor Foods,US,Sample Valle Verde,MX,USD,1,PEP-1,Peppers,1000,kg,1.50',
    ].join('\n');
    const read = expectOk(readCsv(text));
    assert.equal(read.type, 'PurchaseOrder');
    assert.equal((read.document as PurchaseOrder).lines[0]?.sku, 'PEP-1');
  });

  it('keeps cells that look like formulas as text and never as numbers', () => {
    const formula = invoiceCsv.replace('Mangoes', '"=HYPERLINK(""http://x"",""y"")"');
    const { document } = expectOk(readCsv(formula));
    assert.equal((document as CommercialInvoice).lines[1]?.description, '=HYPERLINK("http://x","y")');
    assert.deepEqual(codes(invoiceCsv.replace('1500.00', '=L2*N2')), ['DOC_CSV_NUMBER']);
  });

  it('refuses a decimal comma and thousands separators, naming the cell', () => {
    assert.deepEqual(messages(invoiceCsv.replace('1500.00', '"1500,00"')), [
      'Row 2, column O (Amount) says "1500,00": a comma can mean thousands or decimals.',
    ]);
    assert.deepEqual(codes(invoiceCsv.replace('1500.00', '"1,500.00"')), ['DOC_CSV_DECIMAL_COMMA']);
  });

  it('refuses dates that could be swapped, unknown units and broken numbers, all at once', () => {
    const text = invoiceCsv
      .replace('2026-06-10', '10/06/2026')
      .replace('1000,kg', '1000,smidgen')
      .replace('2.00', '$2.00');
    assert.deepEqual(codes(text), ['DOC_CSV_DATE', 'DOC_CSV_UNIT', 'DOC_CSV_NUMBER']);
  });

  it('refuses two values for one field of the document', () => {
    assert.deepEqual(codes(invoiceCsv.replace('\r\n,,,', '\r\nINV-10,,,')), ['DOC_CSV_CONFLICT /number']);
  });

  it('refuses two columns that mean the same', () => {
    assert.deepEqual(codes(invoiceCsv.replace('Amount', 'Line Total').replace('UoM', 'Extended Price')), [
      'DOC_CSV_HEADING_TWICE',
    ]);
  });

  it('refuses rows wider than the headings', () => {
    assert.deepEqual(codes(invoiceCsv.replace('"Peppers, bell"', 'Peppers, bell')), ['DOC_CSV_ROW_WIDTH']);
  });

  it('refuses duplicate lines, missing currency, and tables that are none', () => {
    assert.deepEqual(codes(invoiceCsv.replace(',2,Mangoes', ',1,Mangoes')), [
      'DOC_LINE_DUPLICATE /lines/1/number',
    ]);
    assert.deepEqual(codes(invoiceCsv.replace('USD', '')), ['DOC_FIELD_MISSING /currency']);
    assert.deepEqual(codes('a,b,c\n1,2,3\n'), ['DOC_CSV_NO_HEADING']);
    assert.deepEqual(codes('Line,Description,Quantity\n1,x,1\n'), ['DOC_CSV_TYPE']);
  });

  it('gives notice of columns that it does not know', () => {
    const text = invoiceCsv.replace('Amount', 'Amount,Shelf').replace('1500.00', '1500.00,B7');
    const { notices } = expectOk(readCsv(text));
    assert.deepEqual(
      notices.map(({ params }) => params?.found),
      ['Shelf'],
    );
  });
});
