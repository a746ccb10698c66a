import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Classification, Draft, ProductView } from '@portolan/contract';
import type { Client } from '../testing/client.ts';
import { type Community, community } from '../trade/testing/community.ts';
import { shipmentForm } from '../trade/testing/shipment.ts';

let world: Community;
let broker: Client;

before(async () => {
  world = await community();
  broker = await world.node.as('broker-filer');
});
after(() => world.node.close());

interface Answer {
  key: string;
  known: boolean;
  classification: Classification;
}
interface Decided {
  product: ProductView;
  drafts: { looked: number; repriced: { id: string; before?: string; after?: string }[] };
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
  const other = await world.node.as('importer-filer');
  const path = '/api/products/sku%3ASAMPLE-7781';
  const refused = await other.get(path);
  assert.deepEqual([refused.status, refused.codes], [404, ['NODE_PRODUCT_UNKNOWN']]);
  const wrong = await broker.post(`${path}/codes`, { kind: 'decision', hts: '61A' });
  assert.deepEqual(wrong.codes, ['TARIFF_CODE_MALFORMED']);
});

test('a code given to a product prices open drafts again; the invoice and the order stay as they are', async () => {
  const draft = (await broker.post<Draft>('/api/drafts', await shipmentForm(1))).body;
  const [line] = linesOf(draft);
  const invoice = draft.evidence.find(({ type }) => type === 'CommercialInvoice');
  const sku = skuOf(invoice);
  const kept = await broker.post<ProductView>('/api/products', {
    facts: { title: line?.description ?? '', sku },
  });
  const codes = `/api/products/${encodeURIComponent(kept.body.key)}/codes`;
  const given = { kind: 'decision', hts: '0810600000', effective: '2026-01-01', provisional: true };
  const { drafts } = (await broker.post<Decided>(codes, given)).body;
  assert.ok(drafts.looked >= 1);
  const after = (await broker.get<Draft>(`/api/drafts/${draft.id}`)).body;
  assert.deepEqual([linesOf(after)[0]?.hts, linesOf(after)[0]?.provisional], ['0810600000', true]);
  assert.match(after.provenance['/lines/0/hts']?.rule ?? '', /^product library: decision/);
  assert.deepEqual(
    after.evidence.map(({ digest }) => digest),
    draft.evidence.map(({ digest }) => digest),
  );
});

function linesOf({ entry }: Draft) {
  return (entry as { lines: { hts?: string; description?: string; provisional?: boolean }[] }).lines;
}

function skuOf(invoice: Draft['evidence'][number] | undefined): string {
  const lines = (invoice?.document as { lines?: { sku?: string }[] } | undefined)?.lines;
  const sku = lines?.[0]?.sku;
  assert.ok(sku, 'the invoice names the item');
  return sku;
}
