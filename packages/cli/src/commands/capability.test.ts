import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { CapabilityView } from '@portolan/contract';
import { generateKey } from '@portolan/credentials/forms';
import { type TestNode, testNode } from '@portolan/server/testing';
import { runPortolan } from '../testing/run-portolan.ts';

let node: TestNode;
let folder: string;
before(async () => {
  node = await testNode({ sample: 'seats' });
  folder = await mkdtemp(join(tmpdir(), 'portolan-capability-'));
});
after(async () => {
  await node.close();
  await rm(folder, { recursive: true, force: true });
});

const portolan = (...args: string[]) =>
  runPortolan(['capability', ...args, '--as', 'grower-signer', '--node', node.url]);

test('a right is passed on, saved, listed and taken back', async () => {
  const { did } = await generateKey('Ed25519');
  const file = join(folder, 'orders.zcap.json');
  const words = ['--may', 'issue', 'read', '--types', 'PurchaseOrder', '--until', '2099-12-31'];
  const given = await portolan('give', did, ...words, '--reason', 'Season', '--save', file, '--json');
  assert.equal(given.exitCode, 0, given.error);
  const { id, capability } = given.json<CapabilityView>();
  assert.deepEqual(JSON.parse(await readFile(file, 'utf8')), capability);
  assert.match((await portolan('list')).out, /issue, read +2099-12-31 +active +Season/);
  assert.equal((await portolan('revoke', id, '--reason', 'Over')).exitCode, 0);
  assert.match((await portolan('list')).out, /revoked/);
});

test('what is refused says why', async () => {
  const words = ['--may', 'issue', '--until', '2020-01-01', '--reason', 'Late'];
  const late = await portolan('give', 'did:key:z6MkSample', ...words);
  assert.equal(late.exitCode, 1);
  assert.match(late.error, /NODE_ZCAP_PAST/);
});
