import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Drift, Evidence } from '../evidence.ts';
import { linkDocuments } from '../link/link-documents.ts';
import type { CommercialInvoice } from '../schema/commercial-invoice.ts';
import type { PackingList } from '../schema/packing-list.ts';
import type { PurchaseOrder } from '../schema/purchase-order.ts';
import { bill, buyer, evidence, invoice, order, packingList, seller, shipment } from '../testing/fixtures.ts';
import { findDrift } from './find-drift.ts';

const drift = (items: readonly Evidence[]): Drift[] => findDrift(items, linkDocuments(items));
const told = (drifts: readonly Drift[]) =>
  drifts.map(({ kind, severity, left, right }) => `${kind} ${severity} ${left.pointer} ${right.pointer}`);

const orderAnd = (document: CommercialInvoice, ordered: PurchaseOrder = order) =>
  drift([evidence('PurchaseOrder', ordered, 'a'), evidence('CommercialInvoice', document, 'b')]);
const invoiceAnd = (list: PackingList, invoiced: CommercialInvoice = invoice) =>
  drift([evidence('CommercialInvoice', invoiced, 'a'), evidence('PackingList', list, 'b')]);

function withLine<T extends { lines: object[] }>(
  document: T,
  index: number,
  change: Partial<T['lines'][number]>,
): T {
  return {
    ...document,
    lines: document.lines.map((line, at) => (at === index ? { ...line, ...change } : line)),
  };
}

describe('findDrift', () => {
  it('finds nothing in a shipment that agrees', () => {
    assert.deepEqual(drift(shipment()), []);
  });

  it('finds nothing between copies of any document', () => {
    const copies = shipment().map(
      (item, index): Evidence => ({ ...item, digest: `sha256:${String(index).padEnd(64, 'f')}` }),
    );
    assert.deepEqual(drift([...shipment(), ...copies]), []);
  });

  it('gives the same drift whatever the order of arrival', () => {
    const items = [
      evidence('PurchaseOrder', order, 'a'),
      evidence('CommercialInvoice', withLine(invoice, 0, { quantity: { value: '1100', unit: 'KGM' } }), 'b'),
      evidence('CommercialInvoice', { ...invoice, number: 'INV-10', currency: 'MXN' }, 'c', 'imported'),
      evidence('CommercialInvoice', { ...invoice, issueDate: '2026-06-11' }, 'd', 'imported'),
      evidence('PackingList', { ...packingList, consignee: seller }, 'e'),
      evidence('BillOfLading', { ...bill, grossWeight: { value: '1700', unit: 'KGM' } }, 'f'),
    ];
    const expected = drift(items);
    assert.ok(expected.length >= 5);
    fc.assert(
      fc.property(fc.shuffledSubarray(items, { minLength: 6, maxLength: 6 }), (shuffled) => {
        assert.deepEqual(drift(shuffled), expected);
      }),
    );
  });
});

