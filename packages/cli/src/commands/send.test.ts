import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { IssuedCredential, Sending } from '@portolan/contract';
import { exampleFolders } from '@portolan/programs';
import { type TestNode, testNode } from '@portolan/server/testing';
import { runPortolan } from '../testing/run-portolan.ts';

describe('portolan send at a node', () => {
  let node: TestNode;
  let folder: string;
  let file: string;
  before(async () => {
    node = await testNode({ sample: 'seats' });
    folder = await mkdtemp(join(tmpdir(), 'portolan-send-'));
    file = join(folder, 'certificate.vc.json');
    const grower = await node.as('grower-signer');
    const story = exampleFolders.find((one) => one.folder === 'nogales-truck');
    const paper = story?.files.find(({ subject }) => subject.type === 'CertificationOfOrigin');
    const body = { type: 'CertificationOfOrigin', document: paper?.subject.document };
    const issued = await grower.post<IssuedCredential>('/api/credentials/issue', body);
    assert.equal(issued.status, 201, issued.codes.join());
    await writeFile(file, JSON.stringify(issued.body.credential, null, 2));
  });
  after(async () => {
    await node.close();
    await rm(folder, { recursive: true, force: true });
  });
  const portolan = (...args: string[]) =>
    runPortolan(['send', ...args, '--as', 'grower', '--node', node.url]);

  it('sends the document of a file to a party by its name, once for a key', async () => {
    const args = [file, '--to', 'harbor', '--key', 'k-1', '--json'];
    const [first, second] = [await portolan(...args), await portolan(...args)];
    assert.equal(first.exitCode, 0, first.error);
    assert.equal(first.json<Sending>().id, second.json<Sending>().id);
    await node.areas.trade.settled();
    const { out } = await portolan('--list');
    assert.match(out, /Harbor.* delivered/);
    assert.match(out, /1 sending$/);
  });

  it('says what it needs, and that a delivery is final', async () => {
    const nameless = await portolan(file, '--to', 'nobody at all');
    assert.equal(nameless.exitCode, 2);
    assert.match(nameless.error, /a party that this node knows/);
    const { items } = (await portolan('--list', '--json')).json<{ items: Sending[] }>();
    const late = await portolan('--withdraw', items[0]?.id ?? '');
    assert.equal(late.exitCode, 1);
    assert.match(late.error, /delivered already/);
  });
});
