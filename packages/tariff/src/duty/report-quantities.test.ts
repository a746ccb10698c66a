import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadEmbeddedReference } from '../node.ts';
import type { DutyQuantity } from './input.ts';
import { reportQuantities } from './report-quantities.ts';

const [book] = loadEmbeddedReference().editions;

function report(hts: string, quantities: readonly DutyQuantity[]) {
  const line = book?.line(hts);
  assert.ok(line);
  const result = reportQuantities(line, quantities, '/lines/0');
  return result.ok ? result.value : result.refusals.map(({ code, path }) => `${code} ${path}`);
}

test('in the units of the schedule, in its order', () => {
  const given = [
    { value: '100', unit: 'LBR' },
    { value: '1200', unit: 'NAR' },
  ];
  assert.deepEqual(report('6109.10.00.12', given), [
    { unit: 'DZN', value: '100' },
    { unit: 'KGM', value: '45.359237' },
  ]);
});

test('a missing quantity is refused', () => {
  assert.deepEqual(report('6109.10.00.12', [{ value: '300', unit: 'KGM' }]), [
    'TARIFF_UNIT_WRONG /lines/0/quantities',
  ]);
  assert.deepEqual(report('0707.00.50.05', []), ['TARIFF_QUANTITY_MISSING /lines/0/quantities']);
});

test('a line without units reports none', () => assert.deepEqual(report('9801.00.10.98', []), []));
