import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { FilingAcknowledged, TablePreviewView } from '@portolan/contract';
import { strFromU8, unzipSync } from 'fflate';
import { exampleFiles, exampleFiling } from '../trade/sample/examples.ts';
import { type Community, community } from '../trade/testing/community.ts';
import { uploadForm } from '../trade/testing/shipment.ts';

let world: Community;
before(async () => {
  world = await community();
});
after(() => world.node.close());

const { storyAt, typed } = exampleFiling('order-truck');
const csv = 'Bestell-Nr;Datum;Pos;Ware;Menge;ME\r\nB-9;05.06.2026;1;Mangos;200;kg\r\n';
const spreadsheet = { name: 'bestellung.csv', content: csv };
const mapping = {
  ...{ document: 'PurchaseOrder', dates: 'dmy' },
  columns: {
    ...{ 'Bestell-Nr': 'number', Datum: 'issueDate', Pos: 'lines.number', Ware: 'lines.description' },
    ...{ Menge: 'lines.quantity.value', ME: 'lines.quantity.unit' },
  },
  constants: {
    ...{ currency: 'USD', 'buyer.name': 'Sample Buyer', 'buyer.address.country': 'US' },
    ...{ 'seller.name': 'Sample Seller', 'seller.address.country': 'DE' },
  },
};

test('the audit packet has a mapped spreadsheet as it was sent, under the digest that its document names', async () => {
  const broker = await world.node.as('broker-filer');
  const preview = await broker.post('/api/column-mappings/preview', uploadForm([spreadsheet]));
  const { fingerprint } = preview.body as TablePreviewView;
  await broker.post('/api/column-mappings', { fingerprint, name: 'Sample Seller', mapping });
  const names = [
    ...['commercial-invoice.vc.json', 'packing-list.csv', 'power-of-attorney.vc.json'],
    ...['purchase-order.json', 'truck-bill-of-lading.json'],
  ];
  const papers = exampleFiles('order-truck', names).map(({ name, bytes }) => ({
    ...{ name, content: Uint8Array.from(bytes) },
  }));
  const form = uploadForm([...papers, spreadsheet], { storyAt, typed: JSON.stringify(typed) });
  const filed = await broker.post<FilingAcknowledged>('/api/filings', form, { 'idempotency-key': 'mapped' });
  assert.ok(filed.status < 300, JSON.stringify(filed.body));
  await world.node.areas.trade.settled();
  const answer = await fetch(new URL(`/api/entries/${filed.body.entryNumber}/packet`, broker.url), {
    headers: broker.headers,
  });
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  const original = Object.entries(files).find(([name]) => name.startsWith('originals/'));
  assert.ok(original, Object.keys(files).join());
  assert.equal(strFromU8(original[1]), csv);
  const digest = createHash('sha256').update(csv).digest('hex');
  const document = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .find((text) => text.includes('"B-9"') && text.includes('readFrom'));
  assert.match(document ?? '', new RegExp(`"readFrom":"sha256:${digest}"`));
  assert.match(strFromU8(files['manifest.json'] ?? new Uint8Array()), new RegExp(digest));
});
