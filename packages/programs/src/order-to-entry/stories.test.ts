import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Evidence } from '@portolan/documents';
import { dutyInput } from '@portolan/filing';
import { computeDuty } from '@portolan/tariff';
import fc from 'fast-check';
import { orderToEntry } from './program.ts';
import { orderFolders } from './stories/folders.ts';
import { at, dossierOf, evidenceOf, judge, reference, tariff } from './testing/dossier.ts';

describe('stories of every mode', () => {
  for (const folder of orderFolders)
    it(`${folder.folder}: the duty worked out by hand, one typed answer at most, judged as told`, () => {
      const { dossier, typed } = dossierOf(folder);
      assert.ok(typed <= 1, String(typed));
      const duty = computeDuty(
        dutyInput(dossier.entry, folder.filing.storyAt, () => false),
        tariff,
      );
      assert.ok(duty.ok);
      const { duty: owed, fees, total } = duty.value.totals;
      assert.deepEqual({ duty: owed, fees, total }, folder.expected.draft.totals);
      assert.ok(orderToEntry.appliesTo?.(dossier, reference.agreements));
      const { outcome, findings } = judge(folder, dossier);
      assert.equal(outcome, folder.expected.draft.outcome, JSON.stringify(findings, null, 1));
    });

  it('takes a part of the invoice and the freight of the bill as they are proposed', () => {
    const cif = orderFolders.find(({ folder }) => folder === 'order-ocean-cif');
    assert.ok(cif);
    const { dossier } = dossierOf({
      ...cif,
      filing: {
        ...cif.filing,
        typed: {
          ...cif.filing.typed,
          '/carriage': { amount: '1240.00', currency: 'USD' },
          '/lines/0/invoice/quantity': { value: '12000', unit: 'LTR' },
        },
      },
    });
    const duty = computeDuty(
      dutyInput(dossier.entry, cif.filing.storyAt, () => false),
      tariff,
    );
    assert.ok(duty.ok);
    const { duty: owed, fees, total } = duty.value.totals;
    assert.deepEqual([owed, fees, total], ['1509.60', '47.40', '1557.00']);
    const { outcome, findings } = judge(cif, dossier);
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
