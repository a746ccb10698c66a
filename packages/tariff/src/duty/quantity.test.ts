import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '@portolan/kernel';
import { edition, row } from '../testing/rows.ts';
import type { Goods } from './goods.ts';
import type { DutyQuantity } from './input.ts';
import { amountIn } from './quantity.ts';

function goods(units: readonly string[], quantities: readonly DutyQuantity[]): Goods {
  const line = edition([row(0, '2603.00.00.10', 'Goods', { units, general: 'Free' })]).line('2603000010');
  assert.ok(line);
  const input = {
    number: 1,
    hts: line.hts,
    originCountry: 'MX',
    enteredValue: '1',
    quantities: [...quantities],
  };
  return { input, line, value: Decimal.of(1), cents: 100n, quantities, path: '/lines/0', headings: [] };
}
const amount = (...args: Parameters<typeof amountIn>) => {
  const result = amountIn(...args);
  return result.ok ? result.value.toString() : result.refusals[0]?.code;
};

test('converted exactly to the unit asked for', () => {
  assert.equal(amount(goods(['kg'], [{ value: '100', unit: 'LBR' }]), { unit: 'KGM' }), '45.359237');
  assert.equal(amount(goods(['bbl'], [{ value: '42', unit: 'GLL' }]), { unit: 'BLL' }), '1');
  assert.equal(amount(goods(['liters'], [{ value: '1', unit: 'GLL' }]), { unit: 'LTR' }), '3.785411784');
  assert.equal(amount(goods(['No.'], [{ value: '2.5', unit: 'DZN' }]), { unit: 'NAR' }), '30');
});

test('none given, and none of that kind', () => {
  assert.equal(amount(goods(['kg'], []), { unit: 'KGM' }), 'TARIFF_QUANTITY_MISSING');
  assert.equal(amount(goods(['kg'], [{ value: '1', unit: 'LTR' }]), { unit: 'KGM' }), 'TARIFF_UNIT_WRONG');
});

test('a part must be named, unless the line reports one quantity of that kind', () => {
  const lead = { unit: 'KGM', of: 'lead content' };
  const plain = [{ value: '7', unit: 'KGM' }];
  assert.equal(amount(goods(['kg'], plain), lead), '7');
  assert.equal(amount(goods(['Pb kg'], plain), lead), '7');
  assert.equal(amount(goods(['Cu kg'], plain), lead), 'TARIFF_UNIT_WRONG');
  assert.equal(amount(goods(['kg', 'Pb kg'], plain), lead), 'TARIFF_UNIT_WRONG');
  const named = [...plain, { value: '2', unit: 'KGM', of: 'lead content' }];
  assert.equal(amount(goods(['kg', 'Pb kg'], named), lead), '2');
  assert.equal(amount(goods(['kg', 'Pb kg'], named), { unit: 'KGM' }), '7');
});
