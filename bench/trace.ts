// A ledger of many trace events: how fast they are taken in (each checked against the ledger, in batches, in bounded memory),
// and how long a trace of a lot with exactly 1,000 ancestors in 30 generations takes at that size. Beside the loading stands a
// bare COPY of the same event bodies into a table with a primary key, in the same database.
//
// On the way, at every million, it says how far it is and traces at that size.
//
//   node scripts/run.mjs bench/trace.ts [--events 1000000 | --full] [--batch 5000] [--traces 200] [--keep folder]
//
// --full is 10 million events: half an hour and 20 GB of disk. --keep leaves the database in a folder; a run that finds one there
// traces it and loads nothing.

import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { expectOk } from '@portolan/kernel';
import { exactPolicy, type TraceEvent, trace } from '@portolan/traceability';
import { from as copyFrom } from 'pg-copy-streams';
import { migrations } from '../packages/server/src/migrations/index.ts';
import { migrate } from '../packages/server/src/platform/migrate.ts';
import { createPool } from '../packages/server/src/platform/pool.ts';
import { withTransaction } from '../packages/server/src/platform/transaction.ts';
import { ensureDatabase, startCluster } from '../packages/server/src/postgres/cluster.ts';
import { type TestDatabase, testDatabase } from '../packages/server/src/testing/database.ts';
import { storedEdges } from '../packages/server/src/traceability/edges.ts';
import { keyOf } from '../packages/server/src/traceability/keys.ts';
import { storeTraceEvents } from '../packages/server/src/traceability/store.ts';

const { values: flags } = parseArgs({
  options: {
    ...{ events: { type: 'string', default: '1000000' }, full: { type: 'boolean', default: false } },
    ...{ batch: { type: 'string', default: '5000' }, traces: { type: 'string', default: '200' } },
    keep: { type: 'string' },
  },
});
const events = flags.full ? 10_000_000 : Number(flags.events);
const batch = Number(flags.batch);
const traces = Number(flags.traces);
/**
 * Lots of a family by generation, the oldest first. Each is blended from two of the generation before, so that the youngest has
 * every other as its ancestor: 1,000 of them.
 */
const generationSizes = [...Array(13).fill(38), ...Array(12).fill(37), 32, 16, 8, 4, 2, 1] as number[];
const ancestorsOfYoungest = 1000;
const familySize = generationSizes.reduce((sum, size) => sum + size, 0);
const milestone = 1_000_000;
const begun = performance.now();

const database = flags.keep ? await keptDatabase(resolve(flags.keep)) : await testDatabase();
// Keys are spread at random, so that nearly every row touches a page of its own, and the first touch after a checkpoint writes the
// whole page to the log: checkpoints must be rare while a ledger of this size is loaded (docs/guides/operator.md).
await database.pool.query(`alter system set max_wal_size = '16GB'`);
await database.pool.query('select pg_reload_conf()');
const kept = await database.pool.query<{ tenant: string }>(
  'select tenant_id as tenant from trace_events limit 1',
);
const tenant = kept.rows[0]?.tenant ?? randomUUID();
const walBegun = (await database.pool.query('select pg_current_wal_insert_lsn() as at')).rows[0].at;
try {
  const loaded = kept.rows.length > 0 ? await countKept() : events;
  if (kept.rows.length === 0) await loadAll();
  else print('kept from an earlier run', `${loaded} events`);
  const { times, processor } = await traceSome(loaded);
  print('a trace reaches', `${ancestorsOfYoungest} ancestors in ${generationSizes.length - 1} generations`);
  print(
    'time of a trace',
    `p50 ${at(times, 0.5)} ms, p99 ${at(times, 0.99)} ms (limit 100 ms), of ${traces} traces of different lots`,
  );
  print('processor in this process', `${processor.toFixed(1)} ms a trace`);
} finally {
  await database.close();
}

