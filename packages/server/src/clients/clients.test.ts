import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Client as ClientFile, Draft } from '@portolan/contract';
import { type Community, community } from '../trade/testing/community.ts';

const folder = fileURLToPath(new URL('../../../../examples/order-air', import.meta.url));
let world: Community;
before(async () => {
  world = await community();
});
after(() => world.node.close());

async function papers(): Promise<FormData> {
  const data = new FormData();
  data.set('storyAt', '2026-06-12T18:00:00.000Z');
  for (const name of (await readdir(folder)).filter((file) => !/^(filing|expected)\.json$/.test(file)))
    data.append('files', new Blob([await readFile(join(folder, name))]), name);
  return data;
}

const harbor = {
  ...{ number: '12-3456789AB', name: 'Sample Harbor Foods Inc.', bondType: '8', surety: '999' },
  ...{ bondAmount: '50000', payment: 'periodic' },
};

it('a client entered once gives its bond to every draft: nothing is typed any more', async () => {
  const broker = await world.node.as('broker-filer');
  const asked = await broker.post<Draft>('/api/drafts', await papers());
  assert.ok(asked.body.openAsks.some(({ pointer }) => pointer === '/bond'));
  const saved = await broker.post<ClientFile>('/api/clients', harbor);
  assert.equal(saved.status, 200, saved.codes.join());
  assert.deepEqual(saved.body.sufficiency?.sufficient, true);
  const made = await broker.post<Draft>('/api/drafts', await papers());
  assert.ok(!made.body.openAsks.some(({ pointer }) => pointer === '/bond'));
  assert.deepEqual((made.body.entry as { bond: object }).bond, { type: '8', surety: '999' });
  assert.equal(made.body.provenance['/bond']?.class, 'assigned');
  assert.equal(made.body.counts.typed, 0);
});

it('is found by name or number, changed and removed, and never seen by others', async () => {
  const broker = await world.node.as('broker-filer');
  const importer = await world.node.as('importer-filer');
  const { body } = await broker.get<{ items: ClientFile[]; total: number }>('/api/clients?q=harbor');
  assert.deepEqual([body.total, body.items[0]?.number], [1, harbor.number]);
  assert.equal((await importer.get<{ total: number }>('/api/clients')).body.total, 0);
  assert.equal((await importer.get(`/api/clients/${harbor.number}`)).status, 404);
  assert.equal((await broker.send('DELETE', `/api/clients/${harbor.number}`)).status, 200);
  assert.deepEqual((await broker.get(`/api/clients/${harbor.number}`)).codes, ['NODE_CLIENT_UNKNOWN']);
});

it('refuses a number that is none, and a bond without its surety', async () => {
  const broker = await world.node.as('broker-filer');
  const number = await broker.post('/api/clients', { ...harbor, number: '123456789' });
  assert.deepEqual(number.codes, ['NODE_CLIENT_NUMBER']);
  const { surety: _surety, ...bare } = harbor;
  assert.deepEqual((await broker.post('/api/clients', bare)).codes, ['NODE_CLIENT_SURETY']);
});
