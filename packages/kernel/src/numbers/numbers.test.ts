import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  addMoney,
  convertQuantity,
  Decimal,
  expectOk,
  money,
  parseDecimal,
  parseMoney,
  parseQuantity,
  payableAmount,
} from '../index.ts';

const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n });
const asDecimal = (value: bigint) => Decimal.of(value).dividedBy(Decimal.of(100), 2, 'down');

describe('decimals', () => {
  test('are exact where floating point is not', () => {
    assert.equal(Decimal.of('0.1').plus(Decimal.of('0.2')).toString(), '0.3');
    assert.equal(Decimal.of('9007199254740993').times(Decimal.of('1.1')).toString(), '9907919180215092.3');
  });

  test('round as asked at the half', () => {
    const half = Decimal.of('2.665');
    assert.equal(half.round(2, 'half-up').toString(), '2.67');
    assert.equal(half.round(2, 'half-even').toString(), '2.66');
    assert.equal(half.round(2, 'down').toString(), '2.66');
    assert.equal(half.round(2, 'up').toString(), '2.67');
  });

  test('refuse what a document should not carry', () => {
    for (const text of ['1,234.5', '1e3', '', ' 1', '+1', '.5', '5.', '01', 'NaN', '0x10', '1'.repeat(41)])
      assert.equal(parseDecimal(text).ok, false, text);
    assert.equal(parseDecimal(12 as unknown).ok, false);
    assert.throws(() => Decimal.of(0.1));
    assert.throws(() => Decimal.of('1.005').toFixed(2));
  });

  test('add and subtract without loss, and write without exponent', () => {
    fc.assert(
      fc.property(cents, cents, (left, right) => {
        const sum = asDecimal(left).plus(asDecimal(right));
        return (
          sum.minus(asDecimal(right)).eq(asDecimal(left)) &&
          sum.eq(asDecimal(left + right)) &&
          !/e/i.test(sum.toString())
        );
      }),
    );
  });
});

describe('money', () => {
  test('keeps the minor unit of its currency', () => {
    assert.deepEqual(money('5', 'USD'), { amount: '5.00', currency: 'USD' });
    assert.deepEqual(money('5', 'JPY'), { amount: '5', currency: 'JPY' });
    assert.equal(payableAmount({ amount: '5.001', currency: 'USD' }).ok, false);
  });

  test('refuses unknown and mixed currencies, naming the field', () => {
    const unknown = parseMoney({ amount: '1', currency: 'QQQ' }, '/total');
    assert.equal(!unknown.ok && unknown.refusals[0]?.path, '/total/currency');
    const mixed = addMoney(money('1', 'USD'), money('1', 'MXN'), '/total');
    assert.equal(!mixed.ok && mixed.refusals[0]?.code, 'KERNEL_CURRENCY_MISMATCH');
  });
});

describe('quantities', () => {
  const convert = (value: string, from: string, to: string) =>
    expectOk(convertQuantity({ value, unit: from }, to)).value;

  test('convert by exact definitions (NIST Handbook 44, appendix C)', () => {
    assert.equal(convert('1', 'LBR', 'KGM'), '0.45359237');
    assert.equal(convert('1', 'BLL', 'LTR'), '158.987294928');
    assert.equal(convert('1', 'GLL', 'LTR'), '3.785411784');
    assert.equal(convert('2', 'TNE', 'KGM'), '2000');
    // domain/15-vectors: 9,500 cubic metres are 59,753 barrels (geometric, whole barrels).
    assert.equal(
      Decimal.of(convert('9500', 'MTQ', 'BLL'))
        .round(0, 'half-up')
        .toString(),
      '59753',
    );
  });

  test('refuse to turn kilograms into litres, and unknown units', () => {
    const mixed = convertQuantity({ value: '1', unit: 'KGM' }, 'LTR', '/quantity');
    assert.equal(!mixed.ok && mixed.refusals[0]?.code, 'KERNEL_UNIT_MISMATCH');
    const unknown = parseQuantity({ value: '1', unit: 'ZZZ' });
    assert.equal(!unknown.ok && unknown.refusals[0]?.code, 'KERNEL_UNIT_UNKNOWN');
  });

  test('convert there and back without loss the eye could see', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (grams) => {
        const back = convert(convert(String(grams), 'GRM', 'LBR'), 'LBR', 'GRM');
        return Decimal.of(back).minus(Decimal.of(grams)).abs().lt(Decimal.of('0.000001'));
      }),
    );
  });
});
