import assert from 'node:assert/strict';
import { expectOk, fromBase64 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type Checkpoint, openCheckpoint, verifyConsistency } from '@portolan/ledger';
import type { Pool } from 'pg';
import { logKey } from './leaves.ts';

/** The log of now begins with the log of every checkpoint that anybody was shown, and shows none smaller again. */
export async function checkHeads(url: string, pool: Pool, shown: readonly string[]): Promise<void> {
  const key = await logKey(pool);
  const open = async (note: string): Promise<Checkpoint> =>
    expectOk(await openCheckpoint(nodeCrypto, note, [key]));
  const now = await open(await (await fetch(`${url}/log/checkpoint`)).text());
  for (const note of shown) {
    const then = await open(note);
    assert.ok(then.size <= now.size, `the log shrank from ${then.size} to ${now.size}`);
    const response = await fetch(`${url}/api/log/proof?first=${then.size}&second=${now.size}`);
    const { proof } = (await response.json()) as { proof: string[] };
    const path = proof.map((hash) => fromBase64(hash) ?? new Uint8Array());
    expectOk(
      verifyConsistency(nodeCrypto, { first: then.size, second: now.size, path }, then.root, now.root),
    );
  }
}
