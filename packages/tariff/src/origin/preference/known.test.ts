import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { worksheetTables } from '../../value/testing/tables.ts';
import { caftaQuestion, decide, foreign, question } from '../testing/questions.ts';
import { type KnownGoods, testKnownGoods } from './known.ts';

/** What materials of some numbers come to, by the rules of HTSUS GN 11(o) and GN 29(n); 60 of 100 is beyond tolerance. */
const cases = [
  ['USMCA', '090421', '090421', 'not-originating', 'Peruvian chilies repacked'],
  ['USMCA', '090421', '070960', 'originating', 'dried from fresh chilies of chapter 7'],
  ['USMCA', '070960', '120991', 'originating', 'grown from imported seed of chapter 12'],
  ['USMCA', '090412', '090411', 'originating', 'ground pepper from whole pepper'],
  ['CAFTA-DR', '200941', '200949', 'not-originating', 'juice from imported concentrate: 2009 to 2009'],
  ['CAFTA-DR', '200941', '080430', 'originating', 'juice from imported fresh pineapples'],
  ['CAFTA-DR', '200911', '080510', 'not-originating', 'orange juice of imported oranges: except from 0805'],
  ['CAFTA-DR', '210111', '090111', 'not-originating', 'coffee extract: except from chapter 9'],
  ['USMCA', '721710', '721310', 'not-originating', 'wire from rod: except from 7213 to 7215'],
  ['USMCA', '721710', '720711', 'originating', 'wire from semi-finished steel'],
  ['USMCA', '720839', '720825', 'not-originating', 'from within the group 7208 to 7216'],
  ['USMCA', '720839', '720711', 'originating', 'from outside the group'],
  ['USMCA', '730511', '720851', 'undetermined', 'pipe from plate: 70 percent by weight decides'],
  ['CAFTA-DR', '200860', '080929', 'undetermined', 'cherries: packing must be looked at'],
  ['USMCA', '870421', '840734', 'undetermined', 'light truck: regional value content decides'],
] as const;

describe('changes in tariff classification', () => {
  for (const [agreement, good, material, outcome, what] of cases)
    it(`${agreement} ${good}: ${what}: ${outcome}`, () => {
      const ask = agreement === 'USMCA' ? question : caftaQuestion;
      assert.equal(decide(ask(good, [foreign(material, '60')])).outcome, outcome);
    });
});

describe('goods without a bill of materials', () => {
  const known = (hs: string, more: Partial<KnownGoods> = {}) =>
    testKnownGoods({ agreement: 'USMCA', hs, date: '2026-06-12', ...more }, worksheetTables);

  it('that came whole from outside change nothing, whatever the rule measures by', () => {
    for (const [agreement, hs] of [
      ['USMCA', '090421'],
      ['USMCA', '870421'],
      ['USMCA', '870600'],
      ['CAFTA-DR', '620120'],
      ['CAFTA-DR', '200941'],
    ] as const) {
      const result = known(hs, { agreement, cameFrom: 'PE' });
      assert.equal(result?.outcome, 'failed', hs);
    }
  });

  it('pass where a change of numbers is all that is asked, and stay open where more is', () => {
    assert.equal(known('090421')?.outcome, 'passed');
    assert.equal(known('870421')?.outcome, 'undetermined');
    assert.equal(known('200860', { agreement: 'CAFTA-DR' })?.outcome, 'undetermined');
  });

  it('are tested by the rule of the day: 7305 to 7307 read otherwise until 1 July 2023', () => {
    const on = (date: string) => known('730511', { date, cameFrom: 'CN' })?.words;
    assert.notEqual(on('2023-06-30'), on('2023-07-01'));
  });

  it('have no answer where no rule is at hand', () => {
    assert.equal(known('853710'), undefined);
    assert.equal(known('200941', { agreement: 'CAFTA-DR', date: '2025-12-31' }), undefined);
  });
});
