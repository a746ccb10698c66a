import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { sampleCredential, sampleLogKey, sampleReceipt } from '@portolan/ledger/testing';
import { runPortolan } from '../testing/run-portolan.ts';

describe('portolan verify', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-verify-'));
  after(() => rm(folder, { recursive: true }));
  const file = async (name: string, value: unknown) => {
    await writeFile(join(folder, name), JSON.stringify(value));
    return join(folder, name);
  };
  const credential = await sampleCredential();
  const receipt = await file('receipt.json', await sampleReceipt(credential));
  const verify = (args: readonly string[], env = {}) =>
    runPortolan(['verify', ...args], env, '2026-06-20T00:00:00Z');

  it('proves a receipt against the key of its log, from the option or the environment', async () => {
    const ran = await verify([receipt, '--log-key', sampleLogKey()]);
    assert.deepEqual([ran.exitCode, ran.out.split('\n')[0]], [0, 'Receipt: verified']);
    assert.equal((await verify([receipt], { PORTOLAN_LOG_KEYS: sampleLogKey() })).exitCode, 0);
  });

  it('answers 5 when the key is not at hand: nothing speaks against it, nothing for it', async () => {
    assert.equal((await verify([receipt])).exitCode, 5);
  });

  it('answers 1 for an altered receipt and for a document that it is not for', async () => {
    const altered = await file('altered.json', { ...(await sampleReceipt(credential)), index: 3 });
    assert.equal((await verify([altered, '--log-key', sampleLogKey()])).exitCode, 1);
    const other = await file('other.json', { hello: 'world' });
    assert.equal((await verify([receipt, '--log-key', sampleLogKey(), '--document', other])).exitCode, 1);
  });

  it('verifies a credential without any key of a log, and prints JSON', async () => {
    const ran = await verify([await file('credential.json', credential), '--json']);
    assert.equal(ran.exitCode, 0);
    assert.equal(ran.json<{ conclusion: string }>().conclusion, 'verified');
  });

  it('refuses a file that is not there, and a time that is none', async () => {
    assert.equal((await verify([join(folder, 'none.json')])).exitCode, 1);
    assert.equal((await verify([receipt, '--at', 'yesterday'])).exitCode, 2);
  });
});
