import { expect, test } from 'vitest';
import { formatDate, formatInstant, inWords } from './dates.ts';

test('a calendar date gets words and no zone', () => {
  expect(formatDate('2026-06-12')).toBe('Jun 12, 2026');
});

test('what is not a date is shown as it came', () => {
  expect(formatDate('soon')).toBe('soon');
  expect(formatInstant('soon')).toBe('soon');
});

test('an instant names its zone', () => {
  expect(formatInstant('2026-06-12T16:14:00.000Z', 'America/Phoenix')).toBe('Jun 12, 2026, 9:14 AM MST');
  expect(formatInstant('2026-06-12T16:14:00.000Z', 'UTC')).toBe('Jun 12, 2026, 4:14 PM UTC');
});

test('distance is said in minutes, hours or days, both ways', () => {
  const now = Date.parse('2026-06-12T12:00:00.000Z');
  expect(inWords('2026-06-12T12:00:10.000Z', now)).toBe('now');
  expect(inWords('2026-06-12T12:01:00.000Z', now)).toBe('in 1 minute');
  expect(inWords('2026-06-12T09:00:00.000Z', now)).toBe('3 hours ago');
  expect(inWords('2026-07-12T12:00:00.000Z', now)).toBe('in 30 days');
});
