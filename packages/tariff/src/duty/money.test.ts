import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '@portolan/kernel';
import { centsOf, dollars, dollarsOfCents, percentOf } from './money.ts';

test('cents round half up', () => {
  assert.equal(dollars(Decimal.of('410.988')), '410.99');
  assert.equal(dollars(Decimal.of('0.005')), '0.01');
  assert.equal(dollars(Decimal.of('0.0049999')), '0.00');
});

test('a third of a percent is counted exactly', () => {
  assert.equal(percentOf(Decimal.of(300), '33 1/3').toString(), '100');
  assert.equal(dollars(percentOf(Decimal.of(100), '33 1/3')), '33.33');
  assert.equal(percentOf(Decimal.of(14172), '2.9').toString(), '410.988');
});

test('cents and back', () => {
  assert.equal(centsOf('651.50'), 65150n);
  assert.equal(dollarsOfCents(5n), '0.05');
});
