import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence } from '../evidence.ts';
import type { FilingRecord } from '../graph/filing-record.ts';
import { orderFile } from '../graph/order-graph.ts';
import { buyer, evidence, invoice, order, packingList, seller } from '../testing/fixtures.ts';
import * as papers from '../testing/order-fixtures.ts';
import type { MatchFinding } from './finding.ts';
import { matchOrders } from './match-orders.ts';
import { type MatchPolicy, usualPolicy } from './policy.ts';

const kg = (value: string) => ({ value, unit: 'KGM' });
const usd = (amount: string) => ({ amount, currency: 'USD' });

const ordered = evidence('PurchaseOrder', order, 'a');
const billed = evidence('CommercialInvoice', invoice, 'b');
const packed = evidence('PackingList', packingList, 'c');
const despatched = evidence('DespatchAdvice', papers.despatch, 'd');
const clean: readonly Evidence[] = [ordered, billed, packed, despatched];

function match(
  items: readonly Evidence[],
  filings: FilingRecord[] = [],
  policy: MatchPolicy = usualPolicy,
): MatchFinding[] {
  return matchOrders(orderFile(items, filings), items, policy);
}

/** Everything as it should be, with one paper in the place of its type, or beside the others. */
function instead(item: Evidence): Evidence[] {
  return [...clean.filter(({ type }) => type !== item.type), item];
}

const firstLine = <T extends { lines: readonly object[] }>(document: T, change: object): T => ({
  ...document,
  lines: document.lines.map((line, index) => (index === 0 ? { ...line, ...change } : line)),
});

const entry: FilingRecord = {
  id: 'f',
  stage: 'entry',
  entryNumber: 'ZZ9-0000103-5',
  date: '2026-06-24',
  invoices: [billed.digest],
};
const release: FilingRecord = { id: 'r', stage: 'release', entryNumber: 'ZZ9-0000103-5', date: '2026-06-25' };

/** The bad input of the study's list, each with the reason that finds it. Sources: the cases of the DHS university study. */
const cases: readonly { what: string; items: Evidence[]; filings?: FilingRecord[]; found: string }[] = [
  {
    what: 'quantity drift between invoice and packing list',
    items: instead(
      evidence(
        'PackingList',
        firstLine(
          { ...packingList, netWeight: undefined, grossWeight: undefined } as unknown as typeof packingList,
          { quantity: kg('990') },
        ),
        'c',
      ),
    ),
    found:
      'quantity-drift refer Less is packed than is invoiced: commercial invoice INV-9, line 1, quantity says 1000 KGM, but packing list PL-9, line 1, quantity says 990 KGM.',
  },
  {
    what: 'price drift',
    items: instead(evidence('CommercialInvoice', firstLine(invoice, { unitPrice: usd('1.51') }), 'b')),
    found:
      'price-drift refer The unit price of line 1 differs: ordered at 1.50 USD, but commercial invoice INV-9, line 1, unit price says 1.51 USD.',
  },
  {
    what: 'Incoterm drift',
    items: instead(evidence('CommercialInvoice', { ...invoice, incoterm: { code: 'CIF' } }, 'b')),
    found:
      'incoterm-drift refer The Incoterm differs: purchase order PO-77, incoterm, code says DAP, but commercial invoice INV-9, incoterm, code says CIF.',
  },
  {
    what: 'over-shipment',
    items: instead(evidence('DespatchAdvice', firstLine(papers.despatch, { quantity: kg('1051') }), 'd')),
    found:
      'over-shipment refer 1051 KGM of line 1 was shipped, but only 1000 KGM was ordered; the client allows 5 percent more.',
  },
  {
    what: 'a partial shipment',
    items: instead(evidence('DespatchAdvice', firstLine(papers.despatch, { quantity: kg('400') }), 'd')),
    found: 'part-shipment info 400 KGM of 1000 KGM of line 1 is shipped; the rest is open.',
  },
  {
    what: 'currency mismatch',
    items: instead(evidence('CommercialInvoice', { ...invoice, currency: 'MXN' }, 'b')),
    found:
      'currency-mismatch refer The currency differs: purchase order PO-77, currency says USD, but commercial invoice INV-9, currency says MXN.',
  },
  {
    what: 'a cancelled order',
    items: [
      ...clean,
      evidence(
        'OrderChange',
        { number: 'CX-1', issueDate: '2026-06-05', orderNumber: 'PO-77', cancelled: true },
        'e',
      ),
    ],
    found:
      'order-cancelled refer Order PO-77 was cancelled by order change CX-1, but commercial invoice INV-9 has goods of it.',
  },
  {
    what: 'a cancelled line',
    items: [
      ...clean,
      evidence('OrderChange', { ...papers.change, lines: [{ number: '2', action: 'cancel' }] }, 'e'),
    ],
    found:
      'line-cancelled refer Line 2 of order PO-77 was cancelled, but commercial invoice INV-9, line 2 has goods of it.',
  },
  {
    what: 'two invoices for one order line',
    items: [...clean, evidence('CommercialInvoice', { ...invoice, number: 'INV-10' }, 'e')],
    found:
      'second-invoice refer 2 invoices (INV-9, INV-10) bill line 1 of order PO-77: 2000 KGM of 1000 KGM, more than was ordered.',
  },
  {
    what: 'consignee mismatch',
    items: instead(evidence('PackingList', { ...packingList, consignee: seller }, 'c')),
    found: `consignee-mismatch warn The consignee differs: purchase order PO-77, buyer says ${buyer.name}, but packing list PL-9, consignee says ${seller.name}.`,
  },
  {
    what: 'a late amendment after release',
    items: [...clean, evidence('OrderChange', { ...papers.change, issueDate: '2026-07-01' }, 'e')],
    filings: [entry, release],
    found:
      'late-amendment refer The order change CH-1 is of 2026-07-01, after entry ZZ9-0000103-5 was released on 2026-06-25.',
  },
  {
    what: 'a second version of an invoice',
    items: [
      ...clean,
      evidence('CommercialInvoice', { ...invoice, issueDate: '2026-06-11' }, 'e', 'imported'),
    ],
    found:
      'duplicate refer The commercial invoice INV-9 is here in two versions that differ at issue date: signed sha256:00000000, which is used, and imported sha256:00000000.',
  },
  {
    what: 'an invoice for an order that nobody sent',
    items: instead(evidence('CommercialInvoice', { ...invoice, orderNumbers: ['PO-78'] }, 'b')),
    found:
      'order-unknown warn The commercial invoice INV-9 names order PO-78, which is not at hand or is of other parties.',
  },
  {
    what: 'goods that were not ordered',
    items: instead(
      evidence(
        'CommercialInvoice',
        firstLine(invoice, { orderLine: '7', sku: 'X', description: 'Limes' }),
        'b',
      ),
    ),
    found:
      'line-unknown warn The commercial invoice INV-9, line 1 (Limes) belongs to no line of order PO-77.',
  },
  {
    what: 'litres for kilograms',
    items: instead(
      evidence('DespatchAdvice', firstLine(papers.despatch, { quantity: { value: '5', unit: 'LTR' } }), 'd'),
    ),
    found:
      'unit-mismatch warn Line 1 is ordered in KGM, but despatch advice DA-1, line 1, quantity counts LTR: the two cannot be compared.',
  },
  {
    what: 'more entered than shipped',
    items: instead(evidence('DespatchAdvice', firstLine(papers.despatch, { quantity: kg('990') }), 'd')),
    filings: [entry],
    found: 'entered-too-much refer 1000 KGM of line 1 is entered, but only 990 KGM was shipped.',
  },
  {
    what: 'less confirmed than ordered',
    items: [
      ...clean,
      evidence(
        'OrderConfirmation',
        {
          ...papers.confirmation,
          answer: 'changed',
          lines: [{ number: '1', orderLine: '1', answer: 'changed', quantity: kg('800') }],
        },
        'e',
      ),
    ],
    found: 'not-confirmed warn The seller confirmed 800 KGM of line 1, ordered were 1000 KGM.',
  },
  {
    what: 'another weight on the bill of lading',
    items: [
      ...clean,
      evidence(
        'HouseBillOfLading',
        { number: 'HBL-1', invoiceNumbers: ['INV-9'], grossWeight: kg('1700') },
        'e',
      ),
    ],
    found:
      'weight-drift warn The gross weight differs: packing list PL-9, gross weight says 1625 KGM, but house bill of lading HBL-1, gross weight says 1700 KGM.',
  },
];

