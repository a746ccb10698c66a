import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { generateEd25519, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { createWorkerPool, pooledCrypto, WorkerEnded } from './index.ts';

const entry = new URL('./testing/tasks.ts', import.meta.url);
const faults: unknown[] = [];
const logger = { error: (fault: unknown) => void faults.push(fault) };
const pool = createWorkerPool({ entry, size: 2, logger });
const folder = await mkdtemp(join(tmpdir(), 'portolan-workers-'));
after(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

describe('worker threads', () => {
  test('answers come to whom they belong', async () => {
    const values = Array.from({ length: 50 }, (_, index) => index);
    assert.deepEqual(
      await Promise.all(values.map((value) => pool.run<number>('double', value))),
      values.map((value) => value * 2),
    );
  });

  test('busy threads share the work, and no more are started than allowed', async () => {
    const threads = await Promise.all([50, 50, 50, 50].map((ms) => pool.run<number>('spin', ms)));
    assert.equal(new Set(threads).size, 2);
  });

  test('the main thread goes on while a worker works', async () => {
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 1);
    await pool.run('spin', 200);
    clearInterval(ticking);
    assert.ok(turns > 3, `${turns} turns`);
  });

  test('what a task throws reaches who asked, and the thread goes on', async () => {
    await assert.rejects(pool.run('fail', 'no such day'), { name: 'RangeError', message: 'no such day' });
    await assert.rejects(pool.run('unknown', 1), /no task is called unknown/);
    assert.equal(await pool.run('double', 4), 8);
  });

  test('the tasks of a thread that dies are done again in another', async () => {
    const mark = join(folder, 'died');
    const others = [1, 2, 3].map((value) => pool.run<number>('double', value));
    assert.equal(await pool.run('dieOnce', mark), 'done');
    assert.deepEqual(await Promise.all(others), [2, 4, 6]);
    assert.ok(faults.length >= 1, 'the log says so');
  });

  test('a task that ends every thread is refused, and the pool recovers', async () => {
    await assert.rejects(pool.run('die', undefined), (fault) => fault instanceof WorkerEnded);
    assert.equal(await pool.run('double', 5), 10);
  });
});

describe('signatures checked in worker threads', () => {
  const { publicKey, privateKey } = generateEd25519();
  const crypto = pooledCrypto(pool);
  const signed = Array.from({ length: 300 }, (_, index) => {
    const message = nodeCrypto.randomBytes(64);
    const signature = signEd25519(privateKey, message);
    if (index % 7 === 0) signature[0] = (signature[0] as number) ^ 1;
    return { message, signature, valid: index % 7 !== 0 };
  });
  const check = ({ message, signature }: (typeof signed)[number]) =>
    crypto.verifyEd25519(publicKey, message, signature);

  test('many at once give the same answers as one at a time', async () => {
    const expected = signed.map(({ valid }) => valid);
    assert.deepEqual(await Promise.all(signed.map(check)), expected);
    const few = signed.slice(0, 10);
    assert.deepEqual(await Promise.all(few.map(check)), expected.slice(0, 10));
    for (const one of few) assert.equal(await check(one), one.valid);
  });

  test('malformed keys, and messages of another length, are answered as everywhere', async () => {
    const [one] = signed.slice(1) as [(typeof signed)[number]];
    assert.equal(await crypto.verifyEd25519(new Uint8Array(31), one.message, one.signature), false);
    assert.equal(await crypto.verifyEd25519(publicKey, one.message, new Uint8Array(63)), false);
    const short = Buffer.from('text');
    assert.equal(await crypto.verifyEd25519(publicKey, short, signEd25519(privateKey, short)), true);
  });
});

test('a pool that is closed ends its threads and refuses', async () => {
  const short = createWorkerPool({ entry, size: 1, logger });
  const under = short.run('spin', 60_000);
  const refused = assert.rejects(under, (fault) => fault instanceof WorkerEnded);
  await short.close();
  await refused;
  await assert.rejects(short.run('double', 1), (fault) => fault instanceof WorkerEnded);
});
