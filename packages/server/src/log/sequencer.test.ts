import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { instant } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type TestDatabase, testDatabase } from '../testing/database.ts';
import { type BatchContext, FencedError, sequenceBatch } from './batch.ts';
import { checkLog } from './check/check-log.ts';
import { nodeLogId } from './identity.ts';
import { leaveLead, takeLead } from './leadership.ts';
import { appendAll, testLog, testOrigin, testSigner, testStatements } from './testing/test-log.ts';

const settleMs = 20_000;
let database: TestDatabase;

before(async () => {
  database = await testDatabase();
});
after(() => database.close());

function batchContext(logId: number, origin: string, epoch: number): BatchContext {
  const signer = testSigner(origin);
  const now = () => instant('2026-06-12T15:00:00Z');
  return { logId, origin, epoch, signer, key: signer.key, crypto: nodeCrypto, now };
}

test('a paused sequencer whose lead was taken over can write nothing', async () => {
  const origin = `${testOrigin}/fence`;
  const log = await testLog(database.pool, { logId: 2, origin, signer: testSigner(origin) });
  await appendAll(database.pool, log, testStatements('first', 3));
  const [paused, successor] = [await database.pool.connect(), await database.pool.connect()];
  try {
    const oldEpoch = (await takeLead(paused, 2)) as number;
    const before = await sequenceBatch(paused, batchContext(2, origin, oldEpoch), undefined);
    assert.equal(before.pendingIds.length, 3);
    assert.equal(await takeLead(successor, 2), undefined, 'one lead at a time');

    await leaveLead(paused, 2);
    const newEpoch = (await takeLead(successor, 2)) as number;
    assert.ok(newEpoch > oldEpoch);
    await appendAll(database.pool, log, testStatements('second', 2));
    await assert.rejects(sequenceBatch(paused, batchContext(2, origin, oldEpoch), before.edge), FencedError);
    assert.equal((await checkLog(database.pool, nodeCrypto, 2)).leaves, 3);

    const next = await sequenceBatch(successor, batchContext(2, origin, newEpoch), undefined);
    assert.equal(next.pendingIds.length, 2);
    const checked = await checkLog(database.pool, nodeCrypto, 2);
    assert.deepEqual([checked.leaves, checked.problems], [5, []]);
  } finally {
    successor.release(true);
    paused.release(true);
  }
});

test('a sequencer goes on from a tree that another has made larger', async () => {
  const origin = `${testOrigin}/stale`;
  const log = await testLog(database.pool, { logId: 3, origin, signer: testSigner(origin) });
  const client = await database.pool.connect();
  try {
    const context = batchContext(3, origin, (await takeLead(client, 3)) as number);
    const empty = await sequenceBatch(client, context, undefined);
    await appendAll(database.pool, log, testStatements('first', 3));
    await sequenceBatch(client, context, undefined);
    await appendAll(database.pool, log, testStatements('second', 3));
    await sequenceBatch(client, context, empty.edge);
    const checked = await checkLog(database.pool, nodeCrypto, 3);
    assert.deepEqual([checked.leaves, checked.problems], [6, []]);
  } finally {
    client.release(true);
  }
});

test('of two nodes on one database one sequences, and the other learns of it and takes over', async () => {
  const origin = `${testOrigin}/two`;
  const sequenced: string[][] = [[], []];
  const [one, two] = await Promise.all(
    sequenced.map((ids) =>
      testLog(database.pool, {
        ...{ logId: 4, origin, signer: testSigner(origin) },
        onSequenced: (pendingIds) => void ids.push(...pendingIds),
      }),
    ),
  );
  assert.ok(one && two);
  await one.start();
  await one.settled(await appendAll(database.pool, one, testStatements('alone', 1)), settleMs);
  await two.start();
  const ids = await appendAll(database.pool, two, testStatements('by the standby', 40));
  await two.settled(ids, settleMs);
  assert.deepEqual(sequenced[1], [], 'the first still leads');
  await one.stop();
  const later = await appendAll(database.pool, two, testStatements('after the change', 40));
  await two.settled(later, settleMs);
  assert.equal(sequenced[0]?.length, 41);
  assert.equal(sequenced[1]?.length, 40);
  await two.stop();
  const checked = await checkLog(database.pool, nodeCrypto, 4);
  assert.deepEqual([checked.leaves, checked.problems], [81, []]);
});

test('a sequencer killed between append and checkpoint loses no leaf and writes none twice', async () => {
  const ids: string[] = [];
  const log = await testLog(database.pool);
  const script = fileURLToPath(new URL('./testing/sequencer-process.ts', import.meta.url));
  for (let round = 0; round < 3; round += 1) {
    const child = fork(script, { env: { ...process.env, DATABASE_URL: database.url } });
    await once(child, 'message');
    const first = await appendAll(database.pool, log, testStatements(`round ${round}`, 700));
    const killed = once(child, 'exit');
    const more = Array.from({ length: 6 }, (_, part) =>
      appendAll(database.pool, log, testStatements(`round ${round}.${part}`, 300)),
    );
    ids.push(...first, ...((await more[0]) ?? []));
    child.kill('SIGKILL');
    await killed;
    ids.push(...(await Promise.all(more.slice(1))).flat());
  }
  await log.start();
  await log.settled(ids, settleMs);
  await log.stop();
  const receipts = await log.receiptsFor(ids);
  assert.equal(new Set([...receipts.values()].map(({ index }) => index)).size, ids.length);
  const checked = await checkLog(database.pool, nodeCrypto, nodeLogId);
  assert.deepEqual([checked.leaves, checked.problems], [ids.length, []]);
});

test('a sequencer whose connection is cut takes the lead again', async () => {
  const origin = `${testOrigin}/cut`;
  const log = await testLog(database.pool, { logId: 5, origin, signer: testSigner(origin) });
  await log.start();
  await log.settled(await appendAll(database.pool, log, testStatements('before', 1)), settleMs);
  const { rowCount } = await database.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  assert.ok((rowCount ?? 0) > 0);
  await log.settled(await appendAll(database.pool, log, testStatements('after', 2)), settleMs);
  await log.stop();
  const checked = await checkLog(database.pool, nodeCrypto, 5);
  assert.deepEqual([checked.leaves, checked.problems], [3, []]);
});
