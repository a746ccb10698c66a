import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusedFor, resultOf } from '../testing/compute.ts';

const CRUDE = { hts: '2709.00.20.90', enteredValue: '7000', quantities: [{ value: '100', unit: 'BLL' }] };

test('a prohibition is a refusal, not a rate', () => {
  assert.deepEqual(refusedFor({ ...CRUDE, originCountry: 'RU' }), [
    'TARIFF_PROHIBITED /lines/0/originCountry',
  ]);
  assert.deepEqual(refusedFor({ hts: '9506.62.80.60', originCountry: 'CU' }), [
    'TARIFF_PROHIBITED /lines/0/originCountry',
  ]);
  assert.deepEqual(refusedFor({ hts: '9506.62.80.60', originCountry: 'RU' }), [], 'not all goods of Russia');
});

test('a licence that the filer names is recorded, and the goods are computed', () => {
  const { lines, notComputed } = resultOf({
    ...CRUDE,
    originCountry: 'RU',
    license: 'general licence (sample)',
  });
  assert.equal(lines[0]?.column, 'column-2');
  assert.match(notComputed[0]?.why ?? '', /general licence \(sample\)/);
});

/** U.S. note 30: increased rates on goods of Russia in place of column 2. */
test('goods of Russia that the footnote of the line names bear the increased rate', () => {
  const earths = { hts: '2512.00.00.00', originCountry: 'RU', enteredValue: '10000' };
  const [base, instead] = resultOf(earths).lines[0]?.layers ?? [];
  const sum = Number(base?.amount) + Number(instead?.amount);
  assert.equal(instead?.layer, 'russia');
  assert.equal(sum, 3500);
});
