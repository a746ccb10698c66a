import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseOriginInput } from '../input.ts';
import { caftaQuestion, foreign, kilograms, own, question, refusalsOf, usd } from '../testing/questions.ts';

const rod = foreign('721310', '10');
const { hs: _, ...unclassified } = rod;
const stock = (used: string, unit = 'KGM') => ({
  ...rod,
  inventory: {
    method: 'fifo' as const,
    lots: [{ originating: true, quantity: kilograms('10') }],
    used: { value: used, unit },
  },
});

const cases: readonly [string, Parameters<typeof refusalsOf>[0], string[]][] = [
  [
    'an agreement that is not at hand',
    question('7217.10', [rod], {}, { agreement: 'KORUS' }),
    ['TARIFF_AGREEMENT_UNKNOWN /agreement'],
  ],
  [
    'a good made outside the agreement',
    question('7217.10', [rod], { madeIn: 'CN' }),
    ['TARIFF_AGREEMENT_NOT_IN_FORCE /good/madeIn'],
  ],
  [
    'a date before the agreement',
    question('7217.10', [rod], {}, { date: '2020-06-30' }),
    ['TARIFF_AGREEMENT_NOT_IN_FORCE /good/madeIn'],
  ],
  [
    'a day that the calendar has not',
    question('7217.10', [rod], {}, { date: '2026-02-30' }),
    ['TARIFF_DATE_INVALID /date'],
  ],
  ['a good without classification', question('7217', [rod]), ['TARIFF_CLASSIFICATION_MISSING /good/hs']],
  [
    'a material without classification',
    question('7217.10', [unclassified]),
    ['TARIFF_CLASSIFICATION_MISSING /materials/0/hs'],
  ],
  [
    'materials worth more than the good',
    question('7217.10', [own('720711', '60'), foreign('721310', '40.01')]),
    ['TARIFF_MATERIALS_EXCEED_VALUE /materials'],
  ],
  [
    'two currencies',
    question('7217.10', [{ ...rod, value: { amount: '5', currency: 'MXN' } }]),
    ['TARIFF_ORIGIN_CURRENCY_MIXED /materials/0/value/currency'],
  ],
  [
    'a negative value',
    question('7217.10', [{ ...rod, value: usd('-1') }]),
    ['TARIFF_ORIGIN_AMOUNT_INVALID /materials/0/value/amount'],
  ],
  [
    'a good worth nothing',
    question('7217.10', [], { value: usd('0') }),
    ['TARIFF_ORIGIN_AMOUNT_INVALID /good/value/amount'],
  ],
  [
    'a weight in liters',
    question('7217.10', [{ ...rod, weight: { value: '1', unit: 'LTR' } }]),
    ['TARIFF_ORIGIN_UNIT_MIXED /materials/0/weight/unit'],
  ],
  [
    'a material that comes from outside and is said to originate',
    question('7217.10', [{ ...rod, originating: true }]),
    ['TARIFF_MATERIAL_CONTRADICTED /materials/0/originating'],
  ],
  [
    'a country that is none',
    question('7217.10', [{ ...rod, country: 'XX' }]),
    ['TARIFF_ORIGIN_UNKNOWN /materials/0/country'],
  ],
  ['the same material twice', question('7217.10', [rod, rod]), ['TARIFF_MATERIAL_DUPLICATE /materials/1/id']],
  [
    'more than the stock holds',
    question('7217.10', [stock('11')]),
    ['TARIFF_INVENTORY_OVERDRAWN /materials/0/inventory/used'],
  ],
  [
    'a stock in another unit',
    question('7217.10', [stock('1', 'LTR')]),
    ['TARIFF_ORIGIN_UNIT_MIXED /materials/0/inventory/lots/0/quantity/unit'],
  ],
  [
    'more taken off than a material is worth',
    question('7217.10', [{ ...rod, deductions: [{ kind: 'freight', amount: usd('10.01') }] }]),
    ['TARIFF_ORIGIN_AMOUNT_INVALID /materials/0/deductions'],
  ],
  [
    'a method that the agreement has not',
    question('7217.10', [rod], {}, { method: 'build-up' }),
    ['TARIFF_METHOD_NOT_ALLOWED /method'],
  ],
  [
    'the exception for parts for apparel',
    question('6203.42', [rod], { partsException: true }),
    ['TARIFF_CRITERION_CHAPTER /good/partsException'],
  ],
  [
    'the exception for parts where the agreement has none',
    caftaQuestion('8504.40', [rod], { partsException: true }),
    ['TARIFF_CRITERION_CHAPTER /good/partsException'],
  ],
];

describe('determinePreference refuses', () => {
  for (const [what, input, expected] of cases) it(what, () => assert.deepEqual(refusalsOf(input), expected));

  it('what is wrong inside a material, at its own place', () => {
    const { originating: _o, ...made } = own('721710', '40', { madeOf: [unclassified], madeIn: 'MX' });
    assert.deepEqual(refusalsOf(question('8703.10', [made])), [
      'TARIFF_CLASSIFICATION_MISSING /materials/0/madeOf/0/hs',
    ]);
  });

  it('an input that has not its shape', () => {
    const result = parseOriginInput({ preference: { agreement: 'USMCA' } });
    assert.ok(!result.ok && result.refusals[0]?.code === 'TARIFF_ORIGIN_INPUT_INVALID');
  });
});
