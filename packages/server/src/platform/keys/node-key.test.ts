import assert from 'node:assert/strict';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { expectOk } from '@portolan/kernel';
import type { NodeConfig } from '../config.ts';
import { loadNodeKey } from './node-key.ts';

let folder: string;
const salt = 'salt';

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portolan-key-'));
});
after(() => rm(folder, { recursive: true, force: true }));

function configWith(more: Partial<NodeConfig>): NodeConfig {
  return { dataFolder: join(folder, 'data'), host: '127.0.0.1', port: 0, tls: false, empty: true, ...more };
}

test('a key file is made on the first start, for its owner alone, and read on the next', async () => {
  const keyFile = join(folder, 'made', 'node.key');
  const first = expectOk(await loadNodeKey(configWith({ keyFile }), false, salt));
  assert.equal(first.outside, true);
  assert.equal((await stat(keyFile)).mode & 0o777, 0o600);
  assert.equal((await readFile(keyFile, 'utf8')).trim().length, 64);
  assert.deepEqual(expectOk(await loadNodeKey(configWith({ keyFile }), false, salt)).bytes, first.bytes);
});

test('a key file inside the data folder is refused', async () => {
  const refusal = await loadNodeKey(
    configWith({ keyFile: join(folder, 'data', 'deep', 'node.key') }),
    false,
    salt,
  );
  assert.ok(!refusal.ok);
  assert.equal(refusal.refusals[0]?.code, 'NODE_KEY_FILE');
});

test('a key file with something else in it is refused without showing it', async () => {
  const keyFile = join(folder, 'wrong.key');
  for (const content of ['', 'not-a-key', 'ab'.repeat(31)]) {
    await writeFile(keyFile, content);
    const refusal = await loadNodeKey(configWith({ keyFile }), false, salt);
    assert.ok(!refusal.ok);
    assert.equal(refusal.refusals[0]?.code, 'NODE_KEY_FILE');
    if (content !== '') assert.ok(!JSON.stringify(refusal).includes(content));
  }
});

test('a folder in place of the key file is refused', async () => {
  await chmod(folder, 0o700);
  const refusal = await loadNodeKey(configWith({ keyFile: folder }), false, salt);
  assert.ok(!refusal.ok);
});

test('the same passphrase gives the same key; another passphrase or node gives another', async () => {
  const key = async (passphrase: string, nodeSalt: string) =>
    expectOk(await loadNodeKey(configWith({ passphrase }), false, nodeSalt)).bytes;
  const first = await key('correct horse', salt);
  assert.deepEqual(await key('correct horse', salt), first);
  assert.notDeepEqual(await key('correct horse', 'other'), first);
  assert.notDeepEqual(await key('battery staple', salt), first);
});

test('without either, the key stands beside the data folder; only the sample keeps it inside', async () => {
  const beside = expectOk(await loadNodeKey(configWith({}), false, salt));
  assert.equal(beside.place, `${join(folder, 'data')}.key`);
  assert.equal(beside.outside, true);
  const dataFolder = join(folder, 'sample');
  const inside = expectOk(await loadNodeKey(configWith({ dataFolder }), true, salt));
  assert.equal(inside.place, join(dataFolder, 'sample-node.key'));
  assert.equal(inside.outside, false);
});
