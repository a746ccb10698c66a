import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { prorate } from './prorate.ts';

test('cents left over go to the largest remainders, earlier first', () => {
  assert.deepEqual(prorate(100n, [1n, 1n, 1n]), [34n, 33n, 33n]);
  assert.deepEqual(prorate(5n, [1n, 10n, 1n]), [1n, 4n, 0n]);
  assert.deepEqual(prorate(7n, []), []);
  assert.deepEqual(prorate(7n, [0n, 3n]), [0n, 7n]);
});

test('shares sum to the total; none is more than a cent from its exact part', () => {
  const cents = fc.bigInt(0n, 10_000_000n);
  const weights = fc.array(fc.bigInt(0n, 10_000_000_000n), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(cents, weights, (total, given) => {
      const sum = given.reduce((a, b) => a + b, 0n);
      fc.pre(sum > 0n);
      const shares = prorate(total, given);
      assert.equal(
        shares.reduce((a, b) => a + b, 0n),
        total,
      );
      shares.forEach((share, index) => {
        const excess = share * sum - total * (given[index] ?? 0n);
        assert.ok(excess < sum && excess > -sum);
      });
    }),
  );
});
