import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { addSeconds, type Digest, type Instant, instant, type JsonObject } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { formatNoteKey, type Receipt } from '@portolan/ledger';
import { withTransaction } from '../../platform/transaction.ts';
import type { TransparencyLog } from '../../platform/transparency-log.ts';
import { type TestDatabase, testDatabase } from '../../testing/database.ts';
import { testDigest, testLog, testSigner } from '../testing/test-log.ts';
import { earliestAbroad } from './earliest.ts';
import { takeForeignReceipts } from './take-receipts.ts';
import { trustLog, withdrawLog } from './trusted-logs.ts';

const origin = 'customs.example/log';
const day = 86_400;

/** A node that trusts one log of another, and logs that it was told nothing of. */
describe('receipts of other logs as signing time', () => {
  let here: TestDatabase;
  let there: TestDatabase;
  let elsewhere: TestDatabase;
  let customs: TransparencyLog;
  let stranger: TransparencyLog;
  let now = instant('2026-06-12T00:00:00.000Z');

  before(async () => {
    [here, there, elsewhere] = (await Promise.all([testDatabase(), testDatabase(), testDatabase()])) as [
      TestDatabase,
      TestDatabase,
      TestDatabase,
    ];
    customs = await testLog(there.pool, { origin, signer: testSigner(origin) });
    stranger = await testLog(elsewhere.pool, {
      origin: 'stranger.example',
      signer: testSigner('stranger.example'),
    });
    for (const log of [customs, stranger]) await log.start();
    await trustLog(
      here.pool,
      { origin, kind: 'log', noteKey: formatNoteKey(testSigner(origin).key), reason: 'test' },
      now,
    );
  });
  after(async () => {
    for (const log of [customs, stranger]) await log.stop();
    for (const database of [here, there, elsewhere]) await database.close();
  });

  const pools = () =>
    new Map([
      [customs, there.pool],
      [stranger, elsewhere.pool],
    ]);

  async function receiptOf(log: TransparencyLog, digest: Digest, at: Instant): Promise<Receipt> {
    const pool = pools().get(log) ?? there.pool;
    const [id = ''] = await withTransaction(pool, (tx) =>
      log.append(tx, [{ kind: 'credential', digest, at }]),
    );
    await log.settled([id], 20_000);
    return (await log.receipt(id)) as Receipt;
  }

  /** What a tenant that is sent a receipt beside a credential takes for the time by which that was signed. */
  async function timeBy(receipt: object, digest: Digest, carried = digest): Promise<Instant | undefined> {
    const tenantId = randomUUID();
    const context = { pool: here.pool, crypto: nodeCrypto, clock: { now: () => now } };
    const receipts = [receipt as unknown as JsonObject];
    await takeForeignReceipts(context as never, [{ tenantId, digests: new Set([carried]), receipts }]);
    return (await earliestAbroad(here.pool, tenantId, [digest])).get(digest)?.at;
  }

  it('counts where the log is trusted', async () => {
    const at = addSeconds(now, -3 * day);
    const digest = testDigest('one');
    assert.equal(await timeBy(await receiptOf(customs, digest, at), digest), at);
  });

  it('does not count for a log that nobody here trusts', async () => {
    const digest = testDigest('two');
    assert.equal(await timeBy(await receiptOf(stranger, digest, addSeconds(now, -day)), digest), undefined);
    // Signed by the stranger in the name of the trusted log.
    const forged = await receiptOf(stranger, testDigest('three'), now);
    const renamed = {
      ...forged,
      origin,
      checkpoint: forged.checkpoint.replaceAll('stranger.example', origin),
    };
    assert.equal(await timeBy(renamed, testDigest('three')), undefined);
  });

  it('does not count when it was altered, or is for something else', async () => {
    const digest = testDigest('four');
    const receipt = await receiptOf(customs, digest, now);
    const earlier = { ...receipt, statement: { ...receipt.statement, at: addSeconds(now, -day) } };
    assert.equal(await timeBy(earlier, digest), undefined);
    assert.equal(await timeBy(receipt, digest, testDigest('five')), undefined);
    assert.equal(await timeBy({ hello: 'world' }, digest), undefined);
  });

  it('does not count for a time that the growth of the log contradicts, nor for one to come', async () => {
    const seen = testDigest('six');
    assert.equal(await timeBy(await receiptOf(customs, seen, now), seen), now);
    now = addSeconds(now, day);
    const backdated = testDigest('seven');
    const stated = addSeconds(now, -2 * day);
    assert.equal(await timeBy(await receiptOf(customs, backdated, stated), backdated), undefined);
    const honest = testDigest('eight');
    assert.equal(
      await timeBy(await receiptOf(customs, honest, addSeconds(now, -60)), honest),
      addSeconds(now, -60),
    );
    const ahead = testDigest('nine');
    assert.equal(await timeBy(await receiptOf(customs, ahead, addSeconds(now, day)), ahead), undefined);
  });

  it('counts no longer when the trust is withdrawn', async () => {
    const digest = testDigest('ten');
    const receipt = await receiptOf(customs, digest, now);
    assert.equal(await timeBy(receipt, digest), now);
    assert.equal(await withdrawLog(here.pool, origin, now), true);
    assert.equal(await timeBy(receipt, digest), undefined);
  });
});
