import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { OrderSummary, OrderView, TablePreviewView } from '@portolan/contract';
import type { Client, TestNode } from '../testing/index.ts';
import { exampleFiles, exampleFiling } from '../trade/sample/examples.ts';
import { community } from '../trade/testing/community.ts';
import { uploadForm } from '../trade/testing/shipment.ts';

let node: TestNode;
before(async () => {
  ({ node } = await community());
  const broker = await node.as('broker-filer');
  for (const folder of ['order-rail', 'order-truck']) await fileExample(broker, folder);
  await node.areas.trade.settled();
});
after(() => node.close());

const transport: Readonly<Record<string, string>> = {
  'order-rail': 'rail-waybill.json',
  'order-truck': 'truck-bill-of-lading.json',
};

/** Files the papers of an example as its filer would, on its own day. */
async function fileExample(broker: Client, folder: string): Promise<void> {
  const { storyAt, typed } = exampleFiling(folder);
  const names = [
    ...['commercial-invoice.vc.json', 'order-confirmation.json', 'packing-list.csv'],
    ...['power-of-attorney.vc.json', 'purchase-order.json', transport[folder] ?? ''],
  ];
  const files = exampleFiles(folder, names).map(({ name, bytes }) => ({
    name,
    content: Uint8Array.from(bytes),
  }));
  const form = uploadForm(files, { storyAt, typed: JSON.stringify(typed) });
  const filed = await broker.post('/api/filings', form, { 'idempotency-key': folder });
  assert.ok(filed.status < 300, filed.codes.join());
}

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

  it('goes back to orders of earlier papers, with the entries that were made of them', async () => {
    const client = await node.as('broker-filer');
    const back = (at: string) => `?back=${encodeURIComponent(`${at} sha256:${'0'.repeat(64)}`)}`;
    const all = await orders('broker-filer');
    const later = back('2999-01-01T00:00:00.000Z');
    const { body } = await client.get<{ items: OrderSummary[] }>(`/api/orders${later}`);
    assert.deepEqual(body.items, all);
    const view = (await client.get(`/api/orders/${all[0]?.id}${later}`)).body as OrderView;
    assert.ok(view.nodes.some(({ stage }) => stage === 'entry'));
    const before = await client.get<{ items: OrderSummary[] }>(
      `/api/orders${back('2000-01-01T00:00:00.000Z')}`,
    );
    assert.deepEqual(before.body.items, []);
  });

  it('shows nobody the orders of others', async () => {
    const [own] = await orders('broker-filer');
    const stranger = await node.as('grower-signer');
    const answer = await stranger.get(`/api/orders/${own?.id}`);
    const held = (await orders('grower-signer')).some(({ id }) => id === own?.id);
    assert.equal(answer.status, held ? 200 : 404);
  });

  it('takes captured events in as stations of the order that they name, and shows them to nobody else', async () => {
    const client = await node.as('broker-filer');
    const view = async (id: string | undefined) => (await client.get(`/api/orders/${id}`)).body as OrderView;
    const [order] = (await orders('broker-filer')).filter(({ number }) => number === 'PO-RAIL-0612');
    assert.ok(order);
    const before = (await view(order.id)).nodes.filter(({ stage }) => stage === 'status').length;
    const captured = await client.post('/epcis/capture', {
      '@context': ['https://ref.gs1.org/standards/epcis/epcis-context.jsonld'],
      ...{ type: 'EPCISDocument', schemaVersion: '2.0', creationDate: '2026-06-13T00:00:00.000Z' },
      epcisBody: {
        eventList: [
          {
            ...{ type: 'ObjectEvent', action: 'OBSERVE', bizStep: 'arriving' },
            ...{ eventTime: '2026-06-12T20:00:00.000-06:00', eventTimeZoneOffset: '-06:00' },
            epcList: ['urn:epc:id:sgtin:0614141.107346.77'],
            bizTransactionList: [
              { type: 'po', bizTransaction: `urn:epcglobal:cbv:bt:0614141073467:${order.number}` },
            ],
          },
        ],
      },
    });
    assert.equal(captured.status, 202);
    const after = await view(order.id);
    const events = after.nodes.filter(({ stage }) => stage === 'status');
    assert.equal(events.length, before + 1);
    assert.ok(
      after.edges.some(({ from, to }) => from.node === order.id && events.some(({ id }) => id === to.node)),
    );
    const grower = await node.as('grower-signer');
    const elsewhere = (await grower.get(`/api/orders/${order.id}`)).body as OrderView;
    const known = new Set(events.map(({ id }) => id));
    assert.ok((elsewhere.nodes ?? []).every(({ id }) => !known.has(id)));
  });

  it('goes on to summary and liquidation, as their filer recorded them', async () => {
    const client = await node.as('broker-filer');
    const items = await orders('broker-filer');
    const views = await Promise.all(
      items.map(async ({ id }) => (await client.get(`/api/orders/${id}`)).body as OrderView),
    );
    const view = views.find(({ nodes }) => nodes.some(({ stage }) => stage === 'entry'));
    const number = view?.nodes.find(({ stage }) => stage === 'entry')?.number;
    for (const [kind, on] of [
      ['released', '2026-06-20'],
      ['summary', '2026-06-30'],
      ['liquidated', '2026-11-05'],
    ]) {
      const answer = await client.post(`/api/entries/${number}/milestones`, { kind, on });
      assert.ok(answer.status < 300, JSON.stringify(answer.body));
    }
    const { nodes, edges } = (await client.get(`/api/orders/${view?.order.order}`)).body as OrderView;
    const own = nodes.filter((node) => node.number === number);
    assert.deepEqual(own.map(({ stage, date }) => [stage, date]).slice(-3), [
      ['release', '2026-06-20'],
      ['summary', '2026-06-30'],
      ['liquidation', '2026-11-05'],
    ]);
    const last = own.at(-1)?.id;
    assert.ok(edges.some(({ from, to }) => to.node === last && from.node === own.at(-2)?.id));
    // A change of the order that comes after the release is found, since the entry may have to be corrected.
    const { buyer, seller } = view?.order ?? { buyer: '', seller: '' };
    const change = {
      ...{ type: 'OrderChange', number: 'LATE-1', issueDate: '2026-06-25', orderNumber: view?.order.number },
      ...{ buyer: { name: buyer }, seller: { name: seller } },
      lines: [{ number: '1', action: 'change', quantity: { value: '1', unit: 'KGM' } }],
    };
    const late = uploadForm([{ name: 'change.json', content: JSON.stringify(change) }]);
    assert.equal((await client.post('/api/drafts', late)).status, 201);
    const { findings } = (await client.get(`/api/orders/${view?.order.order}`)).body as OrderView;
    assert.match(
      findings.find(({ kind }) => kind === 'late-amendment')?.message ?? JSON.stringify(findings),
      /LATE-1 is of 2026-06-25, after entry .* was released on 2026-06-20/,
    );
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
