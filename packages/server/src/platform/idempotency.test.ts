import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Digest, expectOk, instant } from '@portolan/kernel';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { claimIdempotencyKey, keepAnswer } from './idempotency.ts';
import { withTransaction } from './transaction.ts';

let database: TestDatabase;

before(async () => {
  database = await testDatabase();
});
after(() => database.close());

const digest = (digit: string) => `sha256:${digit.repeat(64)}` as Digest;
const request = (key: string, digit = '1') => ({
  ...{ source: 'broker', key, requestDigest: digest(digit) },
  at: instant('2026-06-12T00:00:00.000Z'),
});

async function work(key: string): Promise<'done' | 'kept'> {
  return withTransaction(database.pool, async (client) => {
    const kept = expectOk(await claimIdempotencyKey(client, request(key)));
    if (kept) return 'kept';
    await keepAnswer(client, request(key), { status: 201, answer: { b: 1, a: 2 } });
    return 'done';
  });
}

test('of requests that arrive together with one key, one does the work and all get its answer', async () => {
  const outcomes = await Promise.all([work('k1'), work('k1'), work('k1'), work('k1')]);
  assert.deepEqual(outcomes.sort(), ['done', 'kept', 'kept', 'kept']);
  const kept = await withTransaction(database.pool, (client) => claimIdempotencyKey(client, request('k1')));
  assert.equal(JSON.stringify(expectOk(kept)), '{"status":201,"answer":{"b":1,"a":2}}');
});

test('a key used for another request is refused', async () => {
  await work('k2');
  const refusal = await withTransaction(database.pool, (client) =>
    claimIdempotencyKey(client, request('k2', '2')),
  );
  assert.ok(!refusal.ok);
  assert.equal(refusal.refusals[0]?.code, 'NODE_IDEMPOTENCY_REUSED');
});

test('work that failed gives its key back, and the same key of another source is another key', async () => {
  const failing = withTransaction(database.pool, async (client) => {
    await claimIdempotencyKey(client, request('k3'));
    throw new Error('the work failed');
  });
  await assert.rejects(failing, /the work failed/);
  assert.equal(await work('k3'), 'done');
  const other = { ...request('k3', '2'), source: 'importer' };
  assert.deepEqual(await withTransaction(database.pool, (client) => claimIdempotencyKey(client, other)), {
    ok: true,
    value: undefined,
  });
});
