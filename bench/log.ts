// How fast the log takes leaves, beside the least that any log must do with them: hash each leaf and COPY the same rows
// into a table of the same shape. Both run here, on the same fresh durable database, one after the other.
//
//   node scripts/run.mjs bench/log.ts [leaves, 40000 unless said]

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Digest, digestBytes, type Instant, instant, utf8 } from '@portolan/kernel';
import { ed25519FromSeed, nodeCrypto, signEd25519 } from '@portolan/kernel/node';
import { commit, leafHash, type NoteSigner, noteKey, SALT_LENGTH, type Statement } from '@portolan/ledger';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { bytesOf } from '../packages/server/src/log/digest-bytes.ts';
import { newPendingIds } from '../packages/server/src/log/pending-id.ts';
import { createTransparencyLog } from '../packages/server/src/log/transparency-log.ts';
import { withTransaction } from '../packages/server/src/platform/transaction.ts';
import { testDatabase } from '../packages/server/src/testing/database.ts';

const leaves = Number(process.argv[2] ?? 40_000);
const origin = 'sample.portolan.example/log';
const settleMs = 120_000;
/** Leaves of one business transaction: a filing with eight credentials, and a batch of small filings. */
const transactionSizes = [9, 128];
const writers = 4;
const latencyRounds = 300;

const database = await testDatabase();
try {
  const { pool } = database;
  const statements = Array.from({ length: leaves }, (_, index) => statementOf(index));
  await copyAndHash(pool, statements.slice(0, 2000));
  const least = await copyAndHash(pool, statements);
  print('leaf hashing + COPY', least);
  const log = await createTransparencyLog({
    ...{ pool, origin, crypto: nodeCrypto, signer: signer(), clock: { now } },
    logger: { info: () => undefined, warn: console.warn, error: console.error },
  });
  await log.start();
  for (const size of transactionSizes) {
    const took = await timed(async () => {
      const ids = await appendAll(size);
      await log.settled(ids, settleMs);
    });
    print(`log, ${size} leaves a transaction`, took);
    console.log(`${''.padEnd(34)}${(took / least).toFixed(2)} times the time of hashing + COPY`);
  }
  await latency();
  await log.stop();

  async function appendAll(size: number): Promise<string[]> {
    const ids: string[] = [];
    let next = 0;
    const writer = async () => {
      while (next < statements.length) {
        const part = statements.slice(next, next + size);
        next += size;
        ids.push(...(await withTransaction(pool, (tx) => log.append(tx, part))));
      }
    };
    await Promise.all(Array.from({ length: writers }, writer));
    return ids;
  }

  /** From the begin of the business transaction to the receipts in hand, one filing at a time. */
  async function latency(): Promise<void> {
    const times: number[] = [];
    for (let round = 0; round < latencyRounds; round += 1)
      times.push(
        await timed(async () => {
          const ids = await withTransaction(pool, (tx) => log.append(tx, statements.slice(0, 9)));
          await log.settled(ids, settleMs);
          await log.receiptsFor(ids);
        }),
      );
    times.sort((a, b) => a - b);
    const at = (share: number) => `${times[Math.floor(share * (times.length - 1))]?.toFixed(1)} ms`;
    console.log(`append to receipts, idle log        p50 ${at(0.5)}, p99 ${at(0.99)}`);
  }
} finally {
  await database.close();
}

/** Hashes every leaf as the log does and copies the rows that the log keeps of them. */
async function copyAndHash(pool: Pool, rows: readonly Statement[]): Promise<number> {
  await pool.query('drop table if exists least_leaves');
  await pool.query('create table least_leaves (like log_leaves including all)');
  const client = await pool.connect();
  try {
    return await timed(async () => {
      const ids = newPendingIds(rows.length);
      const salts = nodeCrypto.randomBytes(rows.length * SALT_LENGTH);
      const lines = rows.map((statement, index) => {
        const salt = salts.subarray(index * SALT_LENGTH, (index + 1) * SALT_LENGTH);
        const entry = commit(nodeCrypto, statement, salt);
        leafHash(nodeCrypto, entry);
        const { kind, digest, at } = statement;
        return `1\t${index}\t${ids[index]}\t${kind}\t${hex(bytesOf(digest))}\t${at}\t${hex(salt)}\t${hex(entry)}\n`;
      });
      await pipeline(Readable.from(lines), client.query(copyFrom('copy least_leaves from stdin')));
    });
  } finally {
    client.release();
  }
}

function statementOf(index: number): Statement {
  const digest: Digest = digestBytes(nodeCrypto, utf8(`bench ${index}`));
  return { kind: 'credential', digest, at: now() };
}

function hex(bytes: Uint8Array): string {
  return `\\\\x${Buffer.from(bytes).toString('hex')}`;
}

function signer(): NoteSigner {
  const { publicKey, privateKey } = ed25519FromSeed(nodeCrypto.sha256(utf8('bench log')));
  return { key: noteKey(nodeCrypto, origin, publicKey), sign: (message) => signEd25519(privateKey, message) };
}

function now(): Instant {
  return instant(Date.now());
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function print(name: string, ms: number): void {
  console.log(`${name.padEnd(34)}${Math.round((leaves / ms) * 1000)} leaves/s`);
}
