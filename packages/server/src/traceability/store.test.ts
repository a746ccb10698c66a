import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import {
  edgesOf,
  exactPolicy,
  isFlow,
  replay,
  type TraceEvent,
  type TraceState,
  trace,
} from '@portolan/traceability';
import { flow, history, minute, transfer, voided } from '@portolan/traceability/testing';
import fc from 'fast-check';
import { withTransaction } from '../platform/transaction.ts';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { storedEdges } from './edges.ts';
import { keyOf } from './keys.ts';
import { type StoredEvent, storeTraceEvents, withdrawTraceEvents } from './store.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

function store(tenant: string, events: readonly TraceEvent[]): Promise<StoredEvent[]> {
  return withTransaction(database.pool, (tx) => storeTraceEvents(tx, tenant, events, exactPolicy));
}

/** More in a long run: `PORTOLAN_TRACE_RUNS=2000`. */
const runs = Number(process.env.PORTOLAN_TRACE_RUNS ?? 25);

/** Lots with their balances, and the events that don't count, of a tenant's ledger. */
async function stored(tenant: string): Promise<unknown> {
  const lots = await database.pool.query(
    'select lot, produced::text, drawn::text, last_drawn from trace_lots where tenant_id = $1 order by lot collate "C"',
    [tenant],
  );
  const { rows } = await database.pool.query<{ body: string; state: string }>(
    `select body, state from trace_events where tenant_id = $1 and state <> 'accepted'`,
    [tenant],
  );
  const others = rows.map(({ body, state }) => `${JSON.parse(body).id} ${state}`);
  return [lots.rows.map((row) => Object.values(row)), others.sort()];
}