describe('order and invoice', () => {
  it('tells more than was ordered, in one sentence with both values and the mend', () => {
    const [found, ...others] = orderAnd(withLine(invoice, 0, { quantity: { value: '1100', unit: 'KGM' } }));
    assert.deepEqual(others, []);
    assert.equal(found?.severity, 'refer');
    assert.equal(
      found?.message,
      'More is invoiced than was ordered: purchase order PO-77, line 1, quantity says 1000 KGM, but commercial invoice INV-9, line 1, quantity says 1100 KGM.',
    );
    assert.match(found?.mend ?? '', /corrected invoice/);
  });

  it('tells less only as information: the rest may follow', () => {
    assert.deepEqual(told(orderAnd(withLine(invoice, 0, { quantity: { value: '400', unit: 'KGM' } }))), [
      'quantity info /lines/0/quantity /lines/0/quantity',
    ]);
  });

  it('adds up all invoices of one order line', () => {
    const part = (number: string, value: string) =>
      withLine({ ...invoice, number }, 0, { quantity: { value, unit: 'KGM' } });
    const half = (number: string) =>
      withLine(part(number, '500'), 1, { quantity: { value: '250', unit: 'KGM' } });
    const items = (...documents: CommercialInvoice[]) => [
      evidence('PurchaseOrder', order, 'a'),
      ...documents.map((document, index) => evidence('CommercialInvoice', document, `b${index}`)),
    ];
    assert.deepEqual(drift(items(half('INV-1'), half('INV-2'))), []);
    const [found] = drift(items(half('INV-1'), half('INV-2'), half('INV-3')));
    assert.equal(found?.right.value, '1500 KGM in 3 lines');
    assert.equal(found?.kind, 'quantity');
  });

  it('compares quantities in whatever unit: 2204.622621848776 lb are 1000 kg', () => {
    const pounds = (value: string) =>
      withLine(invoice, 0, {
        quantity: { value, unit: 'LBR' },
        unitPrice: { amount: '0.680388555', currency: 'USD' },
      });
    assert.deepEqual(told(orderAnd(pounds('2204.622621848776'))), []);
    assert.deepEqual(told(orderAnd(pounds('2205'))), ['quantity refer /lines/0/quantity /lines/0/quantity']);
    const tonne = withLine(invoice, 0, {
      quantity: { value: '1', unit: 'TNE' },
      unitPrice: { amount: '1500.00', currency: 'USD' },
    });
    assert.deepEqual(told(orderAnd(tonne)), []);
  });

  it('says that litres and kilograms cannot be compared', () => {
    const litres = withLine(invoice, 0, { quantity: { value: '1000', unit: 'LTR' } });
    assert.deepEqual(told(orderAnd(litres)), ['unit warn /lines/0/quantity /lines/0/quantity']);
  });

  it('tells another unit price, not another way to write it', () => {
    const price = (amount: string) => withLine(invoice, 0, { unitPrice: { amount, currency: 'USD' } });
    assert.deepEqual(told(orderAnd(price('1.51'))), ['price refer /lines/0/unitPrice /lines/0/unitPrice']);
    assert.deepEqual(told(orderAnd(price('1.5000'))), []);
    const perTonne = withLine(invoice, 0, {
      unitPrice: { amount: '1500.00', currency: 'USD' },
      priceQuantity: { value: '1', unit: 'TNE' },
    });
    assert.deepEqual(told(orderAnd(perTonne)), []);
  });

  it('tells another currency once, and no price beside it', () => {
    const pesos: CommercialInvoice = {
      ...invoice,
      currency: 'MXN',
      lines: invoice.lines.map((line) => ({ ...line, unitPrice: { amount: '30', currency: 'MXN' } })),
    };
    assert.deepEqual(told(orderAnd(pesos)), ['currency refer /currency /currency']);
  });

  it('tells another Incoterm, another origin and another code', () => {
    assert.deepEqual(told(orderAnd({ ...invoice, incoterm: { code: 'CIF', place: 'Nogales' } })), [
      'incoterm refer /incoterm/code /incoterm/code',
    ]);
    assert.deepEqual(told(orderAnd(withLine(invoice, 0, { originCountry: 'PE', hts: '0904212000' }))), [
      'origin refer /lines/0/originCountry /lines/0/originCountry',
      'classification warn /lines/0/hs /lines/0/hts',
    ]);
  });

  it('tells a total that lines which agree do not explain', () => {
    const total = { amount: '2650.00', currency: 'USD' };
    const freight = {
      kind: 'freight' as const,
      amount: { amount: '150.00', currency: 'USD' },
      includedInPrice: false,
    };
    assert.deepEqual(told(orderAnd({ ...invoice, charges: [freight], total })), ['total warn /total /total']);
    const [first] = invoice.lines;
    assert.ok(first);
    assert.deepEqual(
      orderAnd({ ...invoice, lines: [first], total: { amount: '1500.00', currency: 'USD' } }),
      [],
    );
  });

  it('tells another party, another identifier, and another name of the same', () => {
    const other = { ...buyer, name: 'Sample Coastal Foods', identifiers: [] };
    assert.deepEqual(told(orderAnd({ ...invoice, buyer: other })), ['party refer /buyer /buyer']);
    const number = { ...buyer, identifiers: [{ scheme: 'importer-number' as const, value: '98-7654321AB' }] };
    assert.deepEqual(told(orderAnd({ ...invoice, buyer: number })), ['identifier refer /buyer /buyer']);
    assert.deepEqual(told(orderAnd({ ...invoice, buyer: { ...buyer, name: 'SHF Sample' } })), [
      'party info /buyer /buyer',
    ]);
    assert.deepEqual(
      told(orderAnd({ ...invoice, buyer: { ...buyer, name: 'SAMPLE HARBOR FOODS, INC' } })),
      [],
    );
  });
});

