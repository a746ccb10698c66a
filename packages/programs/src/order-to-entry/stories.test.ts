import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Evidence, findDrift, linkDocuments } from '@portolan/documents';
import { assembleEntry, dutyInput } from '@portolan/filing';
import { digestJson, type JsonValue } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { computeDuty } from '@portolan/tariff';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import fc from 'fast-check';
import type { Dossier } from '../dossier.ts';
import { noObservations } from '../observations.ts';
import { sampleTenant } from '../sample-community.ts';
import type { ExampleFolder } from '../usmca-cafta/stories/file.ts';
import { orderReference } from './facts/tables.ts';
import { orderToEntry } from './program.ts';
import { orderFolders } from './stories/folders.ts';

const tariff = loadEmbeddedReference();
const reference = orderReference(tariff, (facts) => digestJson(nodeCrypto, facts as unknown as JsonValue));
const broker = sampleTenant('broker');

function evidenceOf({ files }: ExampleFolder): Evidence[] {
  return files.map((file) => {
    const { type, document } = file.subject;
    const digest = digestJson(nodeCrypto, { type, document } as unknown as JsonValue);
    const base = { digest, type, document } as unknown as Evidence;
    return file.form === 'credential'
      ? { ...base, class: 'signed', issuer: sampleTenant(file.issuer).did }
      : { ...base, class: 'imported' };
  });
}

function dossierOf(
  folder: ExampleFolder,
  evidence = evidenceOf(folder),
): { dossier: Dossier; typed: number } {
  const { storyAt, typed } = folder.filing;
  const { complete, asks, refusals, provenance } = assembleEntry(
    evidence,
    {
      filer: { code: broker.filerCode ?? '', name: broker.name, did: broker.did },
      typed: typed as Record<string, JsonValue>,
      at: storyAt,
      entryNumber: 'ZZ9-0000103-5',
    },
    tariff,
  );
  assert.ok(complete, JSON.stringify({ asks, refusals }, null, 1));
  const links = linkDocuments(evidence);
  return {
    dossier: {
      ...{ entry: complete, provenance, evidence, links, drifts: findDrift(evidence, links) },
      filer: { did: broker.did },
      filedAt: storyAt,
    },
    typed: Object.values(provenance).filter((one) => one.class === 'typed').length,
  };
}

const at = (folder: ExampleFolder) => ({ decisionAt: folder.filing.storyAt, knownAt: folder.filing.storyAt });
const judge = (folder: ExampleFolder, dossier: Dossier) => {
  const rules = orderToEntry.ruleVersions.at(-1);
  assert.ok(rules);
  return rules.evaluate(dossier, noObservations(folder.filing.storyAt), reference, at(folder));
};

describe('stories of every mode', () => {
  for (const folder of orderFolders)
    it(`${folder.folder}: the duty worked out by hand, one typed answer, accepted`, () => {
      const { dossier, typed } = dossierOf(folder);
      assert.equal(typed, 1);
      const duty = computeDuty(
        dutyInput(dossier.entry, folder.filing.storyAt, () => false),
        tariff,
      );
      assert.ok(duty.ok);
      const { duty: owed, fees, total } = duty.value.totals;
      assert.deepEqual({ duty: owed, fees, total }, folder.expected.draft.totals);
      assert.ok(orderToEntry.appliesTo?.(dossier, reference.agreements));
      const { outcome, findings } = judge(folder, dossier);
      assert.equal(outcome, 'accept', JSON.stringify(findings, null, 1));
    });

  it('enters under the house bill, on the vessel of the master bill', () => {
    const [lcl] = orderFolders;
    assert.ok(lcl);
    const { entry, provenance } = dossierOf(lcl).dossier;
    assert.deepEqual(entry.billOfLading, ['ZZCS26061104']);
    assert.equal(entry.conveyance?.name, 'SAMPLE CARIBE STAR');
    assert.equal(entry.carrier.scac, 'ZZZY');
    assert.equal(entry.consignee.name, 'Sample Harbor Foods Inc.');
    assert.equal(entry.modeOfTransport, '11');
    // The arrival notice says the day as it happened, the bills as it was planned.
    assert.equal(provenance['/importDate']?.confirmedBy?.length, 2);
  });

  it('says which code is provisional, and refers one that the goods speak against', () => {
    const truck = orderFolders.find(({ folder }) => folder === 'order-truck');
    assert.ok(truck);
    const { dossier } = dossierOf(truck);
    const withCode = (hts: string) => {
      const lines = dossier.entry.lines.map((line) => ({ ...line, hts, provisional: true }));
      const { findings, outcome } = judge(truck, { ...dossier, entry: { ...dossier.entry, lines } });
      return [findings.find(({ path }) => path === '/lines/0/hts')?.code, outcome];
    };
    assert.deepEqual(withCode('0804506055'), ['ORDER_CODE_PROVISIONAL', 'accept']);
    assert.deepEqual(withCode('8517130000'), ['ORDER_FACTS_DIFFER', 'refer']);
  });

  it('keeps the half of the order open that did not come by rail', () => {
    const rail = orderFolders.find(({ folder }) => folder === 'order-rail');
    assert.ok(rail);
    const { dossier } = dossierOf(rail);
    const page = orderToEntry.casePage?.(dossier, reference, at(rail));
    const [row] = page?.tables[0]?.rows ?? [];
    assert.deepEqual(row?.slice(3), ['40000 KGM', '40000', '20000', '20000', '20000', '20000', '20000']);
  });

  it('gives the same answer and the same page whatever the order in which the papers came', () => {
    for (const folder of orderFolders) {
      const evidence = evidenceOf(folder);
      const told = (papers: Evidence[]) => {
        const { dossier } = dossierOf(folder, papers);
        const same = { ...dossier, evidence: [] };
        return [judge(folder, dossier), orderToEntry.casePage?.(dossier, reference, at(folder)), same.entry];
      };
      const expected = told(evidence);
      fc.assert(
        fc.property(fc.shuffledSubarray(evidence, { minLength: evidence.length }), (shuffled) => {
          assert.deepEqual(told(shuffled), expected);
        }),
        { numRuns: 20 },
      );
    }
  });
});

