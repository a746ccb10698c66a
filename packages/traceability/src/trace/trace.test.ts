import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textOf } from '../amount/amount.ts';
import { replay } from '../replay/replay.ts';
import { flow } from '../testing/events.ts';
import { whatBecameOf } from './became.ts';
import { edgesOf } from './edges.ts';
import { trace } from './trace.ts';

const produce = (lot: string, at: number, quantity = '100') =>
  flow({ id: `make ${lot}`, kind: 'produce', at, outputs: [{ lot, quantity }] });
const move = (id: string, at: number, from: string, to: string, quantity: string, pool = false) =>
  flow({
    id,
    kind: 'blend',
    at,
    inputs: [{ lot: from, quantity }],
    outputs: [{ lot: to, quantity, pool }],
  });

/** A tank that was drawn before and after the bad lot came in. */
const state = replay([
  produce('good', 0),
  produce('bad', 0),
  move('fill 1', 1, 'good', 'tank', '60', true),
  move('draw 1', 2, 'tank', 'early', '20'),
  move('fill 2', 3, 'bad', 'tank', '40', true),
  move('draw 2', 4, 'tank', 'late', '50'),
  move('cut', 5, 'late', 'part', '10'),
]);

test('the story has nothing to refuse', () => {
  assert.equal(state.refused.size + state.waiting.size, 0);
});

test('a recall finds what came after, and leaves out what was drawn before', async () => {
  const { lots, cut } = await trace(edgesOf(state), ['bad'], 'down');
  assert.deepEqual(
    lots.map(({ lot, generation }) => `${generation} ${lot}`),
    ['0 bad', '1 tank', '2 late', '3 part'],
  );
  assert.equal(cut, undefined);
});

test('a trace up leaves out what came in after the draw', async () => {
  const up = async (lot: string) => (await trace(edgesOf(state), [lot], 'up')).lots.map((each) => each.lot);
  assert.deepEqual(await up('early'), ['early', 'tank', 'good']);
  assert.deepEqual((await up('part')).sort(), ['bad', 'good', 'late', 'part', 'tank']);
});

test('a trace that was cut says so', async () => {
  const { lots, cut } = await trace(edgesOf(state), ['part'], 'up', { generations: 2, lots: 100 });
  assert.deepEqual([lots.length, cut?.code], [3, 'TRACE_TOO_WIDE']);
});

test('what became of a lot is said with quantities: half of what was in the tank was of the bad lot', () => {
  const { ever, left } = whatBecameOf(state, 'bad');
  const told = (shares: typeof ever) =>
    shares.map(({ lot, amount, of }) => `${lot} ${textOf(amount)} of ${textOf(of)}`);
  assert.deepEqual(told(ever), ['bad 100 of 100', 'tank 40 of 100', 'late 25 of 50', 'part 5 of 10']);
  assert.deepEqual(told(left), ['bad 60 of 60', 'tank 15 of 30', 'late 20 of 40', 'part 5 of 10']);
});
