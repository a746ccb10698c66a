import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  addWorkingDays,
  addYears,
  date,
  dateInZone,
  daysBetween,
  instant,
  isLeapYear,
  parseDate,
  parseInstant,
  startOfDay,
} from '../index.ts';

describe('instants', () => {
  test('are read with their zone and written in UTC', () => {
    assert.deepEqual(parseInstant('2026-06-12T07:30:00-07:00'), {
      ok: true,
      value: '2026-06-12T14:30:00.000Z',
    });
  });
  test('our own form is read as any other', () => {
    const anyTime = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('9999-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(anyTime, (time) => {
        const text = time.toISOString();
        assert.deepEqual(parseInstant(text), { ok: true, value: text });
        assert.deepEqual(parseInstant(text.replace('Z', '+00:00')), { ok: true, value: text });
        assert.equal(parseDate(text.slice(0, 10)).ok, true);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[12]\d{3}-[01]\d-[0-3]\dT[0-2]\d:[0-6]\d:[0-6]\d\.\d{3}Z$/), (text) => {
        const time = Date.parse(text);
        const exact = Number.isFinite(time) && new Date(time).toISOString() === text && text >= '1900';
        assert.equal(parseInstant(text).ok, exact, text);
        assert.equal(
          parseDate(text.slice(0, 10)).ok,
          parseInstant(`${text.slice(0, 10)}T00:00:00.000Z`).ok,
          text,
        );
      }),
    );
  });
  test('refuse local times and impossible days and hours', () => {
    for (const text of [
      '2026-06-12T14:30:00',
      '2026-02-30T00:00:00Z',
      '2026-06-12',
      '2026-06-12T24:00:00Z',
      '2026-06-12T23:59:60Z',
      '2026-06-12T24:00:00.000Z',
      '2026-06-12t14:30:00.000Z',
      '2026-06-12T14:60:00.000Z',
      '2026-06-12T14:30:00.00xZ',
      '1899-12-31T23:59:59.999Z',
      7,
    ])
      assert.equal(parseInstant(text).ok, false, String(text));
  });
});

describe('days', () => {
  test('leap days', () => {
    assert.equal(parseDate('2028-02-29').ok, true);
    assert.equal(parseDate('2026-02-29').ok, false);
    assert.equal(parseDate('1900-02-29').ok, false);
    assert.deepEqual([2000, 1900, 2028, 2026].map(isLeapYear), [true, false, true, false]);
    assert.equal(addYears(date('2024-02-29'), 4), '2028-02-29');
    assert.equal(addYears(date('2024-02-29'), 1), '2025-02-28');
    assert.equal(addMonths(date('2026-01-31'), 1), '2026-02-28');
  });
  test('working days step over the weekend and holidays', () => {
    assert.equal(addWorkingDays(date('2026-06-12'), 1), '2026-06-15');
    assert.equal(addWorkingDays(date('2026-07-02'), 1, new Set(['2026-07-03'])), '2026-07-06');
  });
  test('adding days and counting them agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        const from = date('2026-06-12');
        return daysBetween(from, addDays(from, days)) === days;
      }),
    );
  });
});

describe('zones', () => {
  test('the day at the port decides', () => {
    // Nogales keeps Mountain Standard Time all year; New York was at UTC-4.
    assert.equal(dateInZone(instant('2026-06-13T05:30:00Z'), 'America/Phoenix'), '2026-06-12');
    assert.equal(dateInZone(instant('2026-06-13T05:30:00Z'), 'America/New_York'), '2026-06-13');
  });
  test('midnight, also on the days the clocks change', () => {
    assert.equal(startOfDay(date('2026-07-24'), 'America/New_York'), '2026-07-24T04:00:00.000Z');
    assert.equal(startOfDay(date('2026-03-08'), 'America/New_York'), '2026-03-08T05:00:00.000Z');
    assert.equal(startOfDay(date('2026-03-09'), 'America/New_York'), '2026-03-09T04:00:00.000Z');
    assert.equal(startOfDay(date('2026-11-02'), 'America/New_York'), '2026-11-02T05:00:00.000Z');
  });
});
