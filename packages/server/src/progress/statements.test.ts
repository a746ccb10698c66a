import assert from 'node:assert/strict';
import { it } from 'node:test';
import { date, instant } from '@portolan/kernel';
import fc from 'fast-check';
import { calendarOf } from './calendar.ts';
import { statementsOf, summariesOf } from './statements.ts';
import type { OpenEntry } from './store.ts';

const entry = (number: number, change: Partial<OpenEntry> = {}): OpenEntry => ({
  ...{ entry_number: `ZZ9-000000${number}-0`, importer_number: '12-3456789AB', importer: 'Sample Harbor' },
  ...{ entry_type: '01', entry_date: '2026-06-12', released_on: null, summary_on: null, paid_on: null },
  ...{ owed_cents: '12345', payment: 'periodic', statement_day: null },
  ...change,
});

it('entries of a client and month make one statement, to the cent; what was paid is left out', () => {
  const [statement, ...others] = statementsOf(
    [
      entry(1),
      entry(2, { owed_cents: '99999999999' }),
      entry(3, { owed_cents: null }),
      entry(4, { paid_on: '2026-06-20' }),
    ],
    date('2026-06-30'),
  );
  assert.deepEqual(others, []);
  assert.equal(statement?.total, '1000000123.44');
  // 15th working day of July 2026: the third is Independence Day observed.
  assert.deepEqual(
    [statement?.month, statement?.printsOn, statement?.due, statement?.daysLeft, statement?.withoutTotal],
    ['2026-06', '2026-07-16', '2026-07-22', 22, 1],
  );
  assert.deepEqual(
    statement?.entries.map(({ total }) => total),
    ['123.45', '999999999.99', undefined],
  );
});

it('the day of release decides the month, not the day of entry', () => {
  const [statement] = statementsOf([entry(1, { released_on: '2026-07-01' })], date('2026-07-02'));
  assert.deepEqual([statement?.month, statement?.due], ['2026-07', '2026-08-21']);
});

it('an importer outside the client file pays with the summary', () => {
  const [statement] = statementsOf([entry(1, { payment: null })], date('2026-06-30'));
  assert.deepEqual([statement?.kind, statement?.due, statement?.daysLeft], ['single', '2026-06-29', -1]);
});

it('summaries that nobody recorded stand by their day; a recorded one does not', () => {
  const due = summariesOf([entry(2), entry(1), entry(3, { summary_on: '2026-06-15' })], date('2026-06-25'));
  assert.deepEqual(
    due.map(({ entryNumber, due: day, daysLeft }) => [entryNumber, day, daysLeft]),
    [
      ['ZZ9-0000001-0', '2026-06-29', 4],
      ['ZZ9-0000002-0', '2026-06-29', 4],
    ],
  );
});

it('statements lose no cent, however entries are spread over clients and days', () => {
  const day = fc
    .integer({ min: 0, max: 60 })
    .map((days) => new Date(Date.UTC(2026, 4, 1 + days)).toISOString().slice(0, 10));
  const one = fc.record({
    importer_number: fc.constantFrom('12-3456789AB', '98-7654321CD'),
    entry_date: day,
    owed_cents: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(String),
    payment: fc.constantFrom('single' as const, 'daily' as const, 'periodic' as const, null),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (changes) => {
      const open = changes.map((change, index) => entry(index, change));
      const sum = (texts: string[]) => texts.reduce((all, text) => all + BigInt(text.replace('.', '')), 0n);
      const made = statementsOf(open, date('2026-07-01'));
      assert.equal(sum(made.map(({ total }) => total)), sum(open.map(({ owed_cents }) => owed_cents ?? '0')));
      assert.equal(
        made.reduce((all, { entries }) => all + entries.length, 0),
        open.length,
      );
      for (const { total, entries } of made)
        assert.equal(sum([total]), sum(entries.map((row) => row.total ?? '0')));
    }),
  );
});

it('a calendar has an alarm for each term, lines of at most 75 octets, and text that is escaped', () => {
  const text = calendarOf(
    [
      {
        ...{ id: 'statement:1', kind: 'clock', group: 'do', at: '2026-06-12T00:00:00.000Z', state: 'To pay' },
        title: `Statement, of; ${'Sämple '.repeat(20)}`,
        ...{
          reason: '2 entries\nto pay',
          whoMoves: 'you',
          href: '/statements',
          due: '2026-07-23T04:00:00.000Z',
        },
      },
      {
        ...{ id: 'draft:2', kind: 'draft', group: 'do', at: '2026-06-12T00:00:00.000Z', state: 'Draft' },
        ...{ title: 'No term', reason: '', whoMoves: 'you', href: '/drafts/2' },
      },
    ],
    { origin: 'https://node.example', now: instant('2026-06-12T12:00:00.000Z') },
  );
  const lines = text.split('\r\n');
  assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75));
  const whole = text.replaceAll('\r\n ', '');
  assert.equal(whole.match(/BEGIN:VEVENT/g)?.length, 1);
  assert.equal(whole.match(/BEGIN:VALARM/g)?.length, 2);
  assert.match(whole, /DTSTART:20260723T040000Z\r\nSUMMARY:Statement\\, of\\; Sämple/);
  assert.match(whole, /DESCRIPTION:2 entries\\nto pay\r\nURL:https:\/\/node\.example\/statements/);
});
