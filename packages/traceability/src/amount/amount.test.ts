import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '@portolan/kernel';
import fc from 'fast-check';
import { amountIn, amountOf, textOf } from './amount.ts';
import { apportion, sumOf, take } from './apportion.ts';
import { checkMeasure } from './measure.ts';

const parts = fc
  .array(fc.tuple(fc.string({ minLength: 1, maxLength: 3 }), fc.bigInt(0n, 10n ** 20n)), {
    minLength: 1,
    maxLength: 8,
  })
  .map((entries) => new Map(entries))
  .filter((map) => sumOf(map) > 0n);

test('text and amount are the same number', () => {
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), (amount) => {
      assert.equal(expectOk(amountOf(textOf(amount))), amount);
    }),
  );
});

test('a barrel to the thousandth has an exact amount in cubic metres, and comes back', () => {
  // NIST Handbook 44, appendix C: 1 petroleum barrel = 42 US gallons = 158.987 294 928 litres.
  assert.equal(textOf(expectOk(amountIn({ value: '1', unit: 'BLL' }, 'MTQ'))), '0.158987294928');
  assert.equal(textOf(expectOk(amountIn({ value: '1000.001', unit: 'BLL' }, 'MTQ'))), '158.987453915294928');
  assert.equal(textOf(expectOk(amountIn({ value: '1', unit: 'LBR' }, 'KGM'))), '0.45359237');
});

test('what has no exact amount is refused, not rounded', () => {
  const third = amountIn({ value: '1', unit: 'KGM' }, 'LBR', '/q');
  assert.deepEqual(!third.ok && third.refusals.map(({ code, path }) => `${code} ${path}`), [
    'TRACE_QUANTITY_TOO_FINE /q/value',
  ]);
});

test('shares add up to the whole, differ from the exact share by less than one unit, and no part gives more than it has', () => {
  fc.assert(
    fc.property(parts, fc.nat(1000), (whole, permille) => {
      const sum = sumOf(whole);
      const total = (sum * BigInt(permille)) / 1000n;
      const shares = apportion(total, whole);
      assert.equal(sumOf(shares), total);
      for (const [key, share] of shares) {
        const exact = total * (whole.get(key) as bigint);
        assert.ok(share * sum - exact < sum && exact - share * sum < sum);
        assert.ok(share <= (whole.get(key) as bigint));
      }
    }),
  );
});

test('whoever takes in parts has taken the whole', () => {
  fc.assert(
    fc.property(parts, fc.array(fc.nat(100), { maxLength: 6 }), (whole, percents) => {
      const left = new Map(whole);
      const taken = percents.map((percent) => take(left, (sumOf(left) * BigInt(percent)) / 100n));
      taken.push(take(left, sumOf(left)));
      assert.equal(sumOf(left), 0n);
      for (const [key, amount] of whole)
        assert.equal(
          taken.reduce((sum, each) => sum + (each.get(key) ?? 0n), 0n),
          amount,
        );
    }),
  );
});

test('a volume says at which base, and the base is known', () => {
  const code = (value: Parameters<typeof checkMeasure>[0]) => {
    const result = checkMeasure(value, '');
    return result.ok ? 'ok' : `${result.refusals[0]?.code} ${result.refusals[0]?.path}`;
  };
  assert.equal(code({ value: '1', unit: 'MTQ' }), 'TRACE_BASE_MISSING ');
  assert.equal(code({ value: '1', unit: 'MTQ', base: '15K' }), 'TRACE_BASE_UNKNOWN /base');
  assert.equal(code({ value: '1', unit: 'MTQ', base: '15C' }), 'ok');
  assert.equal(code({ value: '1', unit: 'KGM' }), 'ok');
  assert.equal(code({ value: '1', unit: 'ZZ9' }), 'TRACE_UNIT_UNKNOWN /unit');
});
