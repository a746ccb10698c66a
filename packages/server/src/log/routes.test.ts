import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { expectOk, fromBase64 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import {
  CompactRange,
  decodeEntries,
  leafHash,
  openCheckpoint,
  parseNoteKey,
  tileWidth,
  verifyConsistency,
} from '@portolan/ledger';
import fastify, { type FastifyInstance } from 'fastify';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { logRoutes } from './routes.ts';
import { appendAll, testLog, testStatements } from './testing/test-log.ts';

let database: TestDatabase;
let app: FastifyInstance;

before(async () => {
  database = await testDatabase();
  app = fastify();
  app.decorate('checksAnswers', true);
  logRoutes(app, { pool: database.pool, crypto: nodeCrypto });
  assert.equal((await app.inject('/log/checkpoint')).statusCode, 503);
  assert.equal((await app.inject('/log/key')).statusCode, 503);
  assert.equal((await app.inject('/api/log')).statusCode, 503);
  const log = await testLog(database.pool);
  await log.start();
  for (let round = 0; round < 55; round += 1)
    await log.settled(await appendAll(database.pool, log, testStatements(`round ${round}`, 12)), 20_000);
  await log.stop();
});
after(async () => {
  await app.close();
  await database.close();
});

test('anybody can read the log with its key, its checkpoint and its entries alone', async () => {
  const key = await app.inject('/log/key');
  const checkpoint = await app.inject('/log/checkpoint');
  assert.match(String(checkpoint.headers['content-type']), /^text\/plain; charset=utf-8/);
  const keys = [expectOk(parseNoteKey(nodeCrypto, key.body.trim()))];
  const opened = expectOk(await openCheckpoint(nodeCrypto, checkpoint.body, keys));
  assert.equal(opened.size, 660);
  const range = new CompactRange(nodeCrypto);
  for (const [bundle, width] of [
    ['000', 256],
    ['001', 256],
    ['002.p/148', 148],
  ] as const) {
    const answer = await app.inject(`/log/tile/entries/${bundle}`);
    assert.equal(answer.headers['content-type'], 'application/octet-stream');
    assert.match(String(answer.headers['cache-control']), /immutable/);
    const entries = expectOk(decodeEntries(answer.rawPayload));
    assert.equal(entries.length, width);
    for (const entry of entries) range.append(leafHash(nodeCrypto, entry));
  }
  assert.deepEqual([...range.root()], [...opened.root]);
});

test('tiles are served whole and partial, as wide as the tree has them', async () => {
  assert.equal(tileWidth({ level: 0, index: 2 }, 660), 148);
  const full = await app.inject('/log/tile/0/001');
  const part = await app.inject('/log/tile/0/002.p/148');
  const less = await app.inject('/log/tile/0/002.p/100');
  const upper = await app.inject('/log/tile/1/000.p/2');
  assert.deepEqual(
    [full, part, less, upper].map(({ rawPayload }) => rawPayload.length),
    [8192, 4736, 3200, 64],
  );
  assert.ok(part.rawPayload.subarray(0, 3200).equals(less.rawPayload));
});

test('tiles that are not there, and paths that name none, are refused', async () => {
  const statusOf = async (path: string) => (await app.inject(`/log/tile/${path}`)).statusCode;
  assert.equal(await statusOf('0/002'), 404);
  assert.equal(await statusOf('0/002.p/149'), 404);
  assert.equal(await statusOf('0/003.p/1'), 404);
  assert.equal(await statusOf('9/000'), 404);
  assert.equal(await statusOf('entries/002'), 404);
  assert.equal(await statusOf('64/000'), 400);
  assert.equal(await statusOf('0/2'), 400);
  assert.equal(await statusOf('0/000.p/256'), 400);
  assert.equal(await statusOf('0/x999/x999/x999/x999/x999/999'), 400);
  assert.equal((await app.inject('/log/tile/0/2')).json().refusals[0].code, 'LEDGER_TILE_PATH_INVALID');
});

test('the summary pages through the checkpoints from the newest down', async () => {
  const first = (await app.inject('/api/log')).json();
  assert.equal(first.size, 660);
  assert.equal(first.checkpoints.length, 50);
  assert.equal(first.checkpoints[0].size, 660);
  // How many there are depends on how the sequencer came to run between the appends.
  const sizes: number[] = [];
  for (let page = first; ; page = (await app.inject(`/api/log?cursor=${page.next}`)).json()) {
    sizes.push(...page.checkpoints.map(({ size }: { size: number }) => size));
    if (page.next === undefined) break;
    assert.equal(page.checkpoints.length, 50);
  }
  assert.ok(sizes.length > 50);
  assert.equal(sizes.at(-1), 0);
  assert.deepEqual(
    sizes,
    [...new Set(sizes)].toSorted((a, b) => b - a),
  );
  assert.equal((await app.inject('/api/log?cursor=x')).statusCode, 422);
});

test('consistency proofs join any two published checkpoints', async () => {
  const { checkpoints } = (await app.inject('/api/log')).json();
  const newest = checkpoints[0];
  for (const older of checkpoints.slice(1)) {
    const answer = (await app.inject(`/api/log/proof?first=${older.size}&second=${newest.size}`)).json();
    const path = answer.proof.map((hash: string) => fromBase64(hash));
    const [from, to] = [older.root, newest.root].map((root: string) => fromBase64(root) as Uint8Array);
    const proof = { first: older.size, second: newest.size, path };
    assert.ok(verifyConsistency(nodeCrypto, proof, from as Uint8Array, to as Uint8Array).ok);
  }
  for (const query of ['first=2&second=1', 'first=1&second=661'])
    assert.equal(
      (await app.inject(`/api/log/proof?${query}`)).json().refusals[0].code,
      'LEDGER_CONSISTENCY_RANGE',
    );
});
