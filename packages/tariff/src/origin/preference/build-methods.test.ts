import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OriginMaterial } from '../input.ts';
import { caftaQuestion, decide, foreign, own, usd } from '../testing/questions.ts';

/** Lighters of 9613.10 from parts of 9613.90: 35 percent by build-up or 45 by build-down (GN 29(n) ch. 96 rule 15). */
const lighter = (materials: readonly OriginMaterial[], value = '100.00') =>
  decide(caftaQuestion('9613.10', materials, { value: usd(value) }));
const content = (materials: readonly OriginMaterial[]) =>
  lighter(materials)
    .rule?.alternatives.flatMap((way) => way.content)
    .map(({ method, percent, outcome }) => `${method} ${percent} ${outcome}`);
const shell = (value: string) => own('392690', value, { country: 'HN' });
const parts = (value: string) => foreign('961390', value);

describe('build-up and build-down (HTSUS GN 29(f)(i); 19 CFR 10.595)', () => {
  it('build-up counts originating materials, build-down what is not foreign, both of the adjusted value', () => {
    assert.deepEqual(content([shell('35'), parts('55')]), [
      'build-up 35.00 passed',
      'build-down 45.00 passed',
    ]);
    assert.deepEqual(content([shell('34.99'), parts('55.01')]), [
      'build-up 34.99 failed',
      'build-down 44.99 failed',
    ]);
  });

  it('either suffices; neither is asked where all parts change chapter', () => {
    assert.equal(lighter([shell('1'), parts('55')]).outcome, 'originating');
    assert.equal(lighter([shell('34.99'), parts('55.01')]).outcome, 'not-originating');
    assert.equal(lighter([foreign('731829', '90')]).outcome, 'originating');
  });

  it('an originating material bought in El Salvador for 100 counts 100 (19 CFR 10.596(b), example 1)', () => {
    const bought = own('392690', '100', { country: 'SV' });
    const [up] =
      lighter([bought, parts('100')], '250.00').rule?.alternatives.flatMap((way) => way.content) ?? [];
    assert.deepEqual([up?.materials?.amount, up?.percent], ['100.00', '40.00']);
  });
});
