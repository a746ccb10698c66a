import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import type { CommercialInvoice } from '../../schema/commercial-invoice.ts';
import { ublInvoice, ublOrder } from '../../testing/ubl-fixtures.ts';
import type { ReadDocument } from '../read-document.ts';
import { readUbl } from './read-ubl.ts';

function invoiceOf(xml: string): { read: ReadDocument; invoice: CommercialInvoice } {
  const { document: read } = expectOk(readUbl(xml));
  assert.equal(read.type, 'CommercialInvoice');
  return { read, invoice: read.document as CommercialInvoice };
}

const codes = (xml: string) => {
  const result = readUbl(xml);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
};

const charge = (indicator: boolean, amount: string, reason: string) =>
  `<cac:AllowanceCharge><cbc:ChargeIndicator>${indicator}</cbc:ChargeIndicator><cbc:AllowanceChargeReason>${reason}</cbc:AllowanceChargeReason><cbc:Amount currencyID="USD">${amount}</cbc:Amount></cac:AllowanceCharge>`;
const tax = '<cac:TaxTotal><cbc:TaxAmount currencyID="USD">64.00</cbc:TaxAmount></cac:TaxTotal>';
const payable = (amount: string, more = '') =>
  `${more}<cbc:PayableAmount currencyID="USD">${amount}</cbc:PayableAmount>`;

