import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentStatement, production } from '../testing/fixtures.ts';
import { checkDocument } from './check-document.ts';

const faults = (type: 'ProductionStatement' | 'RegionalValueStatement', document: unknown) => {
  const result = checkDocument(type, document);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
};

describe('a production statement', () => {
  it('is read, and refuses what it does not know', () => {
    assert.deepEqual(faults('ProductionStatement', production), []);
    assert.deepEqual(faults('ProductionStatement', { ...production, secret: 1 }), [
      'DOC_FIELD_UNKNOWN /secret',
    ]);
  });

  it('refuses a good numbered twice, a period backwards, a country that is none', () => {
    const [good] = production.goods;
    const twice = { ...production, goods: [good, good] };
    assert.deepEqual(faults('ProductionStatement', twice), ['DOC_LINE_DUPLICATE /goods/1/number']);
    const backwards = { ...production, period: { from: '2026-12-31', to: '2026-01-01' } };
    assert.deepEqual(faults('ProductionStatement', backwards), ['DOC_DATE_ORDER /period/to']);
    const nowhere = { ...production, goods: [{ ...good, madeIn: 'XX' }] };
    assert.deepEqual(faults('ProductionStatement', nowhere), ['KERNEL_COUNTRY_UNKNOWN /goods/0/madeIn']);
  });
});

describe('a regional value statement', () => {
  it('carries a threshold and no cost', () => {
    assert.deepEqual(faults('RegionalValueStatement', contentStatement), []);
    assert.deepEqual(faults('RegionalValueStatement', { ...contentStatement, cost: '1' }), [
      'DOC_FIELD_UNKNOWN /cost',
    ]);
  });

  it('refuses what is no percentage, and a period backwards', () => {
    assert.deepEqual(faults('RegionalValueStatement', { ...contentStatement, atLeast: '100.01' }), [
      'DOC_PERCENT /atLeast',
    ]);
    const period = { from: '2026-12-31', to: '2026-01-01' };
    assert.deepEqual(faults('RegionalValueStatement', { ...contentStatement, period }), [
      'DOC_DATE_ORDER /period/to',
    ]);
  });
});