describe('matchOrders', () => {
  it('finds nothing in an order whose papers agree', () => {
    assert.deepEqual(match(clean), []);
  });

  for (const { what, items, filings, found } of cases)
    it(`finds ${what}, for its own reason`, () => {
      const findings = match(items, filings);
      const told = findings.map(({ kind, severity, message }) => `${kind} ${severity} ${message}`);
      assert.ok(told.includes(found), told.join('\n'));
      for (const { sides, mend } of findings)
        assert.ok(mend.length > 10 && sides.every(({ place }) => place));
    });

  it('gives each case of the list a kind of its own', () => {
    const kinds = cases.map(({ found }) => found.split(' ')[0]);
    assert.equal(new Set(kinds).size, kinds.length);
  });

  it('takes the tolerances of the client on the day of the order', () => {
    const more = instead(
      evidence('DespatchAdvice', firstLine(papers.despatch, { quantity: kg('1030') }), 'd'),
    );
    const [row] = usualPolicy.tolerances;
    assert.ok(row);
    const strict: MatchPolicy = {
      client: 'Sample Harbor Foods Inc.',
      tolerances: [
        { ...row, from: '2026-01-01', until: '2026-05-31' },
        {
          ...row,
          from: '2026-06-01',
          over: '2',
          source: 'Sample agreement of 2026-05-20',
          certainty: 'agreed',
        },
      ],
    };
    assert.deepEqual(match(more), []);
    assert.deepEqual(
      match(more, [], strict).map(({ kind }) => kind),
      ['over-shipment'],
    );
    const earlier = more.map((item) =>
      item.type === 'PurchaseOrder'
        ? evidence('PurchaseOrder', { ...order, issueDate: '2026-05-15' }, 'a')
        : item,
    );
    assert.deepEqual(match(earlier, [], strict), []);
  });

  it('says the same whatever the order of arrival', () => {
    for (const { items, filings } of cases)
      assert.deepEqual(match([...items].reverse(), filings), match(items, filings));
  });
});