describe('invoice and packing list', () => {
  it('tells what was packed more or less than invoiced', () => {
    const packed = (value: string) => withLine(packingList, 0, { quantity: { value, unit: 'KGM' } });
    assert.deepEqual(told(invoiceAnd(packed('990'))), ['quantity refer /lines/0/quantity /lines/0/quantity']);
    assert.deepEqual(told(invoiceAnd(packed('1010'))), [
      'quantity refer /lines/0/quantity /lines/0/quantity',
    ]);
  });

  it('compares net weight when cartons were packed and kilograms invoiced', () => {
    const cartons = withLine(packingList, 1, { quantity: { value: '125', unit: 'C62' } });
    assert.deepEqual(told(invoiceAnd(cartons)), []);
    const light = withLine(cartons, 1, { netWeight: { value: '480', unit: 'KGM' } });
    assert.deepEqual(told(invoiceAnd(light)), ['weight warn /lines/1/quantity /lines/1/netWeight']);
  });

  it('adds up the parts of one invoice line', () => {
    const [first, second] = packingList.lines;
    assert.ok(first && second);
    const part = (number: string, kilos: string): PackingList['lines'][number] => ({
      number,
      invoiceLine: '1',
      description: 'Bell peppers',
      quantity: { value: kilos, unit: 'KGM' },
    });
    assert.deepEqual(invoiceAnd({ ...packingList, lines: [part('1', '600'), part('3', '400'), second] }), []);
    assert.deepEqual(
      told(invoiceAnd({ ...packingList, lines: [part('1', '600'), part('3', '300'), second] })),
      ['quantity refer /lines/0/quantity /lines/0/quantity'],
    );
  });

  it('allows weights their rounding, and no more', () => {
    const net = (value: string, unit = 'KGM') => withLine(invoice, 0, { netWeight: { value, unit } });
    assert.deepEqual(told(invoiceAnd(packingList, net('1000.4'))), []);
    assert.deepEqual(told(invoiceAnd(packingList, net('2205', 'LBR'))), []);
    assert.deepEqual(told(invoiceAnd(packingList, net('1002'))), [
      'weight warn /lines/0/netWeight /lines/0/netWeight',
    ]);
  });

  it('warns of another consignee, and only mentions another shipper', () => {
    const stranger = { name: 'Sample Stranger', address: { country: 'US' } };
    assert.deepEqual(told(invoiceAnd({ ...packingList, consignee: stranger, shipper: stranger })), [
      'party warn /buyer /consignee',
      'party info /seller /shipper',
    ]);
  });
});

describe('packing list and bill of lading', () => {
  const load = (document: typeof bill, ...lists: PackingList[]) =>
    drift([
      ...lists.map((list, index) => evidence('PackingList', list, `a${index}`)),
      evidence('BillOfLading', document, 'b'),
    ]);

  it('tells gross weight and number of packages that differ', () => {
    const other = {
      ...bill,
      grossWeight: { value: '1700', unit: 'KGM' },
      packages: { count: 224, kind: 'carton' },
    };
    assert.deepEqual(told(load(other, packingList)), [
      'packages warn /packages /packages',
      'weight warn /grossWeight /grossWeight',
    ]);
    assert.deepEqual(load({ ...bill, grossWeight: { value: '3582.5', unit: 'LBR' } }, packingList), []);
    assert.deepEqual(load({ ...bill, packages: { count: 4, kind: 'pallet' } }, packingList), []);
  });

  it('adds up several packing lists, and waits until all are there', () => {
    const second = { ...packingList, number: 'PL-10', invoiceNumbers: ['INV-10'] };
    const both = { ...bill, invoiceNumbers: ['INV-9', 'INV-10'], packages: { count: 450, kind: 'carton' } };
    assert.deepEqual(load({ ...both, grossWeight: { value: '3250', unit: 'KGM' } }, packingList, second), []);
    const [found] = load({ ...both, grossWeight: { value: '3300', unit: 'KGM' } }, packingList, second);
    assert.equal(found?.left.value, '3250 KGM in 2 packing lists');
    assert.deepEqual(load({ ...both, grossWeight: { value: '3250', unit: 'KGM' } }, packingList), []);
  });

  it('sums the lines of a packing list without a total', () => {
    const { grossWeight, ...list } = packingList;
    assert.deepEqual(load(bill, list), []);
    assert.deepEqual(told(load({ ...bill, grossWeight: { value: '1630', unit: 'KGM' } }, list)), [
      'weight warn /lines /grossWeight',
    ]);
  });
});

describe('two versions of one document', () => {
  it('tells where they differ, uses the signed one, and never counts both', () => {
    const altered = withLine(invoice, 0, { description: 'Bell peppers, red' });
    const items = [
      evidence('PurchaseOrder', order, 'a'),
      evidence('CommercialInvoice', altered, 'b', 'imported'),
      evidence('CommercialInvoice', invoice, 'c'),
    ];
    const [found, ...others] = drift(items);
    assert.deepEqual(others, []);
    assert.equal(found?.kind, 'duplicate');
    assert.equal(found?.severity, 'refer');
    assert.match(
      found?.message ?? '',
      /^The commercial invoice INV-9 is here in two versions that differ at lines: signed .*, which is used/,
    );
  });

  it('takes more detail in one version as information', () => {
    const { incoterm, ...less } = invoice;
    const items = [
      evidence('CommercialInvoice', invoice, 'a'),
      evidence('CommercialInvoice', less, 'b', 'imported'),
    ];
    assert.deepEqual(told(drift(items)), ['duplicate info /incoterm /incoterm']);
  });
});
