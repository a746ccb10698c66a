import assert from 'node:assert/strict';
import { test } from 'node:test';
import { instant } from '@portolan/kernel';
import { divideSpan, type MeasuredSpan } from './divide.ts';
import { settleTitle } from './settle-title.ts';

const hour = (number: number) => instant(Date.UTC(2026, 7, 1, number));
const known = { knownAt: hour(0) };
const title = settleTitle({
  lot: 'b',
  deposits: [{ id: 'in', lot: 'b', at: hour(0), ...known, owners: new Map([['a', 900n]]) }],
  withdrawals: [],
  moves: [{ id: 'sale', lot: 'b', at: hour(6), ...known, from: 'a', to: 'c', amount: 300n }],
});
const span = (more: Partial<MeasuredSpan> = {}): MeasuredSpan => ({
  from: hour(0),
  to: hour(24),
  amount: 240n,
  counts: [],
  ...more,
});
const shown = (parts: ReturnType<typeof divideSpan>) =>
  parts.map(({ byTime, owners }) => [Object.fromEntries(owners), byTime]);

test('cut at the change of owner by the counter, where it was read then', () => {
  const counts = [
    { at: hour(0), total: 5000n },
    { at: hour(6), total: 5090n },
    { at: hour(24), total: 5300n },
  ];
  // 90 of 300 counts before the sale: 72 of 240. Then by shares of two and one third.
  assert.deepEqual(shown(divideSpan(span({ counts }), title)), [
    [{ a: 72n }, false],
    [{ a: 112n, c: 56n }, false],
  ]);
});

test('else by time, and says so', () => {
  assert.deepEqual(shown(divideSpan(span(), title)), [
    [{ a: 60n }, true],
    [{ a: 120n, c: 60n }, true],
  ]);
});

test('between two counts by time between them, and says so', () => {
  const counts = [
    { at: hour(0), total: 0n },
    { at: hour(4), total: 100n },
    { at: hour(8), total: 120n },
    { at: hour(24), total: 240n },
  ];
  assert.deepEqual(shown(divideSpan(span({ counts }), title)), [
    [{ a: 110n }, true],
    [{ a: 87n, c: 43n }, true],
  ]);
});

test('a counter that stands still is none', () => {
  const counts = [
    { at: hour(0), total: 7n },
    { at: hour(24), total: 7n },
  ];
  assert.deepEqual(shown(divideSpan(span({ counts }), title))[0], [{ a: 60n }, true]);
});

test('cuts that change no owner divide too: the end of a day', () => {
  const parts = divideSpan(span({ from: hour(8) }), title, [hour(16)]);
  assert.deepEqual(
    parts.map(({ amount, from, to }) => [from, to, amount]),
    [
      [hour(8), hour(16), 120n],
      [hour(16), hour(24), 120n],
    ],
  );
});

test('nobody owns a lot of which nothing is known', () => {
  assert.deepEqual(shown(divideSpan(span(), { steps: [] })), [[{}, false]]);
});
