import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DossierView, Draft, FilingAcknowledged } from '@portolan/contract';
import type { Client } from '../testing/index.ts';
import { exampleFiles, exampleFiling } from './sample/examples.ts';
import { type Community, community } from './testing/community.ts';
import { uploadForm } from './testing/shipment.ts';

const CODE = 'ORDER_ENTERED_BEFORE';
const { storyAt, typed } = exampleFiling('order-truck');
const names = [
  ...['commercial-invoice.vc.json', 'order-confirmation.json', 'packing-list.csv'],
  ...['power-of-attorney.vc.json', 'purchase-order.json', 'truck-bill-of-lading.json'],
];
const form = () =>
  uploadForm(
    exampleFiles('order-truck', names).map(({ name, bytes }) => ({ name, content: Uint8Array.from(bytes) })),
    { storyAt, typed: JSON.stringify(typed) },
  );

/** The same invoice twice, no preference claimed: by the same filer, and by two who know nothing of each other. */
describe('an invoice line that is entered twice', () => {
  let world: Community;
  let broker: Client;
  let importer: Client;
  let first: string;
  before(async () => {
    world = await community();
    // A second filer: an importer that files for itself.
    await world.node.areas.trade.context.pool.query(
      "update tenants set filer_code = 'ZZ8' where slug = 'importer'",
    );
    broker = await world.node.as('broker-filer');
    importer = await world.node.as('importer-filer');
  });
  after(() => world.node.close());

  const file = async (client: Client, key: string) => {
    const answer = await client.post<FilingAcknowledged>('/api/filings', form(), { 'idempotency-key': key });
    assert.ok(answer.status === 201 || answer.status === 202, JSON.stringify(answer.body));
    return answer.body;
  };
  const finding = async (client: Client, entryNumber: string) => {
    await world.node.areas.trade.settled();
    const { body } = await client.get<DossierView>(`/api/entries/${entryNumber}`);
    return { dossier: body, found: body.evaluation?.findings.find(({ code }) => code === CODE) };
  };

  it('is accepted the first time, and its filer is told before filing it again', async () => {
    const filed = await file(broker, 'first');
    assert.equal(filed.outcome, 'accept');
    first = filed.entryNumber;
    const { body } = await broker.post<Draft>('/api/drafts', form());
    const found = body.evaluation?.findings.find(({ code }) => code === CODE);
    assert.equal(found?.severity, 'refer');
    assert.equal(found?.path, '/lines/0/invoice');
    assert.match(found?.message ?? '', new RegExp(first));
  });

  it('is referred the second time, with the reason and the own entry', async () => {
    const filed = await file(broker, 'second');
    assert.equal(filed.outcome, 'refer');
    const { found } = await finding(broker, filed.entryNumber);
    assert.match(found?.message ?? '', new RegExp(`was entered before in entry ${first}`));
  });

  it('is found when another filer enters it, who learns nothing of the first; the agency sees both', async () => {
    const { body: draft } = await importer.post<Draft>('/api/drafts', form());
    assert.equal(
      draft.evaluation?.findings.some(({ code }) => code === CODE),
      false,
      JSON.stringify(draft.obstacles),
    );
    const filed = await file(importer, 'third');
    assert.equal(filed.outcome, 'refer');
    const { found } = await finding(importer, filed.entryNumber);
    assert.match(found?.message ?? '', /in an entry of another filer/);
    assert.ok(!JSON.stringify(found).includes(first));
    const officer = await world.node.as('agency-officer');
    const { dossier } = await finding(officer, filed.entryNumber);
    const elsewhere = dossier.enteredElsewhere?.map(({ entryNumber }) => entryNumber) ?? [];
    assert.ok(elsewhere.includes(first));
    const { dossier: own } = await finding(importer, filed.entryNumber);
    assert.equal(own.enteredElsewhere, undefined);
  });

  it('may be entered in parts, which come to no more than was invoiced', async () => {
    const pointer = '/lines/0/invoice/quantity';
    const names = ['commercial-invoice.vc.json', 'rail-waybill.json', 'power-of-attorney.vc.json'];
    const rail = exampleFiling('order-rail');
    const parts = (value: string) =>
      uploadForm(
        exampleFiles('order-rail', names).map(({ name, bytes }) => ({
          name,
          content: Uint8Array.from(bytes),
        })),
        { storyAt: rail.storyAt, typed: JSON.stringify({ ...rail.typed, [pointer]: value }) },
      );
    const send = async (value: string, key: string) => {
      const answer = await broker.post<FilingAcknowledged>('/api/filings', parts(value), {
        'idempotency-key': key,
      });
      assert.ok(answer.status === 201 || answer.status === 202, JSON.stringify(answer.body));
      return answer.body;
    };
    const one = await send('12000', 'part-1');
    const two = await send('8000', 'part-2');
    assert.deepEqual([one.outcome, two.outcome], ['accept', 'accept']);
    const { dossier } = await finding(broker, one.entryNumber);
    assert.equal(dossier.entry.lines[0]?.enteredValue, '24000');
    const { body: made } = await broker.post<Draft>('/api/drafts', parts('1'));
    const typed = { ...rail.typed, [pointer]: '1' };
    const { body: draft } = await broker.send<Draft>('PATCH', `/api/drafts/${made.id}`, { typed });
    const over = draft.evaluation?.findings.find(({ code }) => code === 'ORDER_PARTS_TOO_MUCH');
    assert.match(over?.message ?? '', /of which 20000 were entered before/);
    const three = await send('1', 'part-3');
    assert.equal(three.outcome, 'refer');
  });
});
