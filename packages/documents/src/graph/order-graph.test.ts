import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { canonicalize, Decimal, type JsonValue } from '@portolan/kernel';
import fc from 'fast-check';
import type { Evidence } from '../evidence.ts';
import type { DespatchAdvice } from '../schema/despatch-advice.ts';
import type { OrderChange } from '../schema/order-change.ts';
import { evidence, invoice, order, shipment } from '../testing/fixtures.ts';
import * as papers from '../testing/order-fixtures.ts';
import type { FilingRecord } from './filing-record.ts';
import { orderGraph } from './order-graph.ts';
import type { LineSums, OrderGraph } from './types.ts';

const kg = (value: string) => ({ value, unit: 'KGM' });

/** Everything about PO-77: a consolidation by sea beside the truck bill of fixtures.ts. */
function whole(): Evidence[] {
  return [
    ...shipment().filter(({ type }) => type !== 'BillOfLading'),
    evidence('OrderConfirmation', papers.confirmation, '1'),
    evidence('OrderChange', papers.change, '2'),
    evidence('DespatchAdvice', papers.despatch, '3'),
    evidence('HouseBillOfLading', papers.house, '4'),
    evidence('MasterBillOfLading', papers.master, '5'),
    evidence('FreightManifest', papers.manifest, '6'),
    evidence('ArrivalNotice', papers.notice, '7'),
    evidence('TransportStatus', papers.status, '8'),
    evidence('CreditNote', papers.credit, '9'),
  ];
}

const invoiceDigest = evidence('CommercialInvoice', invoice, 'b').digest;
const entry: FilingRecord = {
  id: 'filing-1',
  stage: 'entry',
  entryNumber: 'ZZ9-0000103-5',
  date: '2026-06-24',
  transportDocuments: ['HBL-1'],
  lines: [{ number: '1', evidence: [{ digest: invoiceDigest, pointer: '/lines/0/amount' }] }],
};
const release: FilingRecord = {
  id: 'release-1',
  stage: 'release',
  entryNumber: 'ZZ90000103-5',
  date: '2026-06-25',
};

function sums(graph: OrderGraph): LineSums[] {
  return graph.orders.flatMap(({ lines }) => lines.map((line) => line.sums));
}

