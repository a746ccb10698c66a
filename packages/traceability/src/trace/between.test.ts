import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../amount/amount.ts';
import { flow } from '../testing/events.ts';
import { passedBetween } from './between.ts';

test('what went in is divided among what came out and what was lost, to the last unit', () => {
  const event = flow({
    ...{ id: 'roll', kind: 'transform', at: 1, losses: [{ quantity: '1', reason: 'scale' }] },
    inputs: [
      { lot: 'a', quantity: '20' },
      { lot: 'b', quantity: '10' },
    ],
    outputs: [
      { lot: 'x', quantity: '20' },
      { lot: 'y', quantity: '9' },
    ],
  });
  const passed = passedBetween(event);
  const of = (lot: string) =>
    passed.filter(({ from }) => from === lot).reduce((sum, { amount }) => sum + amount, 0n);
  assert.deepEqual([textOf(of('a')), textOf(of('b'))], ['20', '10']);
  assert.deepEqual(passed.map(({ from, to = 'lost' }) => `${from} ${to}`).sort(), [
    'a lost',
    'a x',
    'a y',
    'b lost',
    'b x',
    'b y',
  ]);
});
