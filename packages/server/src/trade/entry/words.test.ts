import assert from 'node:assert/strict';
import { it } from 'node:test';
import { dueWords } from './words.ts';

it('says in days how much time is left, and how late it is', () => {
  const now = '2026-06-12T16:00:00.000Z';
  const cases: [string, string][] = [
    ['2026-07-12T16:00:00.000Z', '30 days left'],
    ['2026-06-13T16:00:00.000Z', 'Due within a day'],
    ['2026-06-12T20:00:00.000Z', 'Due within a day'],
    ['2026-06-12T16:00:00.000Z', 'Due today'],
    ['2026-06-11T16:00:00.000Z', '1 day late'],
    ['2026-06-01T16:00:00.000Z', '11 days late'],
  ];
  for (const [due, words] of cases) assert.equal(dueWords(due, now), words, due);
});
