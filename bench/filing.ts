// How many filings an agency's node takes and decides a second, end to end over HTTP: each is a signed envelope with eight
// credentials of its own, delivered to POST /api/inbox of a node in another process, with durable commits. Beside it the
// raw Ed25519 verifications that the machine makes a second, since each filing needs nine: its envelope and its credentials.
//
//   node scripts/run.mjs bench/filing.ts [filings, 3000] [envelopes a request, 50] [requests in flight, 3] [--cpu-prof] [further flags of Node.js]

import { mkdtemp } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Delivery } from '@portolan/contract';
import { generateEd25519, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { databaseCpu } from '../packages/server/src/torture/process/database-cpu.ts';
import { type NodeHome, openHome } from '../packages/server/src/torture/process/node-home.ts';
import { prepareCommunity } from '../packages/server/src/torture/process/prepare-community.ts';
import { prepareFiling } from '../packages/server/src/torture/shipment/filing.ts';

const [filings = 3000, batch = 50, inFlight = 3] = process.argv.slice(2).map(Number).filter(Number.isFinite);
const aim = 300;
/** Taken before the clock starts, so that code and caches are as warm as in a node that has run for a minute. */
const warmUp = 2000;
const verificationsPerFiling = 9;
const firstSerial = 1_000_000;
const settleMs = 600_000;

const profiles = process.argv.includes('--cpu-prof')
  ? await mkdtemp(join(tmpdir(), 'portolan-profile-'))
  : undefined;
const further = process.argv.slice(2).filter((word) => word.startsWith('--') && word !== '--cpu-prof');
const flags = [...further, ...(profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [])];
const home = await openHome(flags);
const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
try {
  await prepareCommunity(home.node.url);
  const { value: bodies, ms: preparing } = await timed(() => prepareAll(filings + warmUp));
  const warmBodies = bodies.splice(0, Math.ceil(warmUp / batch));
  const megabytes = bodies.reduce((sum, body) => sum + body.length, 0) / 1e6;
  const each = `${(preparing / (filings + warmUp)).toFixed(1)} ms each`;
  print('prepared and signed', `${bodies.length * batch} filings, ${megabytes.toFixed(0)} MB, ${each}`);
  const raw = rawVerifications();
  print('raw Ed25519', `${Math.round(raw)} verifications/s on one core`);

  await deliverAll(warmBodies);
  await settled();
  const before = await used(home);
  const { value, ms } = await timed(() => deliverAll(bodies));
  const after = await used(home);
  const { decided, latencies } = value;
  if (decided !== bodies.length * batch) throw new Error(`only ${decided} filings were decided`);
  const perSecond = (decided / ms) * 1000;
  const load = `${batch} envelopes a request, ${inFlight} in flight`;
  print('taken, decided, durable', `${perSecond.toFixed(0)} filings/s (aim ${aim}); ${load}`);
  print(`a request of ${batch} filings`, `p50 ${at(latencies, 0.5)}, p99 ${at(latencies, 0.99)}`);
  const spent = (part: keyof Used) => `${(((after[part] - before[part]) / decided) * 1000).toFixed(2)} ms`;
  const nodeTime = `node ${spent('node')} (${spent('main')} on its main thread)`;
  print('processor time a filing', `${nodeTime}, database ${spent('database')}`);
  const ratio = raw / (perSecond * verificationsPerFiling);
  print(`beside ${verificationsPerFiling} raw verifications`, `${ratio.toFixed(1)} times their time`);
  const rest = await timed(settled);
  const receipted = (decided / (ms + rest.ms)) * 1000;
  const late = `${(rest.ms / 1000).toFixed(1)} s after the last decision`;
  print('every party has its receipts', `${receipted.toFixed(0)} filings/s, ${late}`);
} finally {
  agent.destroy();
  await home.close();
}
if (profiles) print('profile of the node', profiles);

/** Request bodies with `batch` filings each. */
async function prepareAll(count: number): Promise<Buffer[]> {
  const bodies: Buffer[] = [];
  for (let start = 0; start < count; start += batch) {
    const serials = Array.from({ length: batch }, (_, index) => firstSerial + start + index);
    const envelopes = await Promise.all(serials.map(async (serial) => (await prepareFiling(serial)).wire));
    bodies.push(Buffer.from(JSON.stringify({ envelopes })));
  }
  return bodies;
}

/** Delivers all requests, a few at a time; counts the filings that were acknowledged with a decision. */
async function deliverAll(bodies: readonly Buffer[]): Promise<{ decided: number; latencies: number[] }> {
  const waiting = bodies.values();
  const latencies: number[] = [];
  let decided = 0;
  const sender = async () => {
    for (const body of waiting) {
      const { value, ms } = await timed(() => post(`${home.node.url}/api/inbox`, body));
      latencies.push(ms);
      const { deliveries } = JSON.parse(value) as { deliveries: Delivery[] };
      decided += deliveries.filter(({ state, filing }) => state === 'taken' && filing?.outcome).length;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, sender));
  return { decided, latencies: latencies.sort((left, right) => left - right) };
}

function post(url: string, body: Buffer): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const headers = { 'content-type': 'application/json', 'content-length': body.length };
  const call = request(url, { agent, method: 'POST', headers }, (answer) => {
    let text = '';
    answer.setEncoding('utf8');
    answer.on('data', (part: string) => {
      text += part;
    });
    answer.on('end', () => (answer.statusCode === 200 ? resolve(text) : reject(new Error(text))));
  });
  call.on('error', reject);
  call.end(body);
  return promise;
}

/** Resolves when the node owes nobody anything. */
function settled(): Promise<void> {
  return home.withStore((store) => store.settled(settleMs));
}

/** Seconds of processor time so far. */
interface Used {
  readonly node: number;
  readonly main: number;
  readonly database: number;
}

async function used({ node }: NodeHome): Promise<Used> {
  const database = (await databaseCpu((await node.databasePid()) ?? 0)) ?? Number.NaN;
  const { cpu, mainCpu } = await node.use();
  return { node: cpu, main: mainCpu, database };
}

/** The best of a few rounds. */
function rawVerifications(): number {
  const { publicKey, privateKey } = generateEd25519();
  const message = nodeCrypto.randomBytes(64);
  const signature = signEd25519(privateKey, message);
  const perSecond = (count: number) => {
    const began = performance.now();
    for (let index = 0; index < count; index += 1) nodeCrypto.verifyEd25519(publicKey, message, signature);
    return (count / (performance.now() - began)) * 1000;
  };
  return Math.max(...[500, 4000, 4000, 4000].map(perSecond));
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const began = performance.now();
  const value = await work();
  return { value, ms: performance.now() - began };
}

function at(sorted: readonly number[], share: number): string {
  return `${Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)} ms`;
}

function print(name: string, text: string): void {
  console.log(name.padEnd(34) + text);
}
