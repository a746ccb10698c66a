import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type DocumentType, documentTypes } from '../schema/document.ts';
import { documents, invoice, order, packingList } from '../testing/fixtures.ts';
import { checkDocument, documentSchemaCheck } from './check-document.ts';

/** Code and path of every refusal. */
function faults(type: DocumentType, value: unknown): string[] {
  const result = checkDocument(type, value);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
}

const line = invoice.lines[0];
const withLine = (change: object) => ({ ...invoice, lines: [{ ...line, ...change }, invoice.lines[1]] });

describe('checkDocument', () => {
  for (const type of documentTypes)
    it(`accepts the sample ${type}`, () => assert.deepEqual(faults(type, documents[type]), []));

  it('refuses unknown and missing fields with their pointers', () => {
    const { issueDate, ...rest } = invoice;
    assert.deepEqual(faults('CommercialInvoice', { ...rest, color: 'red' }), [
      'DOC_FIELD_MISSING /issueDate',
      'DOC_FIELD_UNKNOWN /color',
    ]);
    assert.deepEqual(faults('CommercialInvoice', withLine({ 'a/b': 1 })), [
      'DOC_FIELD_UNKNOWN /lines/0/a~1b',
    ]);
  });

  it('refuses what is not an object at all', () => {
    for (const value of [null, [], 'x', 7, undefined])
      assert.deepEqual(faults('PackingList', value), ['DOC_FIELD_KIND ']);
  });

  it('refuses quantities that are zero or negative, and amounts that are negative', () => {
    const zero = { quantity: { value: '0', unit: 'KGM' } };
    assert.deepEqual(faults('CommercialInvoice', withLine(zero)), [
      'DOC_QUANTITY_NOT_POSITIVE /lines/0/quantity',
    ]);
    const negative = { quantity: { value: '-3', unit: 'KGM' }, amount: { amount: '-1', currency: 'USD' } };
    assert.deepEqual(faults('CommercialInvoice', withLine(negative)), [
      'DOC_QUANTITY_NOT_POSITIVE /lines/0/quantity',
      'DOC_AMOUNT_NEGATIVE /lines/0/amount',
    ]);
  });

  it('refuses amounts and quantities that are JSON numbers', () => {
    assert.deepEqual(faults('CommercialInvoice', withLine({ amount: { amount: 1500, currency: 'USD' } })), [
      'DOC_FIELD_KIND /lines/0/amount/amount',
    ]);
  });

  it('refuses units, currencies and countries that do not exist', () => {
    assert.deepEqual(faults('CommercialInvoice', withLine({ quantity: { value: '1', unit: 'QQ' } })), [
      'KERNEL_UNIT_UNKNOWN /lines/0/quantity/unit',
    ]);
    assert.deepEqual(faults('CommercialInvoice', withLine({ originCountry: 'XX' })), [
      'KERNEL_COUNTRY_UNKNOWN /lines/0/originCountry',
    ]);
    assert.ok(
      faults('CommercialInvoice', { ...invoice, currency: 'QQQ' }).includes(
        'KERNEL_CURRENCY_UNKNOWN /currency',
      ),
    );
  });

  it('refuses wrong check digits of identifiers (vectors: ISO 17442 and GS1)', () => {
    const lei = { ...invoice.seller, identifiers: [{ scheme: 'lei', value: '5493001KJTIIGC8Y1R17' }] };
    assert.deepEqual(faults('CommercialInvoice', { ...invoice, seller: lei }), [
      'KERNEL_IDENTIFIER_CHECK /seller/identifiers/0/value',
    ]);
    assert.deepEqual(faults('CommercialInvoice', withLine({ gtin: '4006381333932' })), [
      'KERNEL_IDENTIFIER_CHECK /lines/0/gtin',
    ]);
    assert.deepEqual(faults('CommercialInvoice', withLine({ gtin: '4006381333931' })), []);
  });

  it('refuses a date that the calendar has not', () => {
    assert.deepEqual(faults('CommercialInvoice', { ...invoice, issueDate: '2026-02-30' }), [
      'KERNEL_DATE_INVALID /issueDate',
    ]);
  });

  it('refuses a line amount that quantity and price do not make, by one minor unit and more', () => {
    const amount = (value: string) =>
      withLine({
        unitPrice: { amount: '1.4999', currency: 'USD' },
        amount: { amount: value, currency: 'USD' },
      });
    // 1000 at 1.4999 is 1499.90.
    assert.deepEqual(
      faults('CommercialInvoice', { ...amount('1499.90'), total: { amount: '2499.90', currency: 'USD' } }),
      [],
    );
    assert.deepEqual(
      faults('CommercialInvoice', { ...amount('1499.91'), total: { amount: '2499.91', currency: 'USD' } }),
      ['DOC_LINE_AMOUNT /lines/0/amount'],
    );
  });

  it('takes any rounding of a line amount to the minor unit', () => {
    // 3 at 0.335 is 1.005: 1.00 and 1.01 are both roundings of it; 1.02 is none.
    const small = (value: string) => ({
      ...invoice,
      charges: [],
      lines: [
        {
          ...line,
          quantity: { value: '3', unit: 'C62' },
          unitPrice: { amount: '0.335', currency: 'USD' },
          amount: { amount: value, currency: 'USD' },
        },
      ],
      total: { amount: value, currency: 'USD' },
    });
    assert.deepEqual(faults('CommercialInvoice', small('1.00')), []);
    assert.deepEqual(faults('CommercialInvoice', small('1.01')), []);
    assert.deepEqual(faults('CommercialInvoice', small('1.02')), ['DOC_LINE_AMOUNT /lines/0/amount']);
  });

  it('counts whole units of a currency without minor unit', () => {
    const yen = (amount: string) => ({ amount, currency: 'JPY' });
    const value = {
      ...order,
      currency: 'JPY',
      lines: [
        { ...order.lines[0], unitPrice: yen('0.5'), quantity: { value: '3', unit: 'C62' }, amount: yen('2') },
      ],
      total: yen('2'),
    };
    assert.deepEqual(faults('PurchaseOrder', value), []);
    assert.deepEqual(faults('PurchaseOrder', { ...value, total: yen('3') }), ['DOC_TOTAL /total']);
  });

  it('reckons a price for several units, in the unit of the price', () => {
    const priced = (amount: string) =>
      withLine({
        unitPrice: { amount: '1500.00', currency: 'USD' },
        priceQuantity: { value: '1', unit: 'TNE' },
        amount: { amount, currency: 'USD' },
      });
    assert.deepEqual(faults('CommercialInvoice', priced('1500.00')), []);
    assert.ok(faults('CommercialInvoice', priced('1500.02')).includes('DOC_LINE_AMOUNT /lines/0/amount'));
  });

  it('adds charges that are not in the price, subtracts discounts, and leaves included charges alone', () => {
    const charge = (kind: string, amount: string, includedInPrice: boolean) => ({
      kind,
      amount: { amount, currency: 'USD' },
      includedInPrice,
    });
    const charged = (total: string) => ({
      ...invoice,
      charges: [
        charge('freight', '250.00', false),
        charge('discount', '50.00', false),
        charge('insurance', '9.00', true),
      ],
      total: { amount: total, currency: 'USD' },
    });
    assert.deepEqual(faults('CommercialInvoice', charged('2700.00')), []);
    assert.deepEqual(faults('CommercialInvoice', charged('2709.00')), ['DOC_TOTAL /total']);
  });

  it('refuses an amount in another currency than the document', () => {
    const mixed = withLine({ amount: { amount: '1500.00', currency: 'MXN' } });
    assert.deepEqual(faults('CommercialInvoice', mixed), ['DOC_CURRENCY_MIXED /lines/0/amount/currency']);
  });

  it('refuses a line that was sent twice', () => {
    const twice = {
      ...order,
      lines: [order.lines[0], order.lines[0]],
      total: { amount: '3000.00', currency: 'USD' },
    };
    assert.deepEqual(faults('PurchaseOrder', twice), ['DOC_LINE_DUPLICATE /lines/1/number']);
  });

  it('refuses weights that contradict each other, in whatever unit', () => {
    const [first, second] = packingList.lines;
    const heavy = {
      ...packingList,
      lines: [{ ...first, netWeight: { value: '2400', unit: 'LBR' } }, second],
    };
    // 2400 lb are 1088.6 kg, more than the gross weight of 1080 kg.
    assert.deepEqual(faults('PackingList', heavy), ['DOC_WEIGHT_ORDER /lines/0/netWeight']);
    const total = { ...packingList, grossWeight: { value: '1630', unit: 'KGM' } };
    assert.deepEqual(faults('PackingList', total), ['DOC_WEIGHT_TOTAL /grossWeight']);
    const litres = { ...packingList, grossWeight: { value: '1625', unit: 'LTR' } };
    assert.deepEqual(faults('PackingList', litres), ['DOC_WEIGHT_UNIT /grossWeight/unit']);
  });

  it('refuses packages that do not add up, but never adds cartons to pallets', () => {
    const count = { ...packingList, packages: { count: 226, kind: 'carton' } };
    assert.deepEqual(faults('PackingList', count), ['DOC_PACKAGES_TOTAL /packages/count']);
    const pallets = { ...packingList, packages: { count: 4, kind: 'pallet' } };
    assert.deepEqual(faults('PackingList', pallets), []);
  });

  it('refuses dates in the wrong order', () => {
    assert.deepEqual(faults('BillOfLading', { ...documents.BillOfLading, exportDate: '2026-06-13' }), [
      'DOC_DATE_ORDER /arrivalDate',
    ]);
    assert.deepEqual(faults('PowerOfAttorney', { ...documents.PowerOfAttorney, until: '2025-12-31' }), [
      'DOC_DATE_ORDER /until',
    ]);
    const blanket = {
      ...documents.CertificationOfOrigin,
      blanketPeriod: { from: '2026-12-31', to: '2026-01-01' },
    };
    assert.deepEqual(faults('CertificationOfOrigin', blanket), ['DOC_DATE_ORDER /blanketPeriod/to']);
  });

  it('refuses a tariff number that is not under its own six digits, and an impossible percentage', () => {
    const good = {
      ...documents.CertificationOfOrigin.goods[0],
      hts: '0804504045',
      regionalValueContent: { method: 'TV', percent: '100.01' },
    };
    assert.deepEqual(faults('CertificationOfOrigin', { ...documents.CertificationOfOrigin, goods: [good] }), [
      'DOC_HTS_HS6 /goods/0/hts',
      'DOC_PERCENT /goods/0/regionalValueContent/percent',
    ]);
  });

  it('reads a producer as a party, as various or as confidential', () => {
    const producers = [
      { various: true },
      { confidential: true, availableTo: 'agency' },
      documents.PackingList.shipper,
    ];
    for (const producer of producers)
      assert.deepEqual(faults('CertificationOfOrigin', { ...documents.CertificationOfOrigin, producer }), []);
    assert.deepEqual(
      faults('CertificationOfOrigin', { ...documents.CertificationOfOrigin, producer: { various: false } }),
      ['DOC_FIELD_KIND /producer/various'],
    );
  });

  it('says every fault in words and with a mend', () => {
    const result = checkDocument('CommercialInvoice', withLine({ quantity: { value: '0', unit: 'KGM' } }));
    assert.ok(!result.ok);
    const [refusal] = result.refusals;
    assert.equal(
      refusal?.message,
      'Line 1, quantity is 0 KGM: a quantity of goods must be greater than zero.',
    );
    assert.equal(refusal?.fault, 'sender');
    assert.match(refusal?.mend ?? '', /credit note/);
  });

  it('names the known types when a type is unknown', () => {
    assert.deepEqual(faults('Manifest' as DocumentType, {}), ['DOC_TYPE_UNKNOWN ']);
  });
});

describe('documentSchemaCheck', () => {
  it('checks a credential subject without the members of the credential', () => {
    const check = documentSchemaCheck('PurchaseOrder');
    assert.ok(check?.({ ...order, type: 'PurchaseOrder' }).ok);
    assert.equal(check?.({ number: '1' }).ok, false);
    assert.equal(documentSchemaCheck('SomethingElse'), undefined);
  });
});
