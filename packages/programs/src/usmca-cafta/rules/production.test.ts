import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProducedGood, ProductionStatement, RegionalValueStatement } from '@portolan/documents';
import { codes, evaluateWith, type Item } from '../../testing/case.ts';

const mangoes: ProductionStatement = {
  agreement: 'USMCA',
  number: 'PS-1',
  producer: { name: 'Sample Grower', address: { country: 'MX' } },
  goods: [
    {
      number: '1',
      description: 'Mangoes, fresh',
      hs: '080450',
      madeIn: 'MX',
      whollyObtained: 'harvested in Sinaloa',
      materials: [],
    },
  ],
  statedOn: '2026-01-05',
  statement: 'Sample statement.',
};

const content: RegionalValueStatement = {
  agreement: 'USMCA',
  number: 'RVS-1',
  verifier: { name: 'Sample Verifiers SC', address: { country: 'MX' } },
  producer: mangoes.producer,
  good: { description: 'Mangoes, fresh', hs6: '080450' },
  method: 'TV',
  atLeast: '60',
  period: { from: '2026-01-01', to: '2026-12-31' },
  examinedOn: '2026-01-20',
  worksheet: `sha256:${'1'.repeat(64)}`,
  statement: 'Sample statement.',
};

const about = (...more: Item[]) =>
  codes(evaluateWith({ evidence: (items) => [...items, ...more] })).filter((code) =>
    /PRODUCTION|CONTENT/.test(code),
  );
const stated = (change: Partial<ProductionStatement>, by: Item['by'] = 'grower'): Item => ({
  type: 'ProductionStatement',
  document: { ...mangoes, ...change },
  ...(by ? { by } : {}),
});
const changed = (good: Partial<ProducedGood>) =>
  stated({ goods: mangoes.goods.map((one) => ({ ...one, ...good })) });

describe("the producer's bill of materials (19 CFR 182.13(a)(3))", () => {
  it('is not asked for: without it nothing is said', () => assert.deepEqual(about(), []));

  it('shows origin', () => assert.deepEqual(about(stated({})), ['USMCA_PRODUCTION_ORIGINATES']));

  it('is used only when its producer signed it', () => {
    const { by: _, ...unsigned } = stated({});
    assert.deepEqual(about(unsigned as Item), ['USMCA_PRODUCTION_UNVERIFIED']);
    const producer = { ...mangoes.producer, did: 'did:key:z6MkSampleSomebodyElse' };
    assert.deepEqual(about(stated({ producer })), ['USMCA_PRODUCTION_UNVERIFIED']);
  });

  it('is left aside for other goods, other days and the other agreement', () => {
    assert.deepEqual(about(changed({ hs: '080410' })), []);
    assert.deepEqual(about(stated({ period: { from: '2025-01-01', to: '2025-12-31' } })), []);
    assert.deepEqual(about(stated({ agreement: 'CAFTA-DR' })), []);
  });

  it('turns a claim down where materials do not change, with the materials named', () => {
    const materials = [{ id: 'peru', description: 'Mangoes of Peru', hs: '080450', country: 'PE' }];
    const { whollyObtained: _, ...handled } = mangoes.goods[0] as ProducedGood;
    const evaluation = evaluateWith({
      evidence: (items) => [...items, stated({ goods: [{ ...handled, materials }] })],
    });
    assert.equal(evaluation.outcome, 'refuse');
    const finding = evaluation.findings.find(({ code }) => code === 'USMCA_PRODUCTION_FAILS');
    assert.match(finding?.message ?? '', /peru does not make a change from any other chapter/);
    assert.equal(finding?.cite, 'HTSUS GN 11(o) ch. 8 rule 1');
  });
});

describe('a regional value shown without costs', () => {
  it('counts from an accredited verifier, for its good and its period', () => {
    const shown = (change: Partial<RegionalValueStatement>): Item => ({
      type: 'RegionalValueStatement',
      document: { ...content, ...change },
      by: 'agency',
    });
    assert.deepEqual(about(shown({})), ['USMCA_CONTENT_SHOWN']);
    assert.deepEqual(about(shown({ good: { description: 'Peppers', hs6: '070960' } })), []);
    assert.deepEqual(about(shown({ period: { from: '2025-01-01', to: '2025-12-31' } })), []);
  });
});
