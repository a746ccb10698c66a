import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeMeasure, measureOf, measuresOf } from './measure.ts';

test('units as the schedule prints them', () => {
  const printed = ['kg', 'No.', 'doz. prs.', 'm²', 'pf. liter', 'lin. m', 'thousand m3', '1,000'];
  assert.deepEqual(
    printed.map((text) => measureOf(text)?.unit),
    ['KGM', 'NAR', 'DPR', 'MTK', 'PFL', 'MTR', 'R9', 'MIL'],
  );
});

test('content units name the substance; W alone is watts', () => {
  assert.deepEqual(measureOf('W kg'), { unit: 'KGM', of: 'tungsten content' });
  assert.deepEqual(measureOf('W'), { unit: 'WTT' });
  assert.deepEqual(measureOf('kg cmsc'), { unit: 'KGM', of: "cow's milk solids content" });
});

test('a cell may name two units; blank and X name none; unknown ones are told', () => {
  assert.deepEqual(measuresOf(['No. and kg', ' ', 'X']), {
    measures: [{ unit: 'NAR' }, { unit: 'KGM' }],
    unknown: [],
  });
  assert.deepEqual(measuresOf(['casks']), { measures: [], unknown: ['casks'] });
});

test('described for people', () => {
  assert.equal(describeMeasure({ unit: 'KGM', of: 'lead content' }), 'kilogram of lead content');
});
