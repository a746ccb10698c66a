import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reference, refusedFor } from '../testing/compute.ts';

/** Butter described in additional U.S. note 6 to chapter 4. */
const BUTTER = {
  hts: '0405.10.10.00',
  originCountry: 'NZ',
  enteredValue: '10000',
  quantities: [{ value: '1000', unit: 'KGM' }],
};
const on = (entryType: string, hts = BUTTER.hts) =>
  refusedFor({ ...BUTTER, hts }, '2026-06-15', { entryType });

/** CATAIR condition Q09. */
test('goods within a quota need an entry type that carries quota', () => {
  for (const type of ['01', '03', '11'])
    assert.deepEqual(on(type), ['TARIFF_QUOTA_ENTRY_TYPE /lines/0/hts'], type);
  for (const type of ['02', '07', '12', '06']) assert.deepEqual(on(type), [], type);
});

test('goods over the quota, and those of general note 15, go on any', () => {
  assert.deepEqual(on('01', '0405.10.20.00'), []);
  assert.deepEqual(on('01', '0405.10.05.00'), []);
});

test('the numbers for goods within a quota are known by their words', () => {
  const [book] = reference.editions;
  const within = book?.under('').filter(({ inQuota }) => inQuota) ?? [];
  assert.ok(within.length > 150, String(within.length));
  assert.ok(
    within.every(({ path, description }) => /additional U\.S\. ?note/i.test([...path, description].join())),
  );
});
