import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Draft, ShipmentAdvance, WorkItem } from '@portolan/contract';
import { type Community, community } from '../trade/testing/community.ts';

const examples = fileURLToPath(new URL('../../../../examples', import.meta.url));
let world: Community;
before(async () => {
  world = await community();
});
after(() => world.node.close());

async function form(folder: string, extra: Record<string, object> = {}): Promise<FormData> {
  const data = new FormData();
  data.set('storyAt', '2026-06-18T14:00:00.000Z');
  const names = await readdir(join(examples, folder));
  for (const name of names.filter((file) => !/^(filing|expected)\.json$/.test(file)))
    data.append('files', new Blob([await readFile(join(examples, folder, name))]), name);
  for (const [name, document] of Object.entries(extra))
    data.append('files', new Blob([JSON.stringify(document)]), name);
  return data;
}

describe('advance data of a draft', () => {
  it('is derived before the entry is complete, asks for two elements, and takes the answers once', async () => {
    const broker = await world.node.as('broker-filer');
    const made = await broker.post<Draft>('/api/drafts', await form('order-ocean-lcl'));
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { id } = made.body;
    const { body } = await broker.get<ShipmentAdvance>(`/api/drafts/${id}/advance`);
    assert.equal(body.mode, 'vessel');
    assert.deepEqual(
      body.sets.map(({ set }) => set),
      ['security-filing', 'ocean-manifest'],
    );
    const [isf] = body.sets;
    assert.deepEqual(isf?.missing, ['/stuffingLocation', '/consolidator']);
    assert.equal(body.clocks[0]?.due, '2026-06-10T04:00:00.000Z');
    const work = async () => {
      const { body: list } = await broker.get<{ items: WorkItem[] }>('/api/work');
      return list.items.find(({ href }) => href === `/drafts/${id}`);
    };
    assert.equal((await work())?.dueWords, 'Send stuffing location and consolidator: 1 day late');
    const typed = Object.fromEntries((isf?.asks ?? []).map(({ pointer, proposal }) => [pointer, proposal]));
    const answered = await broker.send<Draft>('PATCH', `/api/drafts/${id}`, { typed });
    assert.equal(answered.status, 200, JSON.stringify(answered.body));
    assert.deepEqual(answered.body.obstacles, []);
    const again = await broker.get<ShipmentAdvance>(`/api/drafts/${id}/advance`);
    assert.deepEqual(again.body.sets[0]?.missing, []);
    assert.match((await work())?.dueWords ?? '', /^File the entry: /);
  });

  it("is not told of another organization's draft", async () => {
    const broker = await world.node.as('broker-filer');
    const { body } = await broker.post<Draft>('/api/drafts', await form('order-air'));
    const juicer = await world.node.as('juicer-signer');
    assert.equal((await juicer.get(`/api/drafts/${body.id}/advance`)).status, 404);
    assert.notEqual((await juicer.post(`/api/drafts/${body.id}/split`, {})).status, 201);
  });
});

describe('a shipment of several entries', () => {
  it('becomes a draft for each currency; every line is in one, and nothing is split twice', async () => {
    const broker = await world.node.as('broker-filer');
    const usd = JSON.parse(
      await readFile(join(examples, 'order-truck/commercial-invoice.vc.json'), 'utf8'),
    ) as {
      credentialSubject: Record<string, unknown>;
    };
    const { id: _id, type: _type, ...invoice } = usd.credentialSubject;
    const pesos = JSON.parse(JSON.stringify(invoice).replaceAll('"USD"', '"MXN"')) as object;
    const second = { ...pesos, type: 'CommercialInvoice', number: 'INV-MXN-1' };
    const made = await broker.post<Draft>('/api/drafts', await form('order-truck', { 'pesos.json': second }));
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const { body } = await broker.get<ShipmentAdvance>(`/api/drafts/${made.body.id}/advance`);
    assert.equal(body.plan.entries.length, 2);
    assert.match(body.plan.reasons.join(), /currencies/);
    const split = await broker.post<{ drafts: string[] }>(`/api/drafts/${made.body.id}/split`, {});
    assert.equal(split.status, 201, JSON.stringify(split.body));
    const drafts = await Promise.all(
      split.body.drafts.map(async (id) => (await broker.get<Draft>(`/api/drafts/${id}`)).body),
    );
    const numbers = drafts.map(({ entry }) => (entry as { invoiceNumbers: string[] }).invoiceNumbers);
    assert.deepEqual(numbers.flat().sort(), ['INV-MXN-1', 'INV-TRK-0612']);
    assert.deepEqual(drafts.map(({ entry }) => (entry as { currency: string }).currency).sort(), [
      'MXN',
      'USD',
    ]);
    const again = await broker.post(`/api/drafts/${made.body.id}/split`, {});
    assert.deepEqual(again.codes, ['NODE_DRAFT_WHOLE']);
  });
});
