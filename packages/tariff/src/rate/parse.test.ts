import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRate } from './parse.ts';
import type { Rate } from './rate.ts';

/** Texts as USITC prints them in the 2025 and 2026 schedules. */
const forms: readonly (readonly [string, Rate])[] = [
  ['Free', { kind: 'free' }],
  ['', { kind: 'none' }],
  [' \n', { kind: 'none' }],
  [':', { kind: 'none' }],
  ['2.9%', { kind: 'ad-valorem', percent: '2.9' }],
  ['10% ', { kind: 'ad-valorem', percent: '10' }],
  ['33 1/3%', { kind: 'ad-valorem', percent: '33 1/3' }],
  ['1.5 percent of the fair retail value', { kind: 'ad-valorem', percent: '1.5', of: 'fair retail value' }],
  ['2.5% on the value of the lead content', { kind: 'ad-valorem', percent: '2.5', of: 'lead content' }],
  ['4.7¢/kg', { kind: 'specific', amount: '0.047', currency: 'USD', per: 'KGM' }],
  ['1.0606¢/kg', { kind: 'specific', amount: '0.010606', currency: 'USD', per: 'KGM' }],
  ['$1.13/m3', { kind: 'specific', amount: '1.13', currency: 'USD', per: 'MTQ' }],
  ['10.5¢/bbl', { kind: 'specific', amount: '0.105', currency: 'USD', per: 'BLL' }],
  ['0.5¢/pf.liter', { kind: 'specific', amount: '0.005', currency: 'USD', per: 'PFL' }],
  ['$1.44/1000', { kind: 'specific', amount: '1.44', currency: 'USD', per: 'MIL' }],
  ['68¢/head', { kind: 'specific', amount: '0.68', currency: 'USD', per: 'NAR' }],
  ['2.8¢/doz.', { kind: 'specific', amount: '0.028', currency: 'USD', per: 'DZN' }],
  [
    '62¢/pr. + 13.7%',
    {
      kind: 'compound',
      parts: [
        { kind: 'specific', amount: '0.62', currency: 'USD', per: 'PR' },
        { kind: 'ad-valorem', percent: '13.7' },
      ],
    },
  ],
  [
    'The duty provided in the applicable subheading + 50%.',
    { kind: 'applicable', plus: { kind: 'ad-valorem', percent: '50' } },
  ],
  ['$1.72 each', { kind: 'specific', amount: '1.72', currency: 'USD', per: 'NAR' }],
  ['5¢/clean kg', { kind: 'specific', amount: '0.05', currency: 'USD', per: 'KGM', of: 'clean yield' }],
  [
    '8.8¢/kg on drained weight',
    { kind: 'specific', amount: '0.088', currency: 'USD', per: 'KGM', of: 'drained weight' },
  ],
  [
    '$1.76/t, including weight of container',
    { kind: 'specific', amount: '1.76', currency: 'USD', per: 'TNE', of: 'including weight of container' },
  ],
  ['No change', { kind: 'no-change' }],
  ['no change.', { kind: 'no-change' }],
  ['The duty provided in the applicable subheading', { kind: 'applicable' }],
  [
    'The duty provided in the applicable subheading +25%',
    { kind: 'applicable', plus: { kind: 'ad-valorem', percent: '25' } },
  ],
  [
    'The duty provided inthe applicable subheading+ 25%',
    { kind: 'applicable', plus: { kind: 'ad-valorem', percent: '25' } },
  ],
  [
    'The duty provided in the applicable subheading + a duty of 25% upon the value of the non-U.S. content',
    { kind: 'applicable', plus: { kind: 'ad-valorem', percent: '25', of: 'non-U.S. content' } },
  ],
  ['The duty rate provided in such subheading minus 2.0%', { kind: 'applicable', minus: '2' }],
  [
    'The duty provided in subheadings 8716.39.00, 8716.90.30 or 8716.90.50 + 100%',
    {
      kind: 'applicable',
      headings: ['8716.39.00', '8716.90.30', '8716.90.50'],
      plus: { kind: 'ad-valorem', percent: '100' },
    },
  ],
  ['See 9918.04.60, 9918.04.80', { kind: 'see', headings: ['9918.04.60', '9918.04.80'] }],
  ['See additional U.S. note 5', { kind: 'see', headings: [], note: 'additional U.S. note 5' }],
  [
    'The rate applicable to the natural juice in heading 2009',
    { kind: 'derived', basis: 'The rate applicable to the natural juice in heading 2009' },
  ],
];

for (const [text, rate] of forms) {
  test(`"${text}"`, () => assert.deepEqual(parseRate(text), rate));
}

test('compound rates keep each part', () => {
  assert.deepEqual(parseRate('13.5¢/kg + 6.3% + 1.9¢/article'), {
    kind: 'compound',
    parts: [
      { kind: 'specific', amount: '0.135', currency: 'USD', per: 'KGM' },
      { kind: 'ad-valorem', percent: '6.3' },
      { kind: 'specific', amount: '0.019', currency: 'USD', per: 'NAR' },
    ],
  });
});

test('a watch rate names the jewels above a number and the parts charged apart', () => {
  assert.deepEqual(parseRate('57¢ each + 3.7¢/jewel over 7 + 4.9% on the case'), {
    kind: 'compound',
    parts: [
      { kind: 'specific', amount: '0.57', currency: 'USD', per: 'NAR' },
      { kind: 'specific', amount: '0.037', currency: 'USD', per: 'JWL', over: '7' },
      { kind: 'ad-valorem', percent: '4.9', of: 'case' },
    ],
  });
});

test('raw sugar falls with each degree to a minimum', () => {
  const text =
    '1.4606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in proportion) but not less than 0.943854¢/kg';
  assert.deepEqual(parseRate(text), {
    kind: 'polarity',
    amount: '0.014606',
    less: '0.00020668',
    degrees: '100',
    minimum: '0.00943854',
    per: 'KGM',
  });
});

test('a ceiling in words is kept beside the parts', () => {
  const rate = parseRate(
    '6% + 2.3¢/jewel, but if a set the total duty shall not exceed the duty for the movement',
  );
  assert.equal(rate.kind, 'compound');
  assert.match(rate.kind === 'compound' ? (rate.limit ?? '') : '', /shall not exceed/);
});

test('what no form fits is said, not guessed', () => {
  assert.deepEqual(parseRate('4 florins per cask'), {
    kind: 'unparsed',
    text: '4 florins per cask',
    reason: 'no form of the rate grammar fits',
  });
  assert.equal(parseRate('4¢/cask').kind, 'unparsed');
  assert.equal(parseRate('2% + 4¢/cask').kind, 'unparsed', 'one unknown part spoils the whole');
});
