import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addSeconds, instant } from '@portolan/kernel';
import fc from 'fast-check';
import { daysLeft, endOfTerm } from './term.ts';

describe('a term in calendar days', () => {
  it('ends with its last day where the agency’s calendar counts, whatever the clocks do meanwhile', () => {
    // New York is at UTC-4 in summer and UTC-5 from 1 November 2026.
    assert.equal(endOfTerm(instant('2026-06-12T16:00:00.000Z'), 30), '2026-07-13T03:59:59.000Z');
    assert.equal(endOfTerm(instant('2026-10-20T16:00:00.000Z'), 20), '2026-11-10T04:59:59.000Z');
    // 02:00 UTC is still the evening before in New York.
    assert.equal(endOfTerm(instant('2026-06-13T02:00:00.000Z'), 30), '2026-07-13T03:59:59.000Z');
  });

  it('has all its days left at first, none on the last day, and is over a second after its end', () => {
    const days = fc.integer({ min: 1, max: 120 });
    const at = fc.date({ min: new Date('2025-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(at, days, (date, term) => {
        const from = instant(date);
        const due = endOfTerm(from, term);
        assert.equal(daysLeft(due, from), term);
        assert.equal(daysLeft(due, due), 0);
        assert.equal(daysLeft(due, addSeconds(due, 1)), -1);
      }),
    );
  });
});
