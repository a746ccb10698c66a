import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { expectOk } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import fc from 'fast-check';
import type { CommercialInvoice } from '../../schema/commercial-invoice.ts';
import { sheetParts, zip } from '../../testing/workbook.ts';
import type { ColumnMapping } from '../csv/mapping.ts';
import { readFile } from '../read-file.ts';
import { previewTable } from '../table-preview.ts';
import { inflate } from './inflate.ts';

const workbook = (rows: readonly (readonly string[])[]) =>
  zip(sheetParts(rows), (bytes) => deflateRawSync(bytes));
const read = (bytes: Uint8Array, mapping?: ColumnMapping) =>
  readFile({ name: 'invoice.xlsx', bytes }, nodeCrypto, mapping ? { mapping } : {});
const codes = (bytes: Uint8Array) => {
  const result = read(bytes);
  return result.ok ? [] : result.refusals.map(({ code }) => code);
};

const head = [
  ['Invoice No', 'INV-9'],
  ['Invoice date', '<c r="B2" s="1"><v>46183</v></c>'],
  ['Seller', 'Sample Valle Verde'],
  ['Seller country', 'MX'],
  ['Buyer', 'Sample Harbor Foods'],
  ['Buyer country', 'US'],
  ['Invoice total', '3990'],
];
const lines = [
  ['Line', 'Description', 'Quantity', 'Unit', 'Unit price (USD)', 'Amount'],
  ['1', 'Mangoes & more', '200', 'kg', '19.949999999999999', '<c r="F9"><f>C9*E9</f><v>3990</v></c>'],
];

describe('XLSX', () => {
  it('reads an invoice: dates, 15 digits as a spreadsheet shows them, the values that the file holds for formulas', () => {
    const [document] = expectOk(read(workbook([...head, ...lines]))).documents;
    const invoice = document?.document as CommercialInvoice;
    assert.equal(invoice.issueDate, '2026-06-10');
    assert.equal(invoice.lines[0]?.unitPrice?.amount, '19.95');
    assert.equal(invoice.lines[0]?.amount.amount, '3990');
    assert.equal(invoice.lines[0]?.description, 'Mangoes & more');
    assert.deepEqual(
      document?.notices.map(({ params }) => params?.found),
      ['F9'],
    );
  });

  it('never evaluates what looks like a formula in a text cell', () => {
    const [, first = []] = lines;
    const text = [first[0] ?? '', '=HYPERLINK("http://example.invalid")', ...first.slice(2)];
    const [document] = expectOk(read(workbook([...head, lines[0] ?? [], text]))).documents;
    assert.equal(
      (document?.document as CommercialInvoice | undefined)?.lines[0]?.description,
      '=HYPERLINK("http://example.invalid")',
    );
  });

  it('reads headings of somebody else under a mapping, and refuses them without', () => {
    const foreign = [
      ['Rg.-Nr.', 'Datum', 'Pos', 'Ware', 'Menge', 'ME', 'Preis', 'Betrag'],
      ['R-7', '10.06.2026', '1', 'Mangos', '200', 'kg', '2,50', '500,00'],
    ].map((row) =>
      row.map((cell) => (/^\d/.test(cell) ? `<c t="inlineStr"><is><t>${cell}</t></is></c>` : cell)),
    );
    const mapping: ColumnMapping = {
      document: 'CommercialInvoice',
      columns: {
        'Rg.-Nr.': 'number',
        Datum: 'issueDate',
        Pos: 'lines.number',
        Ware: 'lines.description',
        Menge: 'lines.quantity.value',
        ME: 'lines.quantity.unit',
        Preis: 'lines.unitPrice.amount',
        Betrag: 'lines.amount.amount',
      },
      dates: 'dmy',
      decimals: 'comma',
      constants: {
        currency: 'EUR',
        'total.amount': '500.00',
        'seller.name': 'Sample Obst',
        'seller.address.country': 'DE',
        'buyer.name': 'Sample Harbor Foods',
        'buyer.address.country': 'US',
      },
    };
    const bytes = workbook(foreign);
    assert.deepEqual(codes(bytes), ['DOC_CSV_NO_HEADING']);
    const invoice = expectOk(read(bytes, mapping)).documents[0]?.document as CommercialInvoice;
    assert.deepEqual(
      [invoice.number, invoice.issueDate, invoice.total.amount],
      ['R-7', '2026-06-10', '500.00'],
    );
    assert.deepEqual(invoice.lines[0]?.unitPrice, { amount: '2.50', currency: 'EUR' });
    const preview = expectOk(previewTable({ name: 'a.xlsx', bytes }, nodeCrypto));
    assert.deepEqual(preview.headings, foreign[0]);
    const again = expectOk(
      previewTable(
        {
          name: 'b.csv',
          bytes: new TextEncoder().encode('rg.-nr. ;DATUM;Pos;Ware;Menge;ME;Preis;Betrag\n1;2;3;4;5;6;7;8'),
        },
        nodeCrypto,
      ),
    );
    assert.equal(again.fingerprint, preview.fingerprint);
    const wrong = read(bytes, { ...mapping, columns: { 'Rg.-Nr.': 'lines.nonsense' } });
    assert.ok(!wrong.ok && wrong.refusals[0]?.code === 'DOC_MAPPING_COLUMN');
  });
});

describe('hostile workbooks', () => {
  const big = '0'.repeat(40 * 1024 * 1024);
  const part = (content: string, claimedSize?: number) => ({
    name: 'xl/worksheets/sheet1.xml',
    content,
    ...(claimedSize && { claimedSize }),
  });
  const bomb = (claimedSize?: number) =>
    zip([{ name: 'xl/workbook.xml', content: '<a/>' }, part(big, claimedSize)], (bytes) =>
      deflateRawSync(bytes),
    );

  it('refuses a bomb by what it says of itself, and one that lies as soon as it passes what it said', () => {
    assert.deepEqual(codes(bomb()), ['DOC_XLSX_TOO_LARGE']);
    const before = process.cpuUsage();
    assert.deepEqual(codes(bomb(1000)), ['DOC_XLSX_SYNTAX']);
    const { user } = process.cpuUsage(before);
    assert.ok(user < 500_000, `${user} µs`);
  });

  it('refuses a workbook cut off at any place, and never throws on changed bytes', () => {
    const whole = workbook([...head, ...lines]);
    for (const share of [0.1, 0.5, 0.9, 0.99])
      assert.notDeepEqual(codes(whole.slice(0, Math.floor(whole.length * share))), []);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 6 }),
        (changes) => {
          const bytes = Uint8Array.from(whole);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          read(bytes);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses a document type declaration in a sheet, and a column beyond reason', () => {
    const entity = zip(
      [{ name: 'xl/workbook.xml', content: '<a/>' }, part('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')],
      (bytes) => deflateRawSync(bytes),
    );
    assert.deepEqual(codes(entity), ['DOC_XML_DOCTYPE']);
    assert.deepEqual(codes(workbook([['<c r="ZZZ1"><v>1</v></c>']])), ['DOC_XLSX_CELLS']);
  });

  it('inflates what zlib deflates, at every level', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3000 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 40 }),
        (piece, level, times) => {
          const bytes = Uint8Array.from(Array.from({ length: times }, () => [...piece]).flat());
          assert.deepEqual(inflate(deflateRawSync(bytes, { level }), bytes.length), bytes);
        },
      ),
      { numRuns: 60 },
    );
  });
});