async function loadAll(): Promise<void> {
  const copied = Math.min(events, 200_000);
  const bare = await timed(() => copyBodies(copied));
  print('bare COPY', `${perSecond(copied, bare)} event bodies/s (${copied} of them)`);
  const loading = await timed(load);
  print('taken in and checked', `${perSecond(events, loading)} events/s, ${events} in ${seconds(loading)}`);
  print('beside bare COPY', `${(loading / events / (bare / copied)).toFixed(1)} times its time an event`);
  print('memory of the process', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
  const { rows } = await database.pool.query('select pg_database_size(current_database())::bigint as bytes');
  print('size of the database', `${(Number(rows[0].bytes) / 1e9).toFixed(1)} GB`);
}

async function countKept(): Promise<number> {
  const { rows } = await database.pool.query<{ events: string }>(
    'select count(*)::text as events from trace_events where tenant_id = $1',
    [tenant],
  );
  return Number(rows[0]?.events);
}

/** A database in a folder of its own, which stays there. */
async function keptDatabase(folder: string): Promise<TestDatabase> {
  const cluster = expectOk(await startCluster({ folder }));
  const url = await ensureDatabase(cluster, 'ledger');
  const pool = createPool(url, { max: 10, applicationName: 'portolan-bench' });
  expectOk(await migrate(pool, migrations));
  const close = async () => {
    await pool.end();
    await cluster.stop();
  };
  return { url, pool, close };
}

async function load(): Promise<void> {
  let part: TraceEvent[] = [];
  let done = 0;
  for (const event of generated(events)) {
    part.push(event);
    if (part.length < batch) continue;
    await take(part);
    done += part.length;
    part = [];
    if (Math.floor(done / milestone) > Math.floor((done - batch) / milestone)) await sayHowFar(done);
  }
  await take(part);
}

/** Processor time tells more than the clock where the machine does other work too. */
async function sayHowFar(done: number): Promise<void> {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const { times } = await traceSome(done);
  const clock = perSecond(done, performance.now() - begun);
  const { rows } = await database.pool.query('select pg_current_wal_insert_lsn() - $1::pg_lsn as written', [
    walBegun,
  ]);
  process.stderr.write(
    `${done} events: ${clock}/s by the clock, ${Math.round((userCPUTime + systemCPUTime) / done)} µs of this process an event, ` +
      `${(Number(rows[0].written) / done / 1024).toFixed(1)} kB of write-ahead log an event, ${Math.round(maxRSS / 1024)} MB, trace p50 ${at(times, 0.5)} p99 ${at(times, 0.99)} ms\n`,
  );
}

async function take(part: readonly TraceEvent[]): Promise<void> {
  if (part.length === 0) return;
  const results = await withTransaction(database.pool, (tx) =>
    storeTraceEvents(tx, tenant, part, exactPolicy),
  );
  const bad = results.find(({ state }) => state !== 'accepted');
  if (bad) throw new Error(`${bad.event} was ${bad.state}: ${bad.refusals[0]?.message}`);
}

/** Families of lots: a generation that was produced, then generations of blends. */
function* generated(count: number): Generator<TraceEvent> {
  for (let family = 0, index = 0; index < count; family += 1)
    for (const [generation, size] of generationSizes.entries())
      for (let place = 0; place < size && index < count; place += 1, index += 1)
        yield eventOf(index, family, generation, place);
}

function eventOf(index: number, family: number, generation: number, place: number): TraceEvent {
  const time = new Date(Date.UTC(2026, 0, 1) + (family * generationSizes.length + generation) * 1000);
  const at = time.toISOString();
  const parents = parentsOf(generation, place);
  const mass = massIn(generation);
  const inputs = parents.map((parent) => ({
    lot: lotName(family, generation - 1, parent),
    quantity: kilograms(String(mass / parents.length)),
  }));
  const output = { lot: lotName(family, generation, place), commodity: 'steel' };
  return {
    ...{ id: `urn:sample:event:${index}`, at, knownAt: at, by: 'did:example:mill' },
    ...{ kind: inputs.length === 0 ? 'produce' : 'blend', inputs, losses: [] },
    outputs: [{ ...output, quantity: kilograms(String(mass)) }],
  } as unknown as TraceEvent;
}

/** Two places of the generation before; together the places of a generation reach all of it. */
function parentsOf(generation: number, place: number): number[] {
  const size = generationSizes[generation] as number;
  const before = generationSizes[generation - 1];
  if (before === undefined) return [];
  const further = place + size < before ? place + size : (place * 11 + generation) % before;
  return [...new Set([place % before, further])];
}

/** Each child takes at most a quarter of a parent, and no parent has more than four. */
function massIn(generation: number): number {
  return 2 ** (40 - generation);
}

function lotName(family: number, layer: number, place: number): string {
  return `urn:sample:lot:${family}-${layer}-${place}`;
}

function kilograms(value: string): { value: string; unit: string } {
  return { value, unit: 'KGM' };
}

/** Traces the youngest lots of families that are spread over the whole ledger; the times in milliseconds. */
async function traceSome(loaded: number): Promise<{ times: number[]; processor: number }> {
  await database.pool.query('analyze trace_ends');
  const families = Math.floor(loaded / familySize);
  if (families === 0) throw new Error(`a family is of ${familySize} events`);
  const source = storedEdges(database.pool, tenant);
  const times: number[] = [];
  const begun = process.cpuUsage();
  for (let index = 0; index < traces; index += 1) {
    const family = Math.floor((index * families) / traces);
    const start = keyOf(lotName(family, generationSizes.length - 1, 0));
    const started = performance.now();
    const { lots } = await trace(source, [start], 'up');
    times.push(performance.now() - started);
    const deepest = Math.max(...lots.map(({ generation }) => generation));
    if (lots.length - 1 !== ancestorsOfYoungest || deepest !== generationSizes.length - 1)
      throw new Error(`a trace reached ${lots.length - 1} ancestors in ${deepest} generations`);
  }
  const { system, user } = process.cpuUsage(begun);
  return { times, processor: (system + user) / 1000 / traces };
}

async function copyBodies(count: number): Promise<void> {
  await database.pool.query('create table bare (event_id text primary key, body text not null)');
  const client = await database.pool.connect();
  try {
    const stream = client.query(copyFrom('copy bare (event_id, body) from stdin'));
    await pipeline(async function* () {
      for (const event of generated(count)) yield `${event.id}\t${JSON.stringify(event)}\n`;
    }, stream);
  } finally {
    client.release();
  }
  await database.pool.query('drop table bare');
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function perSecond(count: number, ms: number): string {
  return Math.round((count / ms) * 1000).toLocaleString('en-US');
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(0)} s`;
}

function at(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
}

function print(what: string, value: string): void {
  console.log(`${what.padEnd(24)} ${value}`);
}
