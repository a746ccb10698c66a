import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Client as ClientFile, Draft, OrderSummary, OrderView } from '@portolan/contract';
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

it('the match takes its tolerances from the client: what was within becomes a finding, from that day on', async () => {
  const broker = await world.node.as('broker-filer');
  const party = (name: string, country: string) => ({ name, address: { country } });
  const buyer = party('Sample Tolerant Buyer Inc.', 'US');
  const lines = (value: string) => [
    {
      number: '1',
      sku: 'T-1',
      description: 'Nuts',
      quantity: { value, unit: 'KGM' },
      amount: { amount: '1000', currency: 'USD' },
    },
  ];
  const shared = { buyer, seller: party('Sample Seller', 'MX'), currency: 'USD' };
  const files = {
    'order.json': {
      type: 'PurchaseOrder',
      number: 'PO-T',
      issueDate: '2026-06-01',
      ...shared,
      lines: lines('1000'),
    },
    'invoice.json': {
      ...{
        type: 'CommercialInvoice',
        number: 'INV-T',
        issueDate: '2026-06-05',
        ...shared,
        orderNumbers: ['PO-T'],
      },
      ...{ incoterm: { code: 'FCA', place: 'Culiacan' }, lines: lines('1040') },
      total: { amount: '1000', currency: 'USD' },
    },
  };
  const form = new FormData();
  for (const [name, content] of Object.entries(files))
    form.append('files', new Blob([JSON.stringify(content)]), name);
  const draft = await broker.post('/api/drafts', form);
  assert.equal(draft.status, 201, draft.codes.join());
  const over = async () => {
    const { items } = (await broker.get<{ items: OrderSummary[] }>('/api/orders?q=PO-T')).body;
    const { findings } = (await broker.get<OrderView>(`/api/orders/${items[0]?.id}`)).body;
    return findings.filter(({ kind }) => /over/.test(kind)).length;
  };
  assert.equal(await over(), 0);
  await broker.post('/api/clients', { ...harbor, number: '98-7654321CD', name: buyer.name });
  const row = {
    over: '1',
    under: '1',
    price: '0',
    weight: '0.5',
    source: 'Agreement (sample)',
    certainty: 'agreed',
  };
  const path = '/api/clients/98-7654321CD/tolerances';
  await broker.post(path, { ...row, from: '2026-06-02' });
  assert.equal(await over(), 0, 'the order is older than the agreement');
  assert.equal((await broker.post(path, { ...row, from: '2026-05-01' })).status, 200);
  assert.equal(await over(), 1);
  assert.equal((await broker.send('DELETE', `${path}/2026-05-01`)).status, 200);
  assert.equal(await over(), 0);
});
