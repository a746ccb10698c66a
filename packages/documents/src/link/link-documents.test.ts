import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Evidence, Link } from '../evidence.ts';
import { certificate, evidence, invoice, order, packingList, shipment } from '../testing/fixtures.ts';
import { linkDocuments } from './link-documents.ts';

const mark = ({ digest }: { digest: string }) => digest.replace(/^sha256:0*/, '');
const told = (links: readonly Link[]) =>
  links.map(({ kind, from, to }) => `${kind} ${mark(from)}${from.pointer} ${mark(to)}${to.pointer}`);

describe('linkDocuments', () => {
  it('links a whole shipment, documents and lines', () => {
    assert.deepEqual(told(linkDocuments(shipment())).sort(), [
      'invoice-certificate b e',
      'invoice-certificate b/lines/0 e/goods/0',
      'invoice-certificate b/lines/1 e/goods/1',
      'invoice-packing b c',
      'invoice-packing b/lines/0 c/lines/0',
      'invoice-packing b/lines/1 c/lines/1',
      'invoice-transport b d',
      'order-invoice a b',
      'order-invoice a/lines/0 b/lines/0',
      'order-invoice a/lines/1 b/lines/1',
      'order-packing a c',
      'packing-transport c d',
    ]);
  });

  it('gives the same links whatever the order of arrival, and counts copies once', () => {
    const all = [...shipment(), evidence('CommercialInvoice', invoice, 'f', 'imported')];
    const expected = linkDocuments(shipment());
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }), (shuffled) => {
        assert.deepEqual(linkDocuments(shuffled), expected);
      }),
    );
  });

  it('links one order to several invoices, and one invoice to several orders', () => {
    const second = { ...invoice, number: 'INV-10' };
    const other = { ...order, number: 'PO-78' };
    const both = { ...invoice, orderNumbers: ['PO-77', 'PO-78'] };
    const links = linkDocuments([
      evidence('PurchaseOrder', order, 'a'),
      evidence('PurchaseOrder', other, 'b'),
      evidence('CommercialInvoice', both, 'c'),
      evidence('CommercialInvoice', second, 'd'),
    ]);
    const documents = links.filter(({ level }) => level === 'document');
    assert.deepEqual(told(documents).sort(), ['order-invoice a c', 'order-invoice a d', 'order-invoice b c']);
  });

  it('does not pair lines of an invoice over two orders unless the line names its order', () => {
    const other = { ...order, number: 'PO-78' };
    const [first, second] = invoice.lines;
    assert.ok(first && second);
    const both = {
      ...invoice,
      orderNumbers: ['PO-77', 'PO-78'],
      lines: [{ ...first, orderNumber: 'po-78' }, second],
    };
    const links = linkDocuments([
      evidence('PurchaseOrder', order, 'a'),
      evidence('PurchaseOrder', other, 'b'),
      evidence('CommercialInvoice', both, 'c'),
    ]);
    assert.deepEqual(told(links.filter(({ level }) => level === 'line')), [
      'order-invoice b/lines/0 c/lines/0',
    ]);
  });

  it('does not link an order of other parties that has the same number by chance', () => {
    const stranger = { name: 'Sample Stranger', address: { country: 'US' } };
    const foreign = { ...order, buyer: stranger, seller: { ...stranger, name: 'Sample Other' } };
    assert.deepEqual(
      linkDocuments([evidence('PurchaseOrder', foreign, 'a'), evidence('CommercialInvoice', invoice, 'b')]),
      [],
    );
  });

  it('pairs lines by item number or description when no line number is given', () => {
    const withoutNumbers = (lines: typeof invoice.lines) => lines.map(({ orderLine, ...line }) => line);
    const bySku = { ...invoice, lines: withoutNumbers(invoice.lines).toReversed() };
    const links = (document: typeof invoice) =>
      linkDocuments([evidence('PurchaseOrder', order, 'a'), evidence('CommercialInvoice', document, 'b')]);
    assert.deepEqual(told(links(bySku)).sort().slice(1), [
      'order-invoice a/lines/0 b/lines/1',
      'order-invoice a/lines/1 b/lines/0',
    ]);
    const byWords = { ...bySku, lines: bySku.lines.map(({ sku, ...line }) => line) };
    assert.equal(told(links(byWords)).length, 3);
  });

  it('does not pair by a key that several lines share', () => {
    const [line] = order.lines;
    assert.ok(line);
    const twins = { ...order, lines: [line, { ...line, number: '2' }] };
    const single = { ...invoice, lines: invoice.lines.slice(0, 1).map(({ orderLine, ...rest }) => rest) };
    const links = linkDocuments([
      evidence('PurchaseOrder', twins, 'a'),
      evidence('CommercialInvoice', single, 'b'),
    ]);
    assert.deepEqual(told(links), ['order-invoice a b']);
  });

  it('pairs a packing list over two invoices only where number and goods agree', () => {
    const second = {
      ...invoice,
      number: 'INV-10',
      lines: invoice.lines.toReversed().map((line, index) => ({ ...line, number: String(index + 1) })),
    };
    const list = { ...packingList, invoiceNumbers: ['INV-9', 'INV-10'] };
    const links = linkDocuments([
      evidence('CommercialInvoice', invoice, 'a'),
      evidence('CommercialInvoice', second, 'b'),
      evidence('PackingList', list, 'c'),
    ]);
    const toFirst = told(links).filter((text) => text.startsWith('invoice-packing a/'));
    assert.deepEqual(toFirst.sort(), [
      'invoice-packing a/lines/0 c/lines/0',
      'invoice-packing a/lines/1 c/lines/1',
    ]);
  });

  it('links a certification by the invoice it names, and a blanket one only to a sale of its parties', () => {
    const stranger = { name: 'Sample Stranger', address: { country: 'MX' } };
    const { producer, importer, ...rest } = certificate;
    const foreign = { ...rest, certifier: { ...rest.certifier, party: stranger } };
    const { blanketPeriod, ...noBlanket } = foreign;
    const linksOf = (document: typeof certificate): string[] =>
      told(
        linkDocuments([
          evidence('CommercialInvoice', invoice, 'a'),
          evidence('CertificationOfOrigin', document, 'b'),
        ]),
      );
    assert.deepEqual(linksOf(foreign), []);
    assert.equal(linksOf({ ...noBlanket, invoiceNumbers: ['INV-9'] }).length, 3);
    assert.equal(linksOf(certificate).length, 3);
  });

  it('links nothing of nothing, and nothing of documents that name nobody', () => {
    const items: Evidence[] = [
      evidence('PurchaseOrder', { ...order, number: 'X' }, 'a'),
      evidence('CommercialInvoice', invoice, 'b'),
    ];
    assert.deepEqual(linkDocuments([]), []);
    assert.deepEqual(linkDocuments(items), []);
  });
});

describe('a packing list over several invoices', () => {
  const apart = { ...invoice, number: 'INV-10' };
  const [first] = packingList.lines;
  const line = (number: string, more: object) => ({ ...first, number, invoiceLine: '1', ...more });
  const packed = (...lines: object[]) =>
    told(
      linkDocuments([
        evidence('CommercialInvoice', invoice, 'a'),
        evidence('CommercialInvoice', apart, 'b'),
        evidence(
          'PackingList',
          { ...packingList, invoiceNumbers: ['INV-9', 'INV-10'], lines: lines as typeof packingList.lines },
          'c',
        ),
      ]),
    ).filter((text) => /^invoice-packing [ab]\//.test(text));

  it('belongs line by line to the invoice that each line names, though the goods are the same', () => {
    assert.deepEqual(packed(line('1', { invoiceNumber: 'inv-9' }), line('2', { invoiceNumber: 'INV-10' })), [
      'invoice-packing a/lines/0 c/lines/0',
      'invoice-packing b/lines/0 c/lines/1',
    ]);
  });

  it('belongs to no invoice where a line fits both and names none', () => {
    assert.deepEqual(packed(line('1', {})), []);
  });
});
