import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '@portolan/kernel';
import { edition, row } from '../testing/rows.ts';
import { asOf, newestInForce } from './as-of.ts';

const rows = [row(0, '0101', 'Horses:')];
const from = (id: string, effective: string, knownAt = effective, horizon = '2026-12-31') =>
  edition(rows, { id, effective: date(effective), knownAt: date(knownAt), horizon: date(horizon) });

/** Rev 9 of 2026 is dated 28 May and effective 1 May; rev 7 corrects back to 6 April. */
const reference = {
  editions: [
    from('rev-5', '2026-04-06'),
    from('rev-7', '2026-04-06', '2026-04-29'),
    from('rev-9', '2026-05-01', '2026-05-28'),
    from('rev-10', '2026-06-08', '2026-06-08', '2026-06-30'),
  ],
};
const on = (day: string, knownAt = '2026-12-01') => asOf(reference, { date: date(day), knownAt });
const codes = (result: ReturnType<typeof on>) => (result.ok ? [] : result.refusals.map(({ code }) => code));
const idOf = (result: ReturnType<typeof on>) => result.ok && result.value.id;

test('the latest effective, corrected by what was published later', () => {
  assert.equal(idOf(on('2026-04-10')), 'rev-7');
  assert.equal(idOf(on('2026-05-10')), 'rev-9');
  assert.equal(idOf(on('2026-06-08')), 'rev-10');
});

test('effective and known-at never mix: what was not known on the day is not used', () => {
  assert.equal(idOf(on('2026-04-10', '2026-04-10')), 'rev-5');
  assert.equal(idOf(on('2026-05-10', '2026-05-10T23:59:59.999Z')), 'rev-7');
  assert.deepEqual(codes(on('2026-05-10', '2026-03-01')), ['TARIFF_NOT_KNOWN_YET']);
});

test('before the first edition and beyond the horizon', () => {
  assert.deepEqual(codes(on('2025-12-31')), ['TARIFF_BEFORE_FIRST_EDITION']);
  assert.equal(idOf(on('2026-06-30')), 'rev-10');
  const late = on('2026-07-01');
  assert.deepEqual(codes(late), ['TARIFF_NOT_CURRENT']);
  assert.match((late.ok ? '' : late.refusals[0]?.message) ?? '', /what comes next year/);
});

test('an override goes on with the newest in force', () => {
  const newest = newestInForce(reference, { date: date('2026-07-01'), knownAt: '2026-12-01' });
  assert.equal(newest.ok && newest.value.id, 'rev-10');
});
