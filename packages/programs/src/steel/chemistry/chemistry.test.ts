import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { alloyFacts } from '../facts/alloy.ts';
import { absurdities, analysisOf } from './analysis.ts';
import { carbonEquivalent } from './carbon-equivalent.ts';
import { familyOf } from './family.ts';

const analysis = (text: string) =>
  analysisOf(
    [...text.matchAll(/([A-Z][a-z]?) (-?[\d.]+)/g)].map(([, element = '', percent = '']) => ({
      element,
      percent,
    })),
  );
const family = (text: string) => familyOf(analysis(text), alloyFacts).family;

/** HTSUS chapter 72, note 1(f): each limit at and just below. */
describe('the family of a steel', () => {
  for (const { element, atLeast } of alloyFacts.limits)
    it(`is alloy with ${element} at ${atLeast} percent, nonalloy just below`, () => {
      const below = `${atLeast.slice(0, -1)}${Number(atLeast.at(-1)) - 1}9`;
      assert.equal(family(`C 0.1 ${element} ${atLeast}`), 'alloy');
      assert.equal(family(`C 0.1 ${element} ${below}`), 'nonalloy');
    });

  it('takes other elements from 0.1 percent each, never sulfur, phosphorus, carbon or nitrogen', () => {
    assert.equal(family('Te 0.1'), 'alloy');
    assert.equal(family('Te 0.099'), 'nonalloy');
    assert.equal(family('Te 0.09 Se 0.09'), 'nonalloy');
    assert.equal(family('S 0.4 P 0.2 C 1.1 N 0.2'), 'nonalloy');
  });

  /** Note 1(e). */
  it('is stainless from 10.5 percent chromium with at most 1.2 percent carbon', () => {
    assert.equal(family('C 1.2 Cr 10.5'), 'stainless');
    assert.equal(family('C 1.2 Cr 10.49'), 'alloy');
    assert.equal(family('C 1.21 Cr 10.5'), 'alloy');
  });
});

it('the carbon equivalent of the example is 0.488: 0.20 + 1.35/6 + 0.18/5 + 0.40/15', () => {
  const ce = carbonEquivalent(analysis('C 0.20 Mn 1.35 Cr 0.10 Mo 0.03 V 0.05 Ni 0.15 Cu 0.25'));
  assert.equal(ce.round(3, 'half-even').toString(), '0.488');
  assert.equal(carbonEquivalent(analysis('C 0.20')).toString(), '0.2');
});

describe('an analysis', () => {
  it('is absurd below zero, above the whole, or where another element predominates', () => {
    const why = (text: string) => absurdities(analysis(text), 'Fe').map(({ element }) => element);
    assert.deepEqual(why('C 0.2 Mn 1.2'), []);
    assert.deepEqual(why('C -0.2'), ['C']);
    assert.deepEqual(why('Cr 60 Ni 45'), ['all']);
    assert.deepEqual(why('Cr 50'), ['Cr']);
    assert.deepEqual(why('Cr 26 Ni 20'), []);
    assert.deepEqual(why('C 0.2 Fe 99.9'), []);
    assert.deepEqual(why('C 0.2 Fe 101'), ['all']);
  });

  it('takes the figure of the heat before that of the product', () => {
    const shares = analysisOf([
      { element: 'C', percent: '0.21', analysis: 'product' },
      { element: 'C', percent: '0.19', analysis: 'heat' },
      { element: 'Cu', percent: '0.2', analysis: 'product' },
    ]);
    assert.deepEqual(
      [...shares].map(([element, share]) => `${element} ${share}`),
      ['C 0.19', 'Cu 0.2'],
    );
  });
});
