import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { worksheetTables } from '../../value/testing/tables.ts';
import type { OriginMaterial } from '../input.ts';
import { caftaQuestion, foreign, own } from '../testing/questions.ts';
import { determinePreference } from './determine.ts';

/** A rule with content, since none of CAFTA-DR is in the table at hand: 35 by build-up or 45 by build-down. */
const tables = {
  ...worksheetTables,
  origin: {
    ...worksheetTables.origin,
    rules: [
      {
        set: 'CAFTA-DR' as const,
        first: '850440',
        last: '850440',
        alternatives: [
          {
            label: '',
            content: [
              { method: 'build-up' as const, minimum: '35' },
              { method: 'build-down' as const, minimum: '45' },
            ],
          },
        ],
        cite: 'rule of a test',
        from: '2026-01-01',
        source: 'rule of a test',
        certainty: 'unverified' as const,
      },
    ],
  },
};

const content = (materials: readonly OriginMaterial[]) =>
  expectOk(determinePreference(caftaQuestion('8504.40', materials), tables)).content.map(
    ({ method, percent, outcome }) => `${method} ${percent} ${outcome}`,
  );

describe('build-up and build-down (HTSUS GN 29(f)(i))', () => {
  it('build-up counts originating materials, build-down what is not foreign, both of the adjusted value', () => {
    assert.deepEqual(content([own('853400', '35', { country: 'HN' }), foreign('853221', '55')]), [
      'build-up 35.00 passed',
      'build-down 45.00 passed',
    ]);
    assert.deepEqual(content([own('853400', '34.99', { country: 'HN' }), foreign('853221', '55.01')]), [
      'build-up 34.99 failed',
      'build-down 44.99 failed',
    ]);
  });

  it('an originating material bought in El Salvador for 100 counts 100 (19 CFR 10.596(b), example 1)', () => {
    const bought = own('853400', '100', { country: 'SV' });
    const input = caftaQuestion('8504.40', [bought, foreign('853221', '100')], {
      value: { amount: '250.00', currency: 'USD' },
    });
    const [up] = expectOk(determinePreference(input, tables)).content;
    assert.deepEqual([up?.materials?.amount, up?.percent], ['100.00', '40.00']);
  });
});
