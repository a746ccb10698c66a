import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Classification, ProductView } from '@portolan/contract';
import type { Client } from '../testing/client.ts';
import { type TestNode, testNode } from '../testing/node.ts';

let node: TestNode;
let broker: Client;

before(async () => {
  node = await testNode({ sample: 'seats' });
  broker = await node.as('broker-filer');
});
after(() => node.close());

interface Answer {
  key: string;
  known: boolean;
  classification: Classification;
}
interface Decided {
  product: ProductView;
  drafts: { looked: number; repriced: unknown[] };
}

const facts = { title: "Women's knitted cotton hoodie", sku: 'SAMPLE-7781', unitValue: '9.80' };

test('a product is classified by its facts, with reasons', async () => {
  const { status, body } = await broker.post<Answer>('/api/tariff/classify', { facts });
  assert.deepEqual([status, body.key, body.known], [200, 'sku:SAMPLE-7781', false]);
  const [first] = body.classification.candidates;
  assert.match(first?.hts ?? '', /^611020/);
  assert.ok(first?.reasons.some(({ fact }) => fact === 'hoodie'));
  const refused = await broker.post('/api/tariff/classify', { facts: { sku: 'SAMPLE-1' } });
  assert.deepEqual([refused.status, refused.codes], [422, ['TARIFF_PRODUCT_UNNAMED']]);
});

test('facts are kept; a provisional code decides nothing, a decision wins and is shown', async () => {
  const kept = await broker.post<ProductView>('/api/products', { facts });
  assert.deepEqual([kept.status, kept.body.key, kept.body.hts], [200, 'sku:SAMPLE-7781', undefined]);
  const codes = `/api/products/${encodeURIComponent(kept.body.key)}/codes`;
  const open = { kind: 'decision', hts: '6110.20.20.79', provisional: true };
  const provisional = (await broker.post<Decided>(codes, open)).body.product;
  assert.deepEqual([provisional.hts, provisional.provisional], ['6110202079', true]);
  const before = (await broker.post<Answer>('/api/tariff/classify', { facts })).body.classification;
  assert.deepEqual(before.past, []);

  await broker.post<Decided>(codes, { kind: 'decision', hts: '6110202046', reason: 'Sweatshirt' });
  const after = (await broker.post<Answer>('/api/tariff/classify', { facts })).body;
  assert.equal(after.known, true);
  assert.deepEqual(
    [after.classification.candidates[0]?.hts, after.classification.candidates[0]?.basis],
    ['6110202046', 'decision'],
  );
  assert.deepEqual(
    after.classification.past.map(({ hts, state }) => [hts, state]),
    [['6110202046', 'wins']],
  );
  const list = (await broker.get<{ items: ProductView[]; total: number }>('/api/products?q=hoodie')).body;
  assert.deepEqual([list.total, list.items[0]?.codes.length], [1, 2]);
});

test('a product of another organization is not found, and a wrong number is refused', async () => {
  const other = await node.as('importer-filer');
  const path = '/api/products/sku%3ASAMPLE-7781';
  const refused = await other.get(path);
  assert.deepEqual([refused.status, refused.codes], [404, ['NODE_PRODUCT_UNKNOWN']]);
  const wrong = await broker.post(`${path}/codes`, { kind: 'decision', hts: '61A' });
  assert.deepEqual(wrong.codes, ['TARIFF_CODE_MALFORMED']);
});
