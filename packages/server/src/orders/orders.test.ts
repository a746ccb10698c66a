import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { OrderSummary, OrderView, TablePreviewView } from '@portolan/contract';
import { type TestNode, testNode } from '../testing/index.ts';
import { uploadForm } from '../trade/testing/shipment.ts';

let node: TestNode;
before(async () => {
  node = await testNode({ sample: true });
});
after(() => node.close());

async function orders(seat: string): Promise<OrderSummary[]> {
  const client = await node.as(seat);
  const answer = await client.get('/api/orders');
  assert.equal(answer.status, 200);
  return (answer.body as { items: OrderSummary[] }).items;
}

describe('orders', () => {
  it('lists what the broker holds, and shows one from order to entry with its sums', async () => {
    const items = await orders('broker-filer');
    assert.ok(items.length > 0);
    const client = await node.as('broker-filer');
    const views = await Promise.all(
      items.map(async ({ id }) => (await client.get(`/api/orders/${id}`)).body as OrderView),
    );
    const entered = views.find(({ nodes }) => nodes.some(({ stage }) => stage === 'entry'));
    assert.ok(entered);
    assert.ok(entered.order.lines.some(({ sums }) => sums.entered !== '0'));
    assert.ok(entered.edges.length > 0);
  });

  it('shows nobody the orders of others', async () => {
    const [own] = await orders('broker-filer');
    const stranger = await node.as('grower-signer');
    const answer = await stranger.get(`/api/orders/${own?.id}`);
    const held = (await orders('grower-signer')).some(({ id }) => id === own?.id);
    assert.equal(answer.status, held ? 200 : 404);
  });

  it('remembers what the columns of a spreadsheet mean, and reads the next file by it', async () => {
    const client = await node.as('broker-filer');
    const csv = (number: string) =>
      `Bestell-Nr;Datum;Pos;Ware;Menge;ME\n${number};05.06.2026;1;Mangos;200;kg\n`;
    const file = (number: string) => ({ name: `${number}.csv`, content: csv(number) });
    const preview = await client.post('/api/column-mappings/preview', uploadForm([file('B-1')]));
    const { fingerprint, proposal } = preview.body as TablePreviewView;
    assert.equal((preview.body as TablePreviewView).remembered, false);
    const mapping = {
      ...proposal,
      document: 'PurchaseOrder',
      dates: 'dmy',
      columns: {
        'Bestell-Nr': 'number',
        Datum: 'issueDate',
        Pos: 'lines.number',
        Ware: 'lines.description',
        Menge: 'lines.quantity.value',
        ME: 'lines.quantity.unit',
      },
      constants: {
        currency: 'USD',
        'buyer.name': 'Sample Buyer',
        'buyer.address.country': 'US',
        'seller.name': 'Sample Seller',
        'seller.address.country': 'DE',
      },
    };
    const saved = await client.post('/api/column-mappings', { fingerprint, name: 'Sample Seller', mapping });
    assert.equal(saved.status, 200);
    const again = await client.post('/api/column-mappings/preview', uploadForm([file('B-2')]));
    assert.equal((again.body as TablePreviewView).remembered, true);
    const created = await client.post('/api/drafts', uploadForm([file('B-2')]));
    assert.equal(created.status, 201);
    assert.ok((await orders('broker-filer')).some(({ number }) => number === 'B-2'));
    const wrong = await client.post('/api/column-mappings', {
      fingerprint,
      name: 'x',
      mapping: { document: 'PurchaseOrder', columns: { Datum: 'nonsense' } },
    });
    assert.equal(wrong.status, 422);
    const forgotten = await client.send('DELETE', `/api/column-mappings/${fingerprint}`);
    assert.equal(forgotten.status, 200);
  });
});
