import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertQuantity, Decimal, expectOk, sumDecimals } from '@portolan/kernel';
import fc from 'fast-check';
import { loadEmbeddedReference } from '../node.ts';
import { entry } from '../testing/entry.ts';
import { computeDuty } from './compute.ts';
import type { DutyInput, DutyLineInput } from './input.ts';
import type { DutyResult } from './result.ts';

const reference = loadEmbeddedReference();

/** Numbers with specific, ad valorem, compound and free rates, their unit, and a program that each of them names. */
const goods = [
  { hts: '0707.00.50.05', unit: 'KGM', origin: 'MX', spi: 'S' },
  { hts: '0709.60.40.95', unit: 'KGM', origin: 'MX', spi: 'S' },
  { hts: '2009.41.40.20', unit: 'LTR', origin: 'CR', spi: 'P' },
  { hts: '2009.41.20.00', unit: 'LTR', origin: 'DO', spi: 'P' },
  { hts: '0904.21.80.00', unit: 'KGM', origin: 'MX', spi: 'S' },
  { hts: '3926.90.99.89', unit: 'NAR', origin: 'CA', spi: 'S' },
  { hts: '6402.91.42.30', unit: 'PR', origin: 'HN', spi: 'P' },
  { hts: '2003.10.01.27', unit: 'KGM', origin: 'MX', spi: 'S' },
] as const;
const book = reference.editions[0];
const usable = goods.filter(({ hts }) => book?.line(hts)?.complete);

const lineOf = fc
  .record({
    good: fc.constantFrom(...usable),
    value: fc.integer({ min: 1, max: 5_000_000 }),
    thousandths: fc.integer({ min: 1, max: 2_000_000_000 }),
  })
  .map(({ good, value, thousandths }) => ({
    line: {
      number: 1,
      hts: good.hts,
      originCountry: good.origin,
      enteredValue: String(value),
      quantities: [
        {
          value: Decimal.of(thousandths).dividedBy(Decimal.of(1000), 3, 'half-up').toString(),
          unit: good.unit,
        },
      ],
    } satisfies DutyLineInput,
    spi: good.spi,
  }));
const linesOf = fc.array(lineOf, { minLength: 1, maxLength: 12 });
const header = fc.record({
  entryType: fc.constantFrom('01', '02', '06', '11'),
  modeOfTransport: fc.constantFrom('10', '11', '30', '40'),
});

function compute(lines: readonly DutyLineInput[], more: Partial<DutyInput>): DutyResult {
  const numbered = lines.map((line, index) => ({ ...line, number: index + 1 }));
  return expectOk(computeDuty(entry(numbered, more), reference));
}
const sum = (amounts: readonly string[]) =>
  sumDecimals(amounts.map((amount) => Decimal.of(amount))).toFixed(2);

test('there are goods of every kind of rate to draw from', () => assert.equal(usable.length, goods.length));

test('lines sum to the totals, layers to the line, fee shares to the fee: no cent is lost', () => {
  fc.assert(
    fc.property(linesOf, header, fc.boolean(), (drawn, more, claimed) => {
      const result = compute(
        drawn.map(({ line, spi }) => (claimed ? { ...line, spi } : line)),
        more,
      );
      const { duty, fees, tax, total } = result.totals;
      assert.equal(sum(result.lines.map((line) => line.duty)), duty);
      for (const line of result.lines) assert.equal(sum(line.layers.map(({ amount }) => amount)), line.duty);
      assert.equal(sum(result.fees.map(({ amount }) => amount)), fees);
      assert.equal(sum([duty, fees, tax]), total);
      for (const fee of result.fees.filter(({ class: of }) => of !== '311')) {
        const shares = result.lines.flatMap((line) => line.fees).filter(({ class: of }) => of === fee.class);
        assert.equal(sum(shares.map(({ amount }) => amount)), fee.amount);
      }
    }),
    { numRuns: 150 },
  );
});

test('a claim never costs more than none, for the same facts', () => {
  fc.assert(
    fc.property(
      linesOf,
      header,
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      (drawn, more, claims) => {
        const without = compute(
          drawn.map(({ line }) => line),
          more,
        );
        const withClaims = compute(
          drawn.map(({ line, spi }, index) => (claims[index] ? { ...line, spi } : line)),
          more,
        );
        assert.ok(Decimal.of(withClaims.totals.total).lte(Decimal.of(without.totals.total)));
        withClaims.lines.forEach((line, index) => {
          assert.ok(Decimal.of(line.duty).lte(Decimal.of(without.lines[index]?.duty ?? '0')));
        });
      },
    ),
    { numRuns: 150 },
  );
});

test('the fee of an entry lies between minimum and maximum', () => {
  fc.assert(
    fc.property(linesOf, (drawn) => {
      const result = compute(
        drawn.map(({ line }) => line),
        {},
      );
      const fee = Decimal.of(result.fees.find(({ class: of }) => of === '499')?.amount ?? '0');
      assert.ok(fee.gte(Decimal.of('33.58')) && fee.lte(Decimal.of('651.50')));
    }),
    { numRuns: 60 },
  );
});

test('the same facts in any order of lines owe the same', () => {
  fc.assert(
    fc.property(linesOf, header, (drawn, more) => {
      const lines = drawn.map(({ line }) => line);
      assert.deepEqual(compute(lines.toReversed(), more).totals, compute(lines, more).totals);
    }),
    { numRuns: 60 },
  );
});

test('units convert there and back', () => {
  const pairs = [
    ['KGM', 'LBR'],
    ['LTR', 'GLL'],
    ['MTQ', 'BLL'],
    ['NAR', 'DZN'],
    ['MTK', 'YDK'],
  ] as const;
  const millions = fc.integer({ min: 1, max: 2_000_000_000 });
  fc.assert(
    fc.property(fc.constantFrom(...pairs), millions, ([from, to], units) => {
      const there = expectOk(convertQuantity({ value: String(units), unit: from }, to));
      const back = expectOk(convertQuantity(there, from));
      const difference = Decimal.of(back.value).minus(Decimal.of(units)).abs();
      assert.ok(difference.lt(Decimal.of('0.000000001')), `${units} ${from} came back as ${back.value}`);
    }),
  );
});
