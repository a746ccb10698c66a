import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '@portolan/kernel';
import { parseRate } from '../rate/parse.ts';
import { edition, row } from '../testing/rows.ts';
import { charge } from './charge.ts';
import type { Goods } from './goods.ts';
import type { DutyLineInput } from './input.ts';
import { dollars } from './money.ts';

const units = ['No.', 'Jwls.', 'kg', 'liters', 'pf.liters', 'm2'];
const book = edition([row(0, '9102.11.10', 'Goods', { units, general: 'Free' })]);

function duty(rate: string, more: Partial<DutyLineInput> = {}): string | undefined {
  const line = book.line('91021110');
  assert.ok(line);
  const input = {
    number: 1,
    hts: line.hts,
    originCountry: 'CH',
    enteredValue: '1000',
    quantities: [],
    ...more,
  };
  const { quantities } = input;
  const goods: Goods = {
    input,
    line,
    value: Decimal.of(input.enteredValue),
    cents: BigInt(input.enteredValue) * 100n,
    quantities,
    path: '',
    headings: [],
  };
  const result = charge(parseRate(rate), rate, goods);
  return result.ok ? dollars(result.value.amount) : result.refusals.map(({ code }) => code).join();
}

test('free, ad valorem, specific, compound', () => {
  assert.equal(duty('Free'), '0.00');
  assert.equal(duty('33 1/3%'), '333.33');
  assert.equal(duty('4.2¢/liter', { quantities: [{ value: '20', unit: 'HLT' }] }), '84.00');
  assert.equal(duty('1.1¢/kg + 2.9%', { quantities: [{ value: '500', unit: 'KGM' }] }), '34.50');
  const wine = [
    { value: '10', unit: 'LTR' },
    { value: '4', unit: 'PFL' },
  ];
  assert.equal(duty('4.4¢/liter + 31.4¢/pf. liter', { quantities: wine }), '1.70');
});

test('values of parts are charged apart', () => {
  const rate = '57¢ each + 4.5% on the case + 4% on the battery';
  const quantities = [{ value: '100', unit: 'NAR' }];
  assert.equal(duty(rate, { quantities }), 'TARIFF_VALUE_PART_MISSING,TARIFF_VALUE_PART_MISSING');
  const partValues = [
    { of: 'case', value: '400' },
    { of: 'battery', value: '50' },
  ];
  assert.equal(duty(rate, { quantities, partValues }), '77.00');
});

test('jewels after the seventh of each watch', () => {
  const watches = (jewels: string) => [
    { value: '100', unit: 'NAR' },
    { value: jewels, unit: 'JWL' },
  ];
  assert.equal(duty('57¢ each + 3.7¢/jewel over 7', { quantities: watches('1700') }), '94.00');
  assert.equal(duty('57¢ each + 3.7¢/jewel over 7', { quantities: watches('500') }), '57.00');
});

test('raw sugar by polarization, down to the minimum', () => {
  const rate =
    '1.4606¢/kg less 0.020668¢/kg for each degree under 100 degrees (and fractions of a degree in proportion) but not less than 0.943854¢/kg';
  const quantities = [{ value: '1000', unit: 'TNE' }];
  assert.equal(duty(rate, { quantities, polarity: '100' }), '14606.00');
  assert.equal(duty(rate, { quantities, polarity: '96.5' }), '13882.62');
  assert.equal(duty(rate, { quantities, polarity: '60' }), '9438.54');
  assert.equal(duty(rate, { quantities }), 'TARIFF_RATE_NEEDS_FACTS');
});

test('rates that value and quantity do not decide are refused, not guessed', () => {
  for (const rate of [
    '',
    'No change',
    'The duty provided in the applicable subheading + 25%',
    'The rate applicable to the natural juice in heading 2009',
    'See 9822.05.20',
    '4¢/cask',
    '6% + 2.3¢/jewel, but if a set the total duty shall not exceed the duty for the movement',
  ])
    assert.equal(duty(rate), 'TARIFF_RATE_NEEDS_FACTS', rate);
});
