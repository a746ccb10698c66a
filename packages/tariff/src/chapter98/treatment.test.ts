import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appliedTo, refusedFor, resultOf } from '../testing/compute.ts';

const BALLS = { hts: '9506.62.80.60', originCountry: 'TH', enteredValue: '10000' };
const part = (of: string, value: string) => ({ partValues: [{ of, value }] });
const duty = (goods: Parameters<typeof resultOf>[0]) => resultOf(goods).lines[0]?.duty;
const processing = (goods: Parameters<typeof resultOf>[0]) =>
  resultOf(goods).fees.find(({ class: of }) => of === '499')?.amount;

test('goods returned owe neither duty nor surcharge nor processing fee', () => {
  const returned = { ...BALLS, originCountry: 'US', headings: ['9801.00.10.98'] };
  const [line] = resultOf(returned).lines;
  assert.equal(line?.duty, '0.00');
  assert.equal(processing(returned), undefined);
  assert.deepEqual(line?.headings, ['9801001098', '9506628060']);
  assert.match(line?.layers[1]?.why ?? '', /not on goods returned/);
});

/** HTS 9802.00.50; U.S. note 2(aa)(i): the surcharge too falls on the repairs. */
test('articles repaired abroad: duty on the repairs', () => {
  const repaired = { ...BALLS, headings: ['9802.00.50.60'], ...part('repairs or alterations', '1000') };
  assert.equal(duty(repaired), '148.00');
  assert.deepEqual(appliedTo(repaired), ['section-122 100.00 9903.03.01']);
});

/** HTS 9802.00.80; 19 CFR 24.23(c)(1)(i). */
test('articles assembled abroad: duty and processing fee on the value added', () => {
  const assembled = {
    ...BALLS,
    enteredValue: '40000',
    headings: ['9802.00.80.69'],
    ...part('products of the United States', '15000'),
  };
  assert.equal(duty(assembled), '3700.00');
  assert.equal(processing(assembled), '86.60');
});

/** U.S. note 4: a specific rate is cut in the proportion of the value. */
test('a specific rate falls in proportion', () => {
  const cucumbers = {
    hts: '0707.00.50.05',
    originCountry: 'TH',
    enteredValue: '10000',
    quantities: [{ value: '10000', unit: 'KGM' }],
    headings: ['9802.00.80.69'],
    ...part('products of the United States', '2500'),
  };
  const [base] = resultOf(cucumbers, '2026-06-12').lines[0]?.layers ?? [];
  assert.equal(base?.amount, '420.00');
});

/** U.S. note 16(b): metal processed abroad bears section 232 duty on its full value. */
test('articles of metal processed abroad: section 232 on everything', () => {
  const steel = {
    hts: '7326.90.86.88',
    originCountry: 'CL',
    enteredValue: '10000',
    headings: ['9802.00.60.00'],
    ...part('processing outside the United States', '1000'),
  };
  assert.deepEqual(appliedTo(steel), ['section-232-metals 5000.00 9903.82.02']);
  assert.equal(duty(steel), '5029.00');
});

test('refused: no value of the part, more than the whole, two provisions, GSP beside it, one not known', () => {
  const of = (...headings: string[]) => ({ ...BALLS, headings });
  const repair = of('9802.00.50.60');
  assert.deepEqual(refusedFor(repair), ['TARIFF_VALUE_PART_MISSING /lines/0/partValues']);
  assert.deepEqual(refusedFor({ ...repair, ...part('repairs or alterations', '10001') }), [
    'TARIFF_VALUE_PART_EXCEEDS /lines/0/partValues',
  ]);
  assert.deepEqual(refusedFor(of('9802.00.50.60', '9801.00.10.98')), [
    'TARIFF_CLAIMS_CONFLICT /lines/0/headings',
  ]);
  const gsp = { ...repair, ...part('repairs or alterations', '1000'), spi: 'A' };
  assert.deepEqual(refusedFor(gsp), ['TARIFF_CLAIMS_CONFLICT /lines/0/headings']);
  assert.deepEqual(refusedFor(of('9802.00.91.00')), ['TARIFF_HEADING_NOT_COMPUTED /lines/0/headings']);
});
