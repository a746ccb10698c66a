import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal, expectOk, sumDecimals } from '@portolan/kernel';
import fc from 'fast-check';
import { computeValue } from './compute.ts';
import { sale } from './testing/sale.ts';
import { worksheetTables } from './testing/tables.ts';

const cents = (min: number, max: number) =>
  fc
    .integer({ min, max })
    .map((value) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`);
const lines = fc
  .array(cents(100_000, 9_999_999), { minLength: 1, maxLength: 12 })
  .map((prices) => prices.map((price, index) => ({ number: String(index + 1), price })));
const additions = fc.array(
  fc.record({
    kind: fc.constantFrom('packing', 'assist', 'royalty', 'selling-commission', 'proceeds'),
    amount: cents(0, 99_999),
  }),
  { maxLength: 5 },
);

test('spreading loses no cent: line values sum to prices plus additions', () => {
  fc.assert(
    fc.property(lines, additions, (given, adjustments) => {
      const { lines: valued, totals } = expectOk(
        computeValue(sale({ lines: given, adjustments }), worksheetTables),
      );
      const sum = sumDecimals(valued.map(({ value }) => Decimal.of(value.amount)));
      const whole = sumDecimals(
        [...given.map(({ price }) => price), ...adjustments.map(({ amount }) => amount)].map(Decimal.of),
      );
      assert.ok(sum.eq(whole));
      assert.ok(Decimal.of(totals.value.amount).eq(whole));
    }),
  );
});

test('every line is within half a dollar of its exact value, and totals are sums of lines', () => {
  fc.assert(
    fc.property(lines, additions, (given, adjustments) => {
      const { lines: valued, totals } = expectOk(
        computeValue(sale({ lines: given, adjustments }), worksheetTables),
      );
      for (const { dollars, enteredValue } of valued)
        assert.ok(Decimal.of(enteredValue).minus(Decimal.of(dollars)).abs().lte(Decimal.of('0.5')));
      const sum = valued.reduce((total, { enteredValue }) => total + BigInt(enteredValue), 0n);
      assert.equal(totals.enteredValue, sum.toString());
    }),
  );
});

test('the order of adjustments changes no value', () => {
  fc.assert(
    fc.property(lines, additions, (given, adjustments) => {
      const total = (list: typeof adjustments) =>
        expectOk(computeValue(sale({ lines: given, adjustments: list }), worksheetTables)).totals.value;
      assert.deepEqual(total(adjustments.toReversed()), total(adjustments));
    }),
  );
});
