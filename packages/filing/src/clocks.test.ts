import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clocks } from './clocks.ts';
import { federalHolidays } from './facts/holidays.ts';

const entry = { importDate: '2026-06-12', entryDate: '2026-06-12' };
const due = (name: string) => clocks(entry, '2026-06-12').find((clock) => clock.name === name)?.due;

describe('clocks', () => {
  it('count calendar days, working days, months and years', () => {
    assert.equal(due('entry'), '2026-06-27');
    // 12 June is a Friday; 19 June (Juneteenth) does not count: the tenth working day is Monday 29 June.
    assert.equal(due('summary'), '2026-06-29');
    assert.equal(due('liquidation'), '2027-04-22');
    assert.equal(due('post-summary-correction'), '2027-04-08');
    assert.equal(due('post-importation-claim'), '2027-06-12');
    assert.equal(due('records'), '2031-06-12');
  });

  it('do not run before their event', () => {
    assert.equal(due('protest'), undefined);
    const liquidated = clocks(entry, '2027-05-01', { liquidatedOn: '2027-04-22' });
    assert.equal(liquidated.find(({ name }) => name === 'protest')?.due, '2027-10-19');
  });

  it('say whether they were met, run or are late, and how many days are left', () => {
    const state = (on: string, events = {}) => {
      const clock = clocks(entry, on, events).find(({ name }) => name === 'summary');
      return [clock?.state, clock?.daysLeft];
    };
    assert.deepEqual(state('2026-06-28'), ['running', 1]);
    assert.deepEqual(state('2026-06-29'), ['running', 0]);
    assert.deepEqual(state('2026-06-30'), ['late', -1]);
    assert.deepEqual(state('2026-07-30', { summaryFiledOn: '2026-06-29' }), ['met', -31]);
    assert.deepEqual(state('2026-07-30', { summaryFiledOn: '2026-06-30' }), ['late', -31]);
  });

  it('come in order of their due dates, each with its source', () => {
    const all = clocks(entry, '2026-06-12');
    assert.deepEqual(
      all.map((clock) => clock.due),
      all.map((clock) => clock.due).toSorted(),
    );
    for (const { source } of all) assert.ok(source.length > 10);
  });
});

describe('federal holidays (5 U.S.C. 6103)', () => {
  it('of 2026, Independence Day on a Saturday observed on Friday', () => {
    assert.deepEqual(federalHolidays(2026), [
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
  });

  it('of 2027, Juneteenth on a Saturday and Independence Day on a Sunday', () => {
    const days = federalHolidays(2027);
    assert.ok(days.includes('2027-06-18') && days.includes('2027-07-05') && days.includes('2027-12-24'));
  });
});
