import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence, EvidenceOf } from '@portolan/documents';
import { digestJson, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { Observations } from '../observations.ts';
import { noObservations } from '../observations.ts';
import type { OrderCode } from './catalogue.ts';
import { orderToEntry } from './program.ts';
import { orderFolders } from './stories/folders.ts';
import { dossierOf, evidenceOf, reference } from './testing/dossier.ts';

const folder = orderFolders.find(({ folder: name }) => name === 'order-truck');
assert.ok(folder);
const papers = evidenceOf(folder);

type Loose = Record<string, unknown>;

/** One paper of the shipment, altered: everything else stays as it is. */
function changed(type: Evidence['type'], edit: (document: Loose, line: Loose) => void): Evidence[] {
  return papers.map((item) => {
    if (item.type !== type) return item;
    const document = structuredClone(item.document) as unknown as Loose;
    edit(document, (document.lines as Loose[] | undefined)?.[0] ?? {});
    return renewed(item, document);
  });
}

function renewed(item: Evidence, document: object): Evidence {
  const digest = digestJson(nodeCrypto, document as JsonValue);
  return { ...item, document, digest } as unknown as Evidence;
}

/** The papers with one more. */
function joined(type: Evidence['type'], document: object): Evidence[] {
  return [...papers, renewed({ type, class: 'imported' } as unknown as Evidence, document)];
}

const order = papers.find(
  (item): item is EvidenceOf<'PurchaseOrder'> => item.type === 'PurchaseOrder',
)?.document;
const invoice = papers.find(
  (item): item is EvidenceOf<'CommercialInvoice'> => item.type === 'CommercialInvoice',
)?.document;
assert.ok(order && invoice);
const kg = (value: string) => ({ value, unit: 'KGM' });
const usd = (amount: string) => ({ amount, currency: 'USD' });
const orderOf = (quantity: string, price: string, amount: string) => (document: Loose, line: Loose) => {
  Object.assign(line, { quantity: kg(quantity), unitPrice: usd(price), amount: usd(amount) });
  document.total = usd(amount);
};

interface Case {
  /** As the domain's list names it. */
  readonly what: string;
  readonly items: readonly Evidence[];
  readonly code: OrderCode;
  /** Where in the entry, and what the finding says. */
  readonly says: RegExp;
  readonly outcome: 'refer' | 'accept';
  readonly observed?: Partial<Observations>;
}

/** The bad input of the study's list, in its order, one case a line; each is found for its own reason. */
const cases: readonly Case[] = [
  {
    what: 'quantity drift between invoice and packing list',
    items: changed('PackingList', (_, line) => {
      line.quantity = kg('4990');
    }),
    ...{ code: 'ORDER_QUANTITY_DRIFT', says: /5000 KGM, but .* says 4990 KGM/, outcome: 'refer' },
  },
  {
    what: 'price drift between order and invoice',
    items: changed('PurchaseOrder', orderOf('5000', '1.00', '5000.00')),
    ...{ code: 'ORDER_PRICE_DRIFT', says: /ordered at 1\.00 USD, but .* says 1\.10/, outcome: 'refer' },
  },
  {
    what: 'Incoterm drift',
    items: changed('PurchaseOrder', (document) => {
      document.incoterm = { code: 'DDP', place: 'Rio Rico' };
    }),
    ...{ code: 'ORDER_INCOTERM_DRIFT', says: /says DDP, but .* says FCA/, outcome: 'refer' },
  },
  {
    what: 'weight drift between packing list and bill of lading',
    items: changed('TruckBillOfLading', (document) => {
      document.grossWeight = kg('5900');
    }),
    ...{ code: 'ORDER_WEIGHT_DRIFT', says: /5500 KGM, but .* says 5900 KGM/, outcome: 'accept' },
  },
  {
    what: 'packages drift between packing list and bill of lading',
    items: changed('TruckBillOfLading', (document) => {
      document.packages = { count: 1240, kind: 'carton' };
    }),
    ...{ code: 'ORDER_PACKAGES_DRIFT', says: /1250 carton, but .* says 1240 carton/, outcome: 'accept' },
  },
  {
    what: 'over-shipment',
    items: changed('PurchaseOrder', orderOf('4000', '1.10', '4400.00')),
    ...{ code: 'ORDER_OVER_SHIPMENT', says: /5000 KGM .* only 4000 KGM was ordered/, outcome: 'refer' },
  },
  {
    what: 'a split or partial shipment',
    items: changed('PurchaseOrder', orderOf('8000', '1.10', '8800.00')),
    ...{ code: 'ORDER_PART_SHIPMENT', says: /5000 KGM of 8000 KGM .* the rest is open/, outcome: 'accept' },
  },
  {
    what: 'currency mismatch',
    items: changed('PurchaseOrder', (document, line) => {
      const eur = (amount: string) => ({ amount, currency: 'EUR' });
      Object.assign(document, { currency: 'EUR', total: eur('5500.00') });
      Object.assign(line, { unitPrice: eur('1.10'), amount: eur('5500.00') });
    }),
    ...{ code: 'ORDER_CURRENCY_MISMATCH', says: /says EUR, but .* says USD/, outcome: 'refer' },
  },
  {
    what: 'cancelled order',
    items: joined('OrderChange', {
      ...{ number: 'OCC-1', issueDate: '2026-06-05', orderNumber: order.number, cancelled: true },
      ...{ buyer: order.buyer, seller: order.seller },
    }),
    ...{ code: 'ORDER_CANCELLED', says: /was cancelled by order change OCC-1/, outcome: 'refer' },
  },
  {
    what: 'two invoices for one order line',
    items: joined('CommercialInvoice', { ...invoice, number: 'INV-SECOND' }),
    ...{ code: 'ORDER_SECOND_INVOICE', says: /2 invoices .* more than was ordered/, outcome: 'refer' },
  },
  {
    what: 'consignee mismatch',
    items: changed('TruckBillOfLading', (document) => {
      document.consignee = { name: 'Sample Stranger Ltd.' };
    }),
    ...{ code: 'ORDER_CONSIGNEE_MISMATCH', says: /but .* says Sample Stranger Ltd\./, outcome: 'accept' },
  },
  {
    what: 'the same invoice entered before, by the same filer',
    items: papers,
    observed: { enteredBefore: [{ line: 1, entryNumber: 'ZZ9-0000104-3' }] },
    ...{ code: 'ORDER_ENTERED_BEFORE', says: /was entered before in entry ZZ9-0000104-3/, outcome: 'refer' },
  },
  {
    what: 'the same invoice entered before, by another filer',
    items: papers,
    observed: { enteredBefore: [{ line: 1 }] },
    ...{ code: 'ORDER_ENTERED_BEFORE', says: /in an entry of another filer/, outcome: 'refer' },
  },
];

function judged({ items, observed = {} }: Pick<Case, 'items' | 'observed'>) {
  assert.ok(folder);
  const { dossier } = dossierOf(folder, [...items]);
  const at = folder.filing.storyAt;
  const observations = { ...noObservations(at), ...observed };
  const rules = orderToEntry.ruleVersions.at(-1);
  assert.ok(rules);
  return rules.evaluate(dossier, observations, reference, { decisionAt: at, knownAt: at });
}

describe('bad input of the study', () => {
  it('is not in the papers of the story', () => {
    const { outcome, findings } = judged({ items: papers });
    assert.deepEqual([outcome, findings], ['accept', []]);
  });

  it('is not in parts of an invoice line that come to no more than was invoiced', () => {
    assert.ok(folder);
    const at = folder.filing.storyAt;
    const rules = orderToEntry.ruleVersions.at(-1);
    const whole = invoice.lines[0]?.quantity;
    assert.ok(rules && whole);
    const judge = (own: string | undefined, ...before: (string | undefined)[]) => {
      const { dossier } = dossierOf(folder, [...papers]);
      const [line] = dossier.entry.lines;
      if (line && own) line.invoice.quantity = { value: own, unit: whole.unit };
      const enteredBefore = before.map((value, index) => ({
        ...{ line: 1, entryNumber: `ZZ9-000010${index}-0` },
        ...(value ? { quantity: { value, unit: whole.unit } } : {}),
      }));
      const observations = { ...noObservations(at), enteredBefore };
      const { findings } = rules.evaluate(dossier, observations, reference, { decisionAt: at, knownAt: at });
      return findings.filter(({ code }) => /ENTERED_BEFORE|PARTS_TOO_MUCH/.test(code));
    };
    const all = Number(whole.value);
    assert.deepEqual(judge(String(all - 100), '60', '40'), []);
    const [over] = judge(String(all - 100), '60', '41');
    assert.equal(over?.code, 'ORDER_PARTS_TOO_MUCH');
    assert.match(over?.message ?? '', /of which 101 were entered before in entry ZZ9-0000100-0 and in entry/);
    assert.equal(judge('100', undefined)[0]?.code, 'ORDER_ENTERED_BEFORE');
    assert.equal(judge(undefined, '1')[0]?.code, 'ORDER_ENTERED_BEFORE');
  });

  for (const one of cases)
    it(`${one.what} is found for its own reason`, () => {
      const { outcome, findings } = judged(one);
      const told = findings.map(({ code, message }) => `${code} ${message}`).join('\n');
      const found = findings.find(({ code }) => code === one.code);
      assert.match(found?.message ?? told, one.says);
      assert.ok((found?.mend.length ?? 0) > 10, told);
      assert.equal(outcome, one.outcome, told);
    });

  it('gives every line of the list a code of its own', () => {
    const codes = cases.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length - 1);
  });
});
