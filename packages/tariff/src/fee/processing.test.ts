import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal } from '@portolan/kernel';
import { loadEmbeddedReference } from '../node.ts';
import { programOf } from '../program/membership.ts';
import { rowOn } from '../reference/dated.ts';
import type { FeePayer } from './payer.ts';
import { processingFee } from './processing.ts';

const reference = loadEmbeddedReference();
const table = reference.fees.merchandiseProcessing;

function payer(value: number, more: Partial<FeePayer> = {}): FeePayer {
  return { number: 1, hts: '0707005005', cents: BigInt(value) * 100n, headings: [], ...more };
}
function fee(payers: readonly FeePayer[], date = '2026-06-12') {
  const row = rowOn(table.rows, date);
  assert.ok(row);
  return processingFee(payers, table, row);
}
const claimed = (spi: string) => {
  const program = programOf(reference, spi);
  assert.ok(program);
  return { program };
};

/** Vectors computed from the published rate and limits (fiscal 2026: 90 FR 34665; fiscal 2027: secondary). */
for (const [date, value, expected] of [
  ['2026-06-12', 9_000, '33.58'],
  ['2026-06-12', 10_000, '34.64'],
  ['2026-06-12', 188_000, '651.23'],
  ['2026-06-12', 200_000, '651.50'],
  ['2026-10-01', 9_000, '34.58'],
  ['2026-10-01', 200_000, '670.86'],
  ['2025-09-30', 9_000, '32.71'],
  ['2018-06-30', 9_000, '31.18'],
  ['2018-06-30', 7_000, '25.67'],
] as const) {
  test(`${value} USD on ${date}: ${expected}`, () => {
    assert.equal(fee([payer(value)], date).total?.amount, expected);
  });
}

test('31 daily maxima of fiscal 2026', () => {
  const most = Decimal.of(fee([payer(1_000_000)]).total?.amount ?? '0');
  assert.equal(most.times(Decimal.of(31)).toFixed(2), '20196.50');
});

test('years follow one another without a gap', () => {
  const rows = table.rows;
  rows.slice(1).forEach((row, index) => {
    const before = Date.parse(`${rows[index]?.to}T00:00:00Z`);
    assert.equal(Date.parse(`${row.from}T00:00:00Z`) - before, 86_400_000, row.from);
  });
});

test('the minimum is shared over the lines by value, to the cent', () => {
  const result = fee([payer(1_000), payer(1_000), payer(1_000)]);
  assert.equal(result.total?.amount, '33.58');
  assert.deepEqual(
    result.lines.map((line) => line?.amount),
    ['11.20', '11.19', '11.19'],
  );
  assert.deepEqual(
    result.lines.map((line) => line?.reported),
    ['3.46', '3.46', '3.46'],
  );
});

test('between minimum and maximum each line keeps its own amount', () => {
  const result = fee([payer(24_600), payer(18_350)]);
  assert.deepEqual(
    result.lines.map((line) => line?.amount),
    ['85.21', '63.56'],
  );
  assert.equal(result.total?.amount, '148.77');
});

test('originating goods owe none: S, S+, P, P+', () => {
  for (const spi of ['S', 'S+', 'P', 'P+'])
    assert.equal(fee([payer(50_000, claimed(spi))]).total, undefined, spi);
});

test('goods of a tariff preference level owe it', () => {
  for (const heading of ['98235203', '98220511'])
    assert.equal(fee([payer(50_000, { ...claimed('S+'), headings: [heading] })]).total?.amount, '173.20');
});

test('only the other lines of the entry owe it, with their own minimum', () => {
  const result = fee([payer(50_000, claimed('S')), payer(1_000)]);
  assert.equal(result.total?.amount, '33.58');
  assert.deepEqual(
    result.lines.map((line) => line?.amount),
    [undefined, '33.58'],
  );
  assert.match(result.trace[0]?.cite ?? '', /24\.23\(c\)\(3\)/);
});

test('chapter 98 owes none, but for 9802.00.60 and 9802.00.80', () => {
  assert.equal(fee([payer(50_000, { hts: '98010010' })]).total, undefined);
  assert.equal(fee([payer(50_000, { hts: '9802008068' })]).total?.amount, '173.20');
});

test('an exemption that the filer claims is recorded as such', () => {
  const result = fee([payer(50_000, { feeExempt: '19 CFR 24.23(c)(1)(iv)' })]);
  assert.equal(result.total, undefined);
  assert.equal(result.trace[0]?.cite, '19 CFR 24.23(c)(1)(iv)');
});

test('some preference programs do not free from it', () => {
  assert.equal(fee([payer(50_000, claimed('JO'))]).total?.amount, '173.20');
});
