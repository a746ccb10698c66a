import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { textOf } from '../amount/amount.ts';
import { type Composition, sumOf } from '../amount/apportion.ts';
import { compositions } from '../balance/composition.ts';
import { isFlow, type TraceEvent } from '../event/event.ts';
import { minute } from '../testing/events.ts';
import { history } from '../testing/history.ts';
import { replay, type TraceState } from './replay.ts';

/** Everything a state says, as text. */
function told(state: TraceState): string {
  const { made, left } = compositions(state);
  const parts = (composition: Composition | undefined) =>
    [...(composition ?? [])].sort().map(([key, amount]) => `${key} ${textOf(amount)}`);
  const lots = [...state.lots.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, produced, drawn }) => [
      id,
      textOf(produced),
      textOf(drawn),
      parts(made.get(id)),
      parts(left.get(id)),
    ]);
  return JSON.stringify([lots, [...state.refused], [...state.waiting], state.flows.map(({ id }) => id)]);
}

const shuffled = history.chain((events) =>
  fc.record({
    events: fc.constant(events),
    arrived: fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
    logged: fc.array(fc.nat(1000), { minLength: events.length, maxLength: events.length }),
  }),
);

test('arrival order never changes the result', () => {
  fc.assert(
    fc.property(shuffled, ({ events, arrived }) => {
      assert.equal(told(replay(arrived)), told(replay(events)));
    }),
  );
});

test('nor does the order in which the log knew the events, while none contradicts another', () => {
  fc.assert(
    fc.property(shuffled, ({ events, logged }) => {
      const later = events.map((event, index) => ({
        ...event,
        knownAt: minute(1000 + (logged[index] as number)) as TraceEvent['knownAt'],
      }));
      const state = replay(later);
      assert.equal(state.refused.size, 0);
      assert.equal(told(state), told(replay(events)));
    }),
  );
});

test('with contradictions in it too, the result depends on the set of events alone', () => {
  const doubled = shuffled.map(({ arrived, logged }) =>
    arrived.flatMap((event, index) => {
      if (!isFlow(event) || (logged[index] as number) > 400 || event.kind === 'produce') return [event];
      const knownAt = minute(logged[index] as number) as TraceEvent['knownAt'];
      const outputs = event.outputs.map((output) => ({
        ...output,
        lot: output.pool ? output.lot : `${output.lot} again`,
      }));
      return [event, { ...event, id: `${event.id} again`, knownAt, outputs }];
    }),
  );
  fc.assert(
    fc.property(doubled, (events) => {
      assert.equal(told(replay([...events].reverse())), told(replay(events)));
    }),
  );
});

test('nothing comes of nothing: per component, what is left and what was lost is what was produced', () => {
  fc.assert(
    fc.property(history, (events) => {
      const state = replay(events);
      const { left, moved } = compositions(state);
      const produced = new Map<string, bigint>();
      for (const { outputs } of state.flows.filter(({ kind }) => kind === 'produce'))
        for (const { key, amount } of outputs[0]?.components ?? [])
          produced.set(key, (produced.get(key) ?? 0n) + BigInt(amount) * 10n ** 15n);
      const found = new Map<string, bigint>();
      const lost = state.flows.filter(({ kind }) => kind === 'lose').map(({ id }) => moved.get(id));
      for (const parts of [...left.values(), ...lost])
        for (const [key, amount] of parts ?? []) found.set(key, (found.get(key) ?? 0n) + amount);
      assert.deepEqual(new Map([...found].sort()), new Map([...produced].sort()));
    }),
  );
});

test('a lot holds exactly what its components come to', () => {
  fc.assert(
    fc.property(history, (events) => {
      const state = replay(events);
      const { made, left } = compositions(state);
      for (const { id, produced, drawn } of state.lots.values()) {
        assert.equal(sumOf(made.get(id) ?? new Map()), produced);
        assert.equal(sumOf(left.get(id) ?? new Map()), produced - drawn);
      }
    }),
  );
});