describe('readUbl', () => {
  it('reads an invoice and says where each value stands', () => {
    const { read, invoice } = invoiceOf(ublInvoice());
    assert.equal(invoice.number, 'INV-9');
    assert.deepEqual(invoice.seller.address, {
      street: '12 Camino Sample',
      city: 'Hermosillo',
      postalCode: '83000',
      country: 'MX',
    });
    assert.deepEqual(invoice.lines[0], {
      number: '1',
      orderLine: '2',
      description: 'Mangoes, fresh',
      originCountry: 'MX',
      quantity: { value: '200', unit: 'KGM' },
      unitPrice: { amount: '2.00', currency: 'USD' },
      amount: { amount: '400.00', currency: 'USD' },
    });
    assert.equal(read.origins['/lines/0/quantity/value'], '/Invoice/cac:InvoiceLine/cbc:InvoicedQuantity');
    assert.equal(
      read.origins['/lines/0/quantity/unit'],
      '/Invoice/cac:InvoiceLine/cbc:InvoicedQuantity/@unitCode',
    );
  });

  it('reads an order under another prefix, with decimals as XML writes them and a price per tonne', () => {
    const { format, document } = expectOk(readUbl(ublOrder()));
    assert.equal(format, 'ubl-order');
    assert.ok(document.type === 'PurchaseOrder');
    assert.equal(document.document.currency, 'USD');
    assert.deepEqual(document.document.incoterm, { code: 'DAP', place: 'Nogales' });
    assert.deepEqual(document.document.lines[0]?.quantity, { value: '500.0', unit: 'KGM' });
    assert.deepEqual(document.document.lines[0]?.priceQuantity, { value: '1', unit: 'TNE' });
  });

  it('sets aside a delivery term that is no Incoterm, with the reason', () => {
    const { document } = expectOk(readUbl(ublOrder('FOB Destination')));
    assert.ok(document.type === 'PurchaseOrder');
    assert.equal(document.document.incoterm, undefined);
    assert.deepEqual(
      document.notices.map(({ code, path }) => [code, path]),
      [['DOC_SET_ASIDE', '/incoterm/code']],
    );
  });

  it('keeps charges with their kind, and a discount as a discount', () => {
    const charges =
      charge(true, '30.00', 'Ocean freight') +
      charge(true, '5.00', 'Transport documents') +
      charge(false, '10.00', 'Promotion');
    const { invoice } = invoiceOf(ublInvoice({ charges, totals: payable('425.00') }));
    assert.deepEqual(
      invoice.charges?.map(({ kind, description, includedInPrice }) => [kind, description, includedInPrice]),
      [
        ['freight', 'Ocean freight', false],
        ['other', 'Transport documents', false],
        ['discount', 'Promotion', false],
      ],
    );
  });

  it('counts tax as a charge when the total contains it, and sets it aside when not', () => {
    const inTotal = invoiceOf(ublInvoice({ charges: tax, totals: payable('464.00') }));
    assert.equal(inTotal.invoice.charges?.[0]?.kind, 'tax');
    const beside = invoiceOf(ublInvoice({ charges: tax, totals: payable('400.00') }));
    assert.equal(beside.invoice.charges, undefined);
    assert.match(beside.read.notices[0]?.message ?? '', /tax 64.00 USD.*the total does not contain it/);
  });

  it('does not let a prepayment or a rounding lower the price', () => {
    const paid = '<cbc:PrepaidAmount currencyID="USD">150.00</cbc:PrepaidAmount>';
    assert.equal(invoiceOf(ublInvoice({ totals: payable('250.00', paid) })).invoice.total.amount, '400');
    const rounding = '<cbc:PayableRoundingAmount currencyID="USD">-0.25</cbc:PayableRoundingAmount>';
    const { invoice } = invoiceOf(ublInvoice({ totals: payable('399.75', rounding) }));
    assert.equal(invoice.total.amount, '399.75');
    assert.deepEqual(invoice.charges?.[0], {
      kind: 'discount',
      amount: { amount: '0.25', currency: 'USD' },
      includedInPrice: false,
      description: 'Rounding',
    });
  });

  it('keeps the allowances of a line as charges of the line', () => {
    const broken = ublInvoice({ line: charge(false, '20.00', 'Damage') });
    assert.deepEqual(codes(broken), ['DOC_LINE_AMOUNT /lines/0/amount']);
    const both = ublInvoice({ line: charge(false, '20.00', 'Damage') + charge(true, '20.00', 'Testing') });
    assert.equal(invoiceOf(both).invoice.lines[0]?.charges?.length, 2);
  });

  it('takes a tariff number from a list that is one, and only six digits of a foreign one', () => {
    const code = (attributes: string, number: string) =>
      ublInvoice({
        item: `<cac:CommodityClassification><cbc:ItemClassificationCode ${attributes}>${number}</cbc:ItemClassificationCode></cac:CommodityClassification>`,
      });
    assert.equal(invoiceOf(code('listID="HTSUS"', '0804.50.4045')).invoice.lines[0]?.hts, '0804504045');
    const foreign = invoiceOf(code('listID="HS"', '08045020'));
    assert.equal(foreign.invoice.lines[0]?.hts, '080450');
    assert.equal(foreign.read.notices.length, 1);
    assert.equal(invoiceOf(code('listID="UNSPSC"', '50301500')).invoice.lines[0]?.hts, undefined);
  });

  it('sets aside a trade item number with a wrong check digit', () => {
    const item = (number: string) =>
      ublInvoice({
        item: `<cac:StandardItemIdentification><cbc:ID schemeID="GTIN">${number}</cbc:ID></cac:StandardItemIdentification>`,
      });
    assert.equal(invoiceOf(item('4006381333931')).invoice.lines[0]?.gtin, '4006381333931');
    const wrong = invoiceOf(item('4006381333932'));
    assert.equal(wrong.invoice.lines[0]?.gtin, undefined);
    assert.equal(wrong.read.notices[0]?.path, '/lines/0/gtin');
  });

  it('says where in the file a refused value stands', () => {
    const result = readUbl(ublInvoice().replace('unitCode="KGM"', 'unitCode="KILO"'));
    assert.ok(!result.ok);
    assert.equal(
      result.refusals[0]?.params?.source,
      '/Invoice/cac:InvoiceLine/cbc:InvoicedQuantity/@unitCode',
    );
  });

  it('says that an XML signature was not verified', () => {
    const { read } = invoiceOf(ublInvoice({ head: '<cac:Signature><cbc:ID>x</cbc:ID></cac:Signature>' }));
    assert.deepEqual(
      read.notices.map(({ code }) => code),
      ['DOC_XML_SIGNATURE'],
    );
  });

  it('refuses other XML by the name of its root', () => {
    assert.deepEqual(codes('<Invoice/>'), ['DOC_UBL_UNKNOWN ']);
    assert.deepEqual(codes('<Quotation xmlns="urn:oasis:names:specification:ubl:schema:xsd:Quotation-2"/>'), [
      'DOC_UBL_UNKNOWN ',
    ]);
    assert.deepEqual(codes('<Waybill xmlns="urn:oasis:names:specification:ubl:schema:xsd:Waybill-2"/>'), [
      'DOC_TRANSPORT_MODE ',
    ]);
  });
});
