import assert from 'node:assert/strict';
import { test } from 'node:test';
import { appliedTo } from '../testing/compute.ts';

const BALLS = { hts: '9506.62.80.60', enteredValue: '10000' };
const DAY = '2025-12-10';
const on = (originCountry: string, more = {}, knownAt = DAY) =>
  appliedTo({ ...BALLS, originCountry, ...more }, DAY, { knownAt }).filter((text) =>
    text.startsWith('ieepa'),
  );

/** HTS 2025 revision 32, chapter 99 subchapter III. */
test('rates by country as collected in December 2025', () => {
  assert.deepEqual(on('CN'), ['ieepa-china 1000.00 9903.01.24', 'ieepa-reciprocal 1000.00 9903.01.25']);
  assert.deepEqual(on('VN'), ['ieepa-reciprocal 2000.00 9903.02.69']);
  assert.deepEqual(on('CL'), ['ieepa-reciprocal 1000.00 9903.01.25']);
  assert.deepEqual(on('BR'), ['ieepa-reciprocal 1000.00 9903.02.09', 'ieepa-brazil 4000.00 9903.01.77']);
  assert.deepEqual(on('IN'), ['ieepa-reciprocal 2500.00 9903.02.26', 'ieepa-india 2500.00 9903.01.84']);
});

test('goods of the European Union are raised to 15 percent in all', () => {
  assert.deepEqual(on('DE'), ['ieepa-reciprocal 1020.00 9903.02.20']);
});

test('goods of Mexico: 25 percent, none under the USMCA', () => {
  assert.deepEqual(on('MX'), ['ieepa-border 2500.00 9903.01.01']);
  assert.deepEqual(on('MX', { spi: 'S' }), []);
});

test('goods that bear section 232 duty do not bear the reciprocal duty', () => {
  const steel = { hts: '7326.90.86.88' };
  assert.deepEqual(on('VN', steel), []);
  const part = { hts: '8426.20.00.00', metals: [{ metal: 'steel' as const, value: '4000' }] };
  assert.deepEqual(on('VN', part), ['ieepa-reciprocal 1200.00 9903.02.69'], 'on the value that is not steel');
});

/** The rate of Switzerland changed back to 14 November 2025 and was published on 18 December. */
test('what became known later counts from when it was known', () => {
  assert.deepEqual(on('CH'), ['ieepa-reciprocal 3900.00 9903.02.58']);
  assert.deepEqual(on('CH', {}, '2025-12-17T23:59:59Z'), ['ieepa-reciprocal 3900.00 9903.02.58']);
  assert.deepEqual(on('CH', {}, '2025-12-18'), ['ieepa-reciprocal 1020.00 9903.02.83']);
});

/** Learning Resources v. Trump; collection stopped on 24 February 2026. */
test('void from the beginning, as known since collection stopped', () => {
  assert.deepEqual(on('CN', {}, '2026-02-23'), on('CN'));
  for (const origin of ['CN', 'VN', 'BR', 'IN', 'MX', 'CH'])
    assert.deepEqual(on(origin, {}, '2026-02-24'), []);
});