function computed(state: TraceState): unknown {
  const lots = [...state.lots.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const named = (events: ReadonlyMap<string, unknown>, word: string) =>
    [...events.keys()].map((id) => `${id} ${word}`);
  const others = [
    ...named(state.refused, 'refused'),
    ...named(state.waiting, 'waiting'),
    ...named(new Map([...state.superseded].filter(([id]) => !state.refused.has(id))), 'superseded'),
  ];
  return [
    lots.map(({ id, produced, drawn, lastDrawn }) => [id, `${produced}`, `${drawn}`, lastDrawn ?? null]),
    others.sort(),
  ];
}

/** A history with claims that contradict it, known to the log earlier or later, and with events taken back and corrected. */
const disputed = history.chain((events) =>
  fc
    .array(fc.record({ fate: fc.nat(5), logged: fc.nat(60) }), {
      minLength: events.length,
      maxLength: events.length,
    })
    .chain((fates) => {
      const all = events.flatMap((event, index) => [event, ...dispute(event, fates[index] as Fate)]);
      return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
    }),
);
interface Fate {
  readonly fate: number;
  readonly logged: number;
}

function dispute(event: TraceEvent, { fate, logged }: Fate): TraceEvent[] {
  const knownAt = minute(logged) as TraceEvent['knownAt'];
  if (!isFlow(event)) return [];
  const outputs = event.outputs.map((output) => ({
    ...output,
    lot: output.pool ? output.lot : `${output.lot} again`,
  }));
  if (fate === 0 && event.kind !== 'produce')
    return [{ ...event, id: `${event.id} again`, knownAt, outputs }];
  if (fate === 1) return [voided({ id: `${event.id} void`, at: 99, corrects: event.id })];
  return [];
}

test('whatever order events are sent in, and however many at a time, the ledger is that of replaying all at once', async () => {
  const batches = fc.tuple(disputed, fc.integer({ min: 1, max: 12 }));
  await fc.assert(
    fc.asyncProperty(batches, async ([events, size]) => {
      const tenant = randomUUID();
      for (let index = 0; index < events.length; index += size)
        await store(tenant, events.slice(index, index + size));
      assert.deepEqual(await stored(tenant), computed(replay(events)));
    }),
    { numRuns: runs, endOnFailure: true },
  );
});

const pour = flow({ id: 'pour', kind: 'produce', at: 0, outputs: [{ lot: 'heat', quantity: '100' }] });
const cut = flow({
  id: 'cut',
  kind: 'split',
  at: 10,
  inputs: [{ lot: 'heat', quantity: '60' }],
  outputs: [{ lot: 'coil', quantity: '60' }],
});

test('an event waits for its lot, and counts as soon as that is known', async () => {
  const tenant = randomUUID();
  assert.deepEqual(
    (await store(tenant, [cut])).map(({ state }) => state),
    ['waiting'],
  );
  await store(tenant, [pour]);
  assert.deepEqual(
    (await store(tenant, [cut])).map(({ state }) => state),
    ['accepted'],
  );
});

test('sending the same again changes nothing; another event under the same name is refused', async () => {
  const tenant = randomUUID();
  await store(tenant, [pour, cut]);
  const before = await stored(tenant);
  await store(tenant, [cut, pour]);
  const [other] = await store(tenant, [{ ...cut, by: 'did:example:other' }]);
  assert.deepEqual([other?.state, other?.refusals[0]?.code], ['refused', 'TRACE_EVENT_CONFLICT']);
  assert.deepEqual(await stored(tenant), before);
});

test('one tenant’s lots are not another’s', async () => {
  await store(randomUUID(), [pour]);
  assert.deepEqual(
    (await store(randomUUID(), [cut])).map(({ state }) => state),
    ['waiting'],
  );
});

test('two that draw the same lot at the same time: one is refused', async () => {
  const tenant = randomUUID();
  await store(tenant, [pour]);
  const other = flow({
    id: 'other',
    kind: 'split',
    at: 10,
    knownAt: 11,
    inputs: [{ lot: 'heat', quantity: '60' }],
    outputs: [{ lot: 'slab', quantity: '60' }],
  });
  await Promise.all([store(tenant, [cut]), store(tenant, [other])]);
  assert.deepEqual(await stored(tenant), computed(replay([pour, cut, other])));
});

test('title passes once, however the claims arrive', async () => {
  const sale = (id: string, to: string, at: number, knownAt: number) =>
    transfer({ id, at, knownAt, lot: 'heat', from: 'did:example:mill', to });
  const events = [pour, sale('late', 'did:example:b', 5, 40), sale('first', 'did:example:c', 10, 20)];
  for (const order of [events, [...events].reverse()]) {
    const tenant = randomUUID();
    for (const event of order) await store(tenant, [event]);
    assert.deepEqual(await stored(tenant), computed(replay(events)));
  }
});

test('a trace over the store reaches what a trace over the events reaches', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (events) => {
      const tenant = randomUUID();
      await store(tenant, events);
      const state = replay(events);
      const last = state.flows.at(-1)?.outputs[0]?.lot ?? 'lot 0';
      const names = new Map([...state.lots.keys()].map((lot) => [keyOf(lot), lot]));
      const there = await trace(storedEdges(database.pool, tenant), [keyOf(last)], 'up');
      const here = await trace(edgesOf(state), [last], 'up');
      assert.deepEqual(
        there.lots.map(({ lot }) => names.get(lot)).sort(),
        here.lots.map(({ lot }) => lot).sort(),
      );
    }),
    { numRuns: 15 },
  );
});

test('what is withdrawn never was: the rest comes to what it would have come to alone', async () => {
  await fc.assert(
    fc.asyncProperty(disputed, fc.nat(), async (events, pick) => {
      const unique = [...new Map(events.map((event) => [event.id, event])).values()];
      const gone = unique.filter((_, index) => (index + pick) % 5 === 0);
      const tenant = randomUUID();
      for (const event of unique) await store(tenant, [event]);
      await withTransaction(database.pool, (tx) => withdrawTraceEvents(tx, tenant, gone, exactPolicy));
      const rest = unique.filter((event) => !gone.includes(event));
      assert.deepEqual(await stored(tenant), computed(replay(rest)));
    }),
    { numRuns: runs },
  );
});
