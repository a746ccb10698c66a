import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OriginMaterial, ShownContent } from '../input.ts';
import { caftaQuestion, decide, foreign, own, question, usd } from '../testing/questions.ts';

const cart = (materials: readonly OriginMaterial[], good = {}, more = {}) =>
  question('8703.10', materials, good, more);
const content = (...args: Parameters<typeof cart>) =>
  decide(cart(...args)).content.find(({ percent }) => percent);

describe('regional value content', () => {
  it('shows formula, base, materials and percentage by transaction value', () => {
    assert.deepEqual(content([foreign('850131', '33.34')]), {
      method: 'TV',
      minimum: '60',
      formula: '(transaction value - non-originating materials) / transaction value x 100',
      base: usd('100.00'),
      materials: usd('33.34'),
      percent: '66.66',
      outcome: 'passed',
      why: '66.66 percent; 60 percent is asked',
      cite: '19 CFR part 182, appendix A, section 7(2)',
    });
  });

  it('never rounds up to what is asked', () => {
    const result = content([foreign('850131', '40.001')]);
    assert.deepEqual([result?.percent, result?.outcome], ['59.99', 'failed']);
  });

  it('goes by net cost where the producer chose it', () => {
    const result = decide(cart([foreign('850131', '40')], { netCost: usd('80.00') }, { method: 'NC' }));
    assert.deepEqual(
      result.content.map(({ method, percent, outcome }) => [method, percent, outcome]),
      [['NC', '50.00', 'passed']],
    );
  });

  it('takes carriage, duties, waste and processing in the region off a foreign material', () => {
    const motor = foreign('850131', '45', {
      deductions: [
        { kind: 'freight', amount: usd('3.00') },
        { kind: 'duties', amount: usd('2.00') },
      ],
    });
    assert.equal(content([motor])?.percent, '60.00');
  });

  it('counts accessories and retail packing, but not packing for shipment nor indirect materials', () => {
    const result = content([
      foreign('850131', '30'),
      foreign('392330', '5', { role: 'retail-packing' }),
      foreign('820520', '5', { role: 'accessory' }),
      foreign('441510', '20', { role: 'shipping-packing' }),
      foreign('271019', '20', { role: 'indirect' }),
    ]);
    assert.deepEqual([result?.materials, result?.percent], [usd('40.00'), '60.00']);
  });

  it('does not ask accessories and packing for a change in classification', () => {
    const result = decide(
      question('7217.10', [foreign('720711', '20'), foreign('721310', '20', { role: 'accessory' })]),
    );
    assert.equal(result.outcome, 'originating');
  });

  it('is undetermined where a value is missing, and says which', () => {
    const { value: _, ...motor } = foreign('850131', '1');
    const result = decide(cart([motor]));
    assert.equal(result.outcome, 'undetermined');
    assert.ok(result.notShown.some((text) => /the value of a non-originating material/.test(text)));
  });
});

describe('content shown without costs', () => {
  const statement: ShownContent = {
    agreement: 'USMCA',
    hs6: '870310',
    method: 'TV',
    atLeast: '60',
    from: '2026-01-01',
    until: '2026-12-31',
    accredited: true,
    reference: 'RVS-1 (sample)',
  };
  const { value: _, ...motor } = foreign('850131', '1');
  const shown = (more: Partial<ShownContent>) =>
    decide(cart([motor], {}, { shownContent: { ...statement, ...more } }));

  it('passes by a signed statement of an accredited verifier; no amount appears', () => {
    const result = shown({});
    assert.deepEqual([result.outcome, result.criterion], ['originating', 'B']);
    assert.deepEqual(Object.keys(result.content[0] ?? {}).sort(), [
      'cite',
      'formula',
      'method',
      'minimum',
      'outcome',
      'why',
    ]);
  });

  for (const [what, more] of [
    ['a verifier who is not accredited', { accredited: false }],
    ['less than what is asked', { atLeast: '59.99' }],
    ['another good', { hs6: '870321' }],
    ['another agreement', { agreement: 'CAFTA-DR' }],
    ['a period that does not cover the day', { until: '2026-06-11' }],
    ['a method that the rule does not ask', { method: 'build-up' as const }],
  ] as const)
    it(`does not pass by ${what}`, () => assert.equal(shown(more).outcome, 'undetermined'));
});

describe('CAFTA-DR methods (HTSUS GN 29(f); 19 CFR 10.595)', () => {
  it('refuses the transaction value method of USMCA by name', () => {
    assert.throws(() =>
      decide(caftaQuestion('2009.41', [own('080430', '10', { country: 'HN' })], {}, { method: 'TV' })),
    );
  });
});
