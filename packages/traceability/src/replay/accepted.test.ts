import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compositions } from '../balance/composition.ts';
import type { TraceEvent } from '../event/event.ts';
import { history } from '../testing/history.ts';
import { whatBecameOf } from '../trace/became.ts';
import { edgesOf } from '../trace/edges.ts';
import { trace } from '../trace/trace.ts';
import { acceptedState } from './accepted.ts';
import { replay, type TraceState } from './replay.ts';

const accepted = ({ flows }: TraceState): TraceEvent[] => [...flows];
const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
const parts = (map: ReadonlyMap<string, ReadonlyMap<string, bigint>>) =>
  sorted(map).map(([lot, composition]) => [lot, sorted(composition)]);

test('accepted events in any order come to the lots and compositions of the whole replay', () => {
  fc.assert(
    fc.property(
      history.chain((events) => fc.shuffledSubarray(events, { minLength: events.length })),
      (events) => {
        const whole = replay(events);
        const again = acceptedState(accepted(whole).reverse());
        const amounts = ({ lots }: TraceState) =>
          sorted(lots).map(([id, { produced, drawn, lastDrawn }]) => [id, produced, drawn, lastDrawn]);
        assert.deepEqual(amounts(again), amounts(whole));
        assert.deepEqual(parts(compositions(again).left), parts(compositions(whole).left));
      },
    ),
    { numRuns: 60 },
  );
});

test('the family of a lot alone says the same of it as the whole ledger: what it is made of, and what it became', async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.nat(), async (events, pick) => {
      const whole = replay(events);
      const ids = [...whole.lots.keys()].sort();
      const lot = ids[pick % Math.max(1, ids.length)];
      if (lot === undefined) return;
      const up = await partOf(whole, lot, 'up');
      assert.deepEqual(
        sorted(compositions(up).left.get(lot) ?? new Map()),
        sorted(compositions(whole).left.get(lot) ?? new Map()),
      );
      const down = await partOf(whole, lot, 'down');
      const shares = (state: TraceState) =>
        whatBecameOf(state, lot).left.sort((a, b) => (a.lot < b.lot ? -1 : 1));
      assert.deepEqual(shares(down), shares(whole));
    }),
    { numRuns: 60 },
  );
});

/** What a store reads for a lot: every event that touches a lot of its family, and the lots outside that these draw on. */
async function partOf(whole: TraceState, lot: string, direction: 'up' | 'down'): Promise<TraceState> {
  const family = new Set((await trace(edgesOf(whole), [lot], direction)).lots.map((each) => each.lot));
  const touching = whole.flows.filter(({ inputs, outputs }) =>
    [...inputs, ...outputs].some((end) => family.has(end.lot)),
  );
  const outside = touching.flatMap(({ inputs }) => inputs).filter((end) => !family.has(end.lot));
  const lots = [...new Set(outside.map((end) => end.lot))].flatMap((id) => whole.lots.get(id) ?? []);
  return acceptedState(touching, lots);
}
