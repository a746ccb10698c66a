import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agreementTables } from '../facts/tables.ts';
import { checkRule, describeRule, type Material } from './check-rule.ts';
import { ruleNumbers } from './concordance.ts';
import { findRule } from './find-rule.ts';

const { productRules } = agreementTables;
const DAY = '2026-06-12';

const from = (hs6: string): Material => ({ hs6, originCountry: 'ZZ' });

/** What materials of some numbers come to, by the rules of HTSUS GN 11(o) and GN 29(n). */
const cases = [
  ['USMCA', '090421', ['090421'], 'not-met', 'Peruvian chilies repacked'],
  ['USMCA', '090421', ['070960'], 'met', 'dried from fresh chilies of chapter 7'],
  ['USMCA', '070960', ['120991'], 'met', 'grown from imported seed of chapter 12'],
  ['USMCA', '090412', ['090411'], 'met', 'ground pepper from whole pepper'],
  ['CAFTA-DR', '200941', ['200949'], 'not-met', 'juice from imported concentrate: 2009 to 2009'],
  ['CAFTA-DR', '200941', ['080430'], 'met', 'juice from imported fresh pineapples'],
  ['CAFTA-DR', '200911', ['080510'], 'not-met', 'orange juice from imported oranges: except from 0805'],
  ['CAFTA-DR', '210111', ['090111'], 'not-met', 'coffee extract: except from chapter 9'],
  ['USMCA', '721710', ['721310'], 'not-met', 'wire from rod: except from 7213 to 7215'],
  ['USMCA', '721710', ['720711'], 'met', 'wire from semi-finished steel'],
  ['USMCA', '720839', ['720825'], 'not-met', 'from within the group 7208 to 7216'],
  ['USMCA', '720839', ['720711'], 'met', 'from outside the group'],
  ['USMCA', '730511', ['720851'], 'undetermined', 'pipe from plate: 70 percent by weight decides'],
  ['CAFTA-DR', '200860', ['080929'], 'undetermined', 'cherries: packing must be looked at'],
  ['USMCA', '870421', ['840734'], 'undetermined', 'light truck: regional value content decides'],
] as const;

describe('product rules', () => {
  for (const [agreement, good, materials, state, what] of cases)
    it(`${agreement} ${good}: ${what}: ${state}`, () => {
      const rule = findRule(productRules, agreement, good, DAY);
      assert.ok(rule);
      assert.equal(checkRule(rule, good, materials.map(from)).state, state);
    });

  it('change with their dates: 7305 to 7307 from 1 July 2023', () => {
    assert.deepEqual(findRule(productRules, 'USMCA', '730511', '2023-06-30')?.except, undefined);
    assert.deepEqual(findRule(productRules, 'USMCA', '730511', '2023-07-01')?.except, [
      '7208-7229',
      '7301-7326',
    ]);
  });

  it('are found through the concordance: 6201.11 is 6201.20 today', () => {
    assert.deepEqual(ruleNumbers('620120'), ['620120', '620111', '620191']);
    assert.match(findRule(productRules, 'CAFTA-DR', '620120', DAY)?.source ?? '', /ch\. 62 rule 1/);
  });

  it('are said to be missing, never guessed', () => {
    assert.equal(findRule(productRules, 'USMCA', '853710', DAY), undefined);
    assert.equal(findRule(productRules, 'CAFTA-DR', '080450', DAY), undefined);
    assert.equal(findRule(productRules, 'CAFTA-DR', '200941', '2025-12-31'), undefined);
  });

  it('read in our words', () => {
    const rule = findRule(productRules, 'CAFTA-DR', '200911', DAY);
    assert.equal(rule && describeRule(rule), 'a change from any other chapter, except from 0805');
  });

  it('have a source, a certainty and a range in order', () => {
    for (const { first, last, source, certainty, change, regionalValue, or } of productRules) {
      assert.ok(first <= last && first.length === last.length, `${first}-${last}`);
      assert.match(source, /^HTSUS GN (11\(o\)|29\(n\)) ch\. /);
      assert.equal(certainty, 'open');
      assert.ok(change ?? regionalValue ?? or, first);
    }
  });
});
