import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '@portolan/kernel';
import { inPeriod, parseSeason } from './season.ts';

const within = (text: string) => {
  const season = parseSeason(text);
  return season?.kind === 'within' ? season.periods : undefined;
};

/** Descriptions of chapters 07 and 08 of the 2026 schedule. */
test('a period, two periods, a month, one over new year', () => {
  const cucumbers =
    'If entered during the period from May 1 to June 30, inclusive, or the period from September 1 to November 30, inclusive, in any year';
  assert.deepEqual(within(cucumbers), [
    { from: '05-01', to: '06-30' },
    { from: '09-01', to: '11-30' },
  ]);
  assert.deepEqual(within('If entered during the month of October'), [{ from: '10-01', to: '10-31' }]);
  const mangoes =
    'If entered during the period from September 1, in any year, to the following May 31, inclusive';
  assert.deepEqual(within(mangoes), [{ from: '09-01', to: '05-31' }]);
  const raspberries =
    'Raspberries and loganberries entered during the period from September 1 in any year to June 30 of the following year';
  assert.deepEqual(within(raspberries), [{ from: '09-01', to: '06-30' }]);
});

test('any other time is outside the siblings', () => {
  assert.equal(parseSeason('If entered at any other time')?.kind, 'outside');
  const beans =
    'If entered for consumption outside the above stated period, or if withdrawn for consumption at any time';
  assert.equal(parseSeason(beans)?.kind, 'outside');
});

test('other periods are no season', () => {
  assert.equal(parseSeason('With a rated capacity of less than 35 liters over a 24 hour period'), undefined);
  assert.equal(
    parseSeason('If entered during the effective period of safeguards based upon value:'),
    undefined,
  );
});

test('the last day of February, in leap years and others', () => {
  const [winter] =
    within(
      'If entered during the period from December 1 in any year to the last day of the following February, inclusive',
    ) ?? [];
  assert.deepEqual(winter, { from: '12-01', to: '02-29' });
  assert.ok(winter);
  for (const day of ['2027-12-01', '2028-02-29', '2027-02-28', '2028-01-15'])
    assert.ok(inPeriod(date(day), winter), day);
  for (const day of ['2027-11-30', '2028-03-01', '2027-03-01', '2100-03-01'])
    assert.ok(!inPeriod(date(day), winter), day);
});
