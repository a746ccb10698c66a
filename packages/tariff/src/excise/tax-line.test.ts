import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusedFor, resultOf } from '../testing/compute.ts';

const WINE = {
  hts: '2204.21.50.40',
  originCountry: 'CL',
  enteredValue: '5000',
  quantities: [{ value: '900', unit: 'LTR' }],
};
const BEER = {
  hts: '2203.00.00.30',
  originCountry: 'MX',
  enteredValue: '5000',
  quantities: [{ value: '3785.411784', unit: 'LTR' }],
};

/** 26 U.S.C. 5051: 18 dollars for 31 gallons; 1,000 gallons. */
test('beer has one rate: taxed without being asked', () => {
  const { lines, totals } = resultOf(BEER);
  assert.deepEqual(
    lines[0]?.taxes?.map(({ class: of, amount }) => [of, amount]),
    [['022', '580.65']],
  );
  assert.equal(totals.tax, '580.65');
});

/** 26 U.S.C. 5041: 900 litres are 237.7548 gallons. */
test('wine has several: named with the choices until the filer says which', () => {
  const open = resultOf(WINE);
  assert.equal(open.totals.tax, '0.00');
  assert.match(
    open.notComputed.find(({ layer }) => layer === 'excise')?.why ?? '',
    /still-wine-16 .*still-wine-21/,
  );
  const told = resultOf({ ...WINE, excise: 'still-wine-16' });
  assert.equal(told.totals.tax, '254.40');
  assert.ok(!told.notComputed.some(({ layer }) => layer === 'excise'));
});

test('a row that does not fit the line is refused', () => {
  assert.deepEqual(refusedFor({ ...WINE, excise: 'beer' }), ['TARIFF_EXCISE_NOT_ON_LINE /lines/0/excise']);
  assert.deepEqual(refusedFor({ hts: '9506.62.80.60', originCountry: 'TH', excise: 'beer' }), [
    'TARIFF_EXCISE_NOT_ON_LINE /lines/0/excise',
  ]);
});