describe('bad input', () => {
  const [, , truck] = orderFolders;
  type Change = (item: Evidence) => Evidence | Evidence[];
  const codes = (change: Change) => {
    assert.ok(truck);
    const { dossier } = dossierOf(truck, evidenceOf(truck).flatMap(change));
    return judge(truck, dossier).findings.map(({ code, path }) => `${code} ${path}`.trim());
  };
  const changed =
    (type: string, edit: (document: Record<string, unknown>) => void): Change =>
    (item) => {
      if (item.type !== type) return item;
      const document = structuredClone(item.document) as unknown as Record<string, unknown>;
      edit(document);
      return {
        ...item,
        document,
        digest: digestJson(nodeCrypto, document as JsonValue),
      } as unknown as Evidence;
    };

  it('names an over-shipment, a price that drifted and other terms of delivery', () => {
    const more = codes(
      changed('PurchaseOrder', (order) => {
        const [line] = order.lines as { quantity: { value: string }; amount: object }[];
        if (line)
          Object.assign(line, {
            quantity: { value: '4000', unit: 'KGM' },
            amount: { amount: '4400.00', currency: 'USD' },
          });
        order.total = { amount: '4400.00', currency: 'USD' };
      }),
    );
    assert.ok(
      more.some((code) => code.startsWith('ORDER_OVER_SHIPMENT')),
      more.join(),
    );
    const price = codes(
      changed('PurchaseOrder', (order) => {
        const [line] = order.lines as object[];
        if (line)
          Object.assign(line, {
            unitPrice: { amount: '1.00', currency: 'USD' },
            amount: { amount: '5000.00', currency: 'USD' },
          });
        order.total = { amount: '5000.00', currency: 'USD' };
      }),
    );
    assert.ok(
      price.some((code) => code.startsWith('ORDER_PRICE_DRIFT')),
      price.join(),
    );
    const terms = codes(
      changed('PurchaseOrder', (order) =>
        Object.assign(order, { incoterm: { code: 'DDP', place: 'Rio Rico' } }),
      ),
    );
    assert.ok(
      terms.some((code) => code.startsWith('ORDER_INCOTERM_DRIFT')),
      terms.join(),
    );
  });

  it('names an order in another currency, and a consignee that nobody ordered for', () => {
    const currency = codes(
      changed('PurchaseOrder', (order) => {
        order.currency = 'EUR';
        order.total = { amount: '5500.00', currency: 'EUR' };
        for (const line of order.lines as Record<string, unknown>[]) {
          line.unitPrice = { amount: '1.10', currency: 'EUR' };
          line.amount = { amount: '5500.00', currency: 'EUR' };
        }
      }),
    );
    assert.ok(
      currency.some((code) => code.startsWith('ORDER_CURRENCY_MISMATCH')),
      currency.join(),
    );
    const consignee = codes(
      changed('TruckBillOfLading', (bill) => {
        bill.consignee = { name: 'Sample Stranger Ltd.' };
      }),
    );
    assert.ok(
      consignee.some((code) => code.startsWith('ORDER_CONSIGNEE_MISMATCH')),
      consignee.join(),
    );
  });

  it('names a cancelled order and a second invoice on one order line', () => {
    const cancelled = codes((item) => {
      if (item.type !== 'PurchaseOrder') return item;
      const change = {
        number: 'OCC-1',
        issueDate: '2026-06-05',
        orderNumber: item.document.number,
        cancelled: true,
        buyer: item.document.buyer,
        seller: item.document.seller,
      };
      const digest = digestJson(nodeCrypto, change as unknown as JsonValue);
      return [
        item,
        { type: 'OrderChange', document: change, digest, class: 'imported' } as unknown as Evidence,
      ];
    });
    assert.ok(
      cancelled.some((code) => code.startsWith('ORDER_CANCELLED')),
      cancelled.join(),
    );
    const twice = codes((item) => {
      if (item.type !== 'CommercialInvoice') return item;
      const document = { ...item.document, number: 'INV-SECOND' };
      return [item, { ...item, document, digest: digestJson(nodeCrypto, document as unknown as JsonValue) }];
    });
    assert.ok(
      twice.some((code) => code.startsWith('ORDER_SECOND_INVOICE')),
      twice.join(),
    );
  });
});
