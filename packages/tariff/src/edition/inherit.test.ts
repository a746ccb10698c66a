import assert from 'node:assert/strict';
import { test } from 'node:test';
import { row } from '../testing/rows.ts';
import { inheritRates } from './inherit.ts';
import { createSchedule, findParents } from './schedule.ts';

const schedule = [
  row(0, '0707.00', 'Cucumbers:'),
  row(1, '0707.00.20', 'In winter', { general: '4.2¢/kg', special: 'Free (S)', other: '6.6¢/kg' }),
  row(2, '', 'Other:'),
  row(4, '0707.00.20.37', 'Persian'),
  row(1, '0707.00.40', 'In spring', { general: 'Free', other: '5%' }),
  row(2, '0707.00.40.15', 'Gherkins'),
  row(2, '0707.00.40.20', 'With a rate of its own', { other: '20%' }),
  row(1, '9819.11.03', 'Apparel', { special: 'Free' }),
];
const tree = createSchedule(schedule);
const rates = (index: number) => inheritRates(tree.upwards(index));

test('levels that the export skips do not break the hierarchy', () => {
  assert.deepEqual([...findParents(schedule)], [-1, 0, 1, 2, 0, 4, 4, 0]);
});

test('a ten-digit row takes the rates of its legal line, over description rows', () => {
  const expected = { general: '4.2¢/kg', special: 'Free (S)', other: '6.6¢/kg', inheritedFrom: '07070020' };
  assert.deepEqual(rates(3), expected);
});

test('a blank special column of the legal line means none', () => {
  assert.deepEqual(rates(5), { general: 'Free', special: '', other: '5%', inheritedFrom: '07070040' });
});

test('a rate printed on the statistical row itself stands', () => assert.equal(rates(6).other, '20%'));

test('a legal line may have a special rate only', () => {
  assert.deepEqual(rates(7), { general: '', special: 'Free', other: '' });
});

test('headings have no rates', () => {
  assert.deepEqual(rates(0), { general: '', special: '', other: '' });
});