describe('orderGraph', () => {
  it('joins every paper from order to entry', () => {
    const graph = orderGraph(whole(), [entry]);
    const stages = new Set(graph.nodes.map(({ stage }) => stage));
    assert.deepEqual(
      [...stages],
      [
        'order',
        'change',
        'confirmation',
        'invoice',
        'credit',
        'packing',
        'despatch',
        'transport',
        'manifest',
        'status',
        'arrival',
        'entry',
      ],
    );
    assert.deepEqual(graph.loose, []);
    const [line1, line2] = sums(graph);
    assert.deepEqual(line1, {
      ordered: '1000',
      confirmed: '1000',
      invoiced: '1000',
      packed: '1000',
      shipped: '1000',
      arrived: '1000',
      entered: '1000',
      open: '0',
    });
    // Changed to 600 kg, 500 shipped of which 50 were credited, nothing of it entered.
    assert.deepEqual(line2, {
      ordered: '600',
      confirmed: '600',
      invoiced: '450',
      packed: '500',
      shipped: '500',
      arrived: '500',
      entered: '0',
      open: '600',
    });
    assert.equal(graph.orders[0]?.standing, 'part-entered');
  });

  it('is the same to the byte whatever the order of arrival', () => {
    const items = whole();
    const copies = items.map((item): Evidence => ({ ...item, digest: `sha256:${item.digest.slice(8)}f` }));
    const all = [...items, ...copies.slice(0, 4)];
    const filings = [entry, release];
    const bytes = canonicalize(orderGraph(all, filings) as unknown as JsonValue);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
        fc.boolean(),
        (shuffled, swap) => {
          const graph = orderGraph(shuffled, swap ? [release, entry] : filings);
          assert.equal(canonicalize(graph as unknown as JsonValue), bytes);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('counts copies and the master above a house once', () => {
    const items = whole();
    const copies = items.map((item): Evidence => ({ ...item, digest: `sha256:${item.digest.slice(8)}f` }));
    assert.deepEqual(sums(orderGraph([...items, ...copies])), sums(orderGraph(items)));
    const goods = [{ number: '1', orderNumber: 'PO-77', orderLine: '1', quantity: kg('1000') }];
    const doubled = [
      evidence('PurchaseOrder', order, 'a'),
      evidence('HouseBillOfLading', { ...papers.house, lines: goods }, '4'),
      evidence('MasterBillOfLading', { ...papers.master, lines: goods }, '5'),
    ];
    assert.equal(sums(orderGraph(doubled))[0]?.shipped, '1000');
  });

  it('takes a split and its parts for the same: parts of any size add up to the whole', () => {
    const grams = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(grams, fc.boolean(), (parts, inPounds) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const ordered = {
          ...order,
          lines: [
            {
              number: '1',
              description: 'Bell peppers',
              quantity: kg(Decimal.of(total).dividedBy(Decimal.of(1000), 3, 'down').toString()),
            },
          ],
          total: undefined,
        };
        const { total: _, ...plain } = ordered;
        const part = (amount: number, index: number): DespatchAdvice => ({
          number: `DA-${index}`,
          orderNumbers: ['PO-77'],
          lines: [
            {
              number: '1',
              orderLine: '1',
              quantity: inPounds
                ? { value: String(amount), unit: 'GRM' }
                : kg(Decimal.of(amount).dividedBy(Decimal.of(1000), 3, 'down').toString()),
            },
          ],
        });
        const graphOf = (despatches: DespatchAdvice[]) =>
          orderGraph([
            evidence('PurchaseOrder', plain, 'a'),
            ...despatches.map((despatch, index) => evidence('DespatchAdvice', despatch, `b${index}`)),
          ]);
        const split = graphOf(parts.map(part));
        const one = graphOf([part(total, 0)]);
        assert.deepEqual(sums(split), sums(one));
        assert.equal(split.orders[0]?.standing, 'shipped');
      }),
      { numRuns: 60 },
    );
  });

  it('lets an entry for a part shipment take just its part', () => {
    const part: FilingRecord = {
      ...entry,
      lines: [
        { number: '1', evidence: [{ digest: invoiceDigest, pointer: '/lines/0' }], quantity: kg('400') },
      ],
    };
    const rest: FilingRecord = { ...part, id: 'filing-2', entryNumber: 'ZZ9-0000104-3' };
    assert.deepEqual(pick(orderGraph(whole(), [part])), { entered: '400', open: '600' });
    assert.deepEqual(pick(orderGraph(whole(), [part, rest])), { entered: '800', open: '200' });
  });

  it('counts of one entry the latest record: a summary in place of the entry, a correction in place of both', () => {
    const lines = (value: string) => [
      { number: '1', evidence: [{ digest: invoiceDigest, pointer: '/lines/0' }], quantity: kg(value) },
    ];
    const summary: FilingRecord = {
      ...entry,
      id: 'summary-1',
      stage: 'summary',
      date: '2026-07-02',
      lines: lines('900'),
    };
    const correction: FilingRecord = {
      ...summary,
      id: 'psc-1',
      stage: 'correction',
      date: '2026-08-01',
      lines: lines('950'),
    };
    assert.equal(pick(orderGraph(whole(), [entry, summary])).entered, '900');
    assert.equal(pick(orderGraph(whole(), [correction, summary, entry])).entered, '950');
    const chain = orderGraph(whole(), [entry, release, summary, correction]).nodes.slice(-4);
    assert.deepEqual(
      chain.map(({ stage }) => stage),
      ['entry', 'release', 'summary', 'correction'],
    );
  });

  it('applies changes in their sequence and not in that of their arrival', () => {
    const step = (sequence: number, value: string): OrderChange => ({
      ...papers.change,
      number: `CH-${sequence}`,
      sequence,
      lines: [{ number: '1', action: 'change', quantity: kg(value) }],
    });
    const changed = [
      evidence('PurchaseOrder', order, 'a'),
      evidence('OrderChange', step(2, '700'), '1'),
      evidence('OrderChange', step(1, '900'), '2'),
    ];
    assert.equal(sums(orderGraph(changed))[0]?.ordered, '700');
    const cancelled = [...changed, evidence('OrderChange', { ...step(3, '1'), cancelled: true }, '3')];
    assert.equal(orderGraph(cancelled).orders[0]?.standing, 'cancelled');
    assert.equal(sums(orderGraph(cancelled))[0]?.open, '0');
  });

  it('keeps two buyers with the same order number apart', () => {
    const other = {
      ...order,
      buyer: { name: 'Sample Other Buyer', address: { country: 'US' } },
      seller: { name: 'Sample Other Seller', address: { country: 'MX' } },
    };
    const graph = orderGraph([
      evidence('PurchaseOrder', order, 'a'),
      evidence('PurchaseOrder', other, 'b'),
      evidence('CommercialInvoice', invoice, 'c'),
    ]);
    const byBuyer = new Map(graph.orders.map(({ buyer, lines }) => [buyer, lines[0]?.sums.invoiced]));
    assert.equal(byBuyer.get(order.buyer.name), '1000');
    assert.equal(byBuyer.get('Sample Other Buyer'), '0');
  });

  it('says which quantities cannot be told in the unit of the order', () => {
    const litres = {
      ...papers.despatch,
      lines: [{ number: '1', orderLine: '1', quantity: { value: '5', unit: 'LTR' } }],
    };
    const [state] = orderGraph([
      evidence('PurchaseOrder', order, 'a'),
      evidence('DespatchAdvice', litres, 'b'),
    ]).orders;
    assert.equal(state?.lines[0]?.sums.shipped, '0');
    assert.deepEqual(
      state?.lines[0]?.unlike.map(({ quantity }) => quantity.unit),
      ['LTR'],
    );
  });

  it('leaves papers without an order aside, and says so', () => {
    const graph = orderGraph([evidence('CommercialInvoice', { ...invoice, orderNumbers: ['PO-0'] }, 'b')]);
    assert.deepEqual(
      graph.loose,
      graph.nodes.map(({ id }) => id),
    );
  });

  it('counts no arrival at a port on the way', () => {
    const transit = {
      ...papers.status,
      events: papers.status.events.map((event) => ({ ...event, place: { unlocode: 'PAPTY' } })),
    };
    const items = whole().map((item) =>
      item.type === 'TransportStatus' ? evidence('TransportStatus', transit, '8') : item,
    );
    assert.equal(sums(orderGraph(items))[0]?.arrived, '0');
  });
});

function pick(graph: OrderGraph): Pick<LineSums, 'entered' | 'open'> {
  const { entered = '', open = '' } = sums(graph)[0] ?? {};
  return { entered, open };
}

describe('a large order', () => {
  it('takes time that grows with its lines: 10,000 of them well under a second of work', () => {
    const count = 10_000;
    const lines = Array.from({ length: count }, (_, index) => ({
      number: String(index + 1),
      sku: `S-${index}`,
      description: `Part ${index}`,
      quantity: { value: '10', unit: 'C62' },
    }));
    const { total: _, ...plain } = order;
    const priced = lines.map((line) => ({ ...line, amount: { amount: '1.00', currency: 'USD' } }));
    const items = [
      evidence('PurchaseOrder', { ...plain, lines }, 'a'),
      evidence(
        'CommercialInvoice',
        { ...invoice, lines: priced.map(({ number, ...line }) => ({ ...line, number: `I${number}` })) },
        'b',
      ),
      evidence(
        'DespatchAdvice',
        { ...papers.despatch, lines: lines.map((line) => ({ ...line, orderLine: line.number })) },
        'c',
      ),
    ];
    orderGraph(items.slice(0, 2));
    const before = process.cpuUsage();
    const graph = orderGraph(items);
    const { user, system } = process.cpuUsage(before);
    assert.equal(
      graph.orders[0]?.lines.filter(({ sums }) => sums.shipped === '10' && sums.invoiced === '10').length,
      count,
    );
    assert.ok((user + system) / 1000 < 1500, `${(user + system) / 1000} ms of processor time`);
  });
});

describe('events of goods under way', () => {
  const status = (events: object[], digest: string) =>
    evidence('TransportStatus', { number: digest, events } as never, digest);
  const lotted = {
    ...invoice,
    lines: invoice.lines.map((line, index) => ({ ...line, gtin: '04012345678901', lot: `L-${index + 1}` })),
  };
  const seen = (line: object) => ({
    kind: 'received',
    certainty: 'actual',
    date: '2026-06-24',
    lines: [line],
  });

  it('are joined by the lot that they name, where they name no paper', () => {
    const items = [evidence('PurchaseOrder', order, 'a'), evidence('CommercialInvoice', lotted, 'b')];
    const amount = { quantity: kg('1000') };
    const exact = status([seen({ gtin: '04012345678901', lot: 'l-1', ...amount })], 'c');
    const graph = orderGraph([...items, exact]);
    assert.deepEqual(graph.loose, []);
    assert.equal(sums(graph)[0]?.arrived, '1000');
    const edge = graph.edges.find(({ to }) => to.node === exact.digest && to.line === undefined);
    assert.deepEqual(
      [edge?.from.node, edge?.by, edge?.strength],
      [items[1]?.digest, 'the same lot l-1', 'matched'],
    );
    const other = status([seen({ gtin: '00614141073464', lot: 'L-1', ...amount })], 'd');
    assert.deepEqual(orderGraph([...items, other]).loose, [other.digest]);
    const twice = evidence('CommercialInvoice', { ...lotted, number: 'INV-10' }, 'e');
    assert.ok(orderGraph([...items, twice, exact]).loose.includes(exact.digest));
  });

  it('are joined by booking or container, where they name no transport document (DCSA track and trace)', () => {
    const house = { ...papers.house, bookingNumber: 'BK-7', orderNumbers: ['PO-77'] };
    const items = [evidence('PurchaseOrder', order, 'a'), evidence('HouseBillOfLading', house, 'b')];
    const event = { kind: 'departed', certainty: 'actual', date: '2026-06-14' };
    const booked = status([{ ...event, bookingNumber: 'bk-7' }], 'c');
    const boxed = status([{ ...event, containers: ['MSCU1234565'] }], 'd');
    const graph = orderGraph([...items, booked, boxed]);
    assert.deepEqual(graph.loose, []);
    const why = graph.edges
      .filter(({ from }) => from.node === items[1]?.digest)
      .map(({ by, strength }) => [by, strength]);
    assert.deepEqual(why, [
      ['the same booking bk-7', 'matched'],
      ['the same container MSCU1234565', 'inferred'],
    ]);
  });
});

describe('from order to liquidation', () => {
  const stage = (stage: FilingRecord['stage'], date: string): FilingRecord => ({
    ...{ id: `${stage}-1`, stage, entryNumber: 'ZZ9-0000103-5', date },
  });
  const records = [
    { ...entry, id: 'entry-1' },
    stage('release', '2026-06-25'),
    stage('summary', '2026-07-02'),
    stage('liquidation', '2027-05-07'),
  ];

  it('is one chain whose bytes no order of arrival changes, papers and filings alike', () => {
    const event = { kind: 'received', certainty: 'actual', date: '2026-06-24' };
    const lotted = { ...invoice, lines: invoice.lines.map((line) => ({ ...line, lot: `L-${line.number}` })) };
    const items = [
      evidence('PurchaseOrder', order, 'a'),
      evidence('CommercialInvoice', lotted, 'b'),
      evidence(
        'HouseBillOfLading',
        { ...papers.house, bookingNumber: 'BK-7', invoiceNumbers: ['INV-9'] },
        'c',
      ),
      evidence(
        'TransportStatus',
        { number: 'S-1', events: [{ ...event, lines: [{ lot: 'L-1' }] }] } as never,
        'd',
      ),
      evidence(
        'TransportStatus',
        { number: 'S-2', events: [{ ...event, bookingNumber: 'BK-7' }] } as never,
        'e',
      ),
    ];
    const graph = orderGraph(items, records);
    assert.deepEqual(graph.loose, []);
    assert.deepEqual(
      graph.nodes.slice(-4).map((node) => node.stage),
      ['entry', 'release', 'summary', 'liquidation'],
    );
    const bytes = canonicalize(graph as unknown as JsonValue);
    const all = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
    fc.assert(
      fc.property(all(items), all(records), (shuffled, filed) => {
        assert.equal(canonicalize(orderGraph(shuffled, filed) as unknown as JsonValue), bytes);
      }),
      { numRuns: 40 },
    );
  });
});
