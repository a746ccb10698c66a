import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Draft, FilingAcknowledged } from '@portolan/contract';
import type { Answer, Client } from '../testing/index.ts';
import { type Community, community } from './testing/community.ts';
import { shipmentForm } from './testing/shipment.ts';

let world: Community;
let draft: Draft;
let filed: FilingAcknowledged;

before(async () => {
  world = await community();
  const broker = await world.node.as('broker-filer');
  draft = (await broker.post<Draft>('/api/drafts', await shipmentForm(201))).body;
  const answer = await broker.post<FilingAcknowledged>('/api/filings', await shipmentForm(202), {
    'idempotency-key': 'one',
  });
  assert.equal(answer.status, 202, answer.codes.join());
  filed = answer.body;
  await world.node.areas.trade.settled();
});
after(() => world.node.close());

/** Everything that names a case of somebody's. */
function attempts(client: Client): Promise<Answer>[] {
  const entry = `/api/entries/${filed.entryNumber}`;
  const digest = draft.evidence[0]?.digest ?? '';
  return [
    client.get(`/api/drafts/${draft.id}`),
    client.send('PATCH', `/api/drafts/${draft.id}`, { typed: { '/bond': { type: '8' } } }),
    client.post(`/api/drafts/${draft.id}/file`),
    client.send('DELETE', `/api/drafts/${draft.id}`),
    client.send('DELETE', `/api/drafts/${draft.id}/documents/${digest}`),
    client.get(entry),
    client.get(`${entry}/receipt`),
    client.get(`${entry}/forms/7501`),
    client.get(`${entry}/packet`),
    client.get(`${entry}/copy`),
    client.get(`${entry}/milestones`),
    client.post(`${entry}/milestones`, { kind: 'paid', on: '2026-06-12' }),
    client.post('/api/statements/paid', { entryNumbers: [filed.entryNumber], on: '2026-06-12' }),
    client.get(`${entry}/replay`),
    client.post(`${entry}/compare`, { text: 'not mine' }),
    client.post(`${entry}/correct`, { typed: {}, reason: 'not mine' }),
  ];
}

describe("another organization's case", () => {
  it('is not found, whatever is asked for', async () => {
    const juicer = await world.node.as('juicer-signer');
    for (const answer of await Promise.all(attempts(juicer))) {
      assert.equal(answer.status, 404, JSON.stringify(answer.body));
      assert.deepEqual(answer.codes, ['NODE_CASE_UNKNOWN']);
    }
  });

  it('is not found by a party whose evidence it rests on: it sees its receipts alone', async () => {
    const grower = await world.node.as('grower-signer');
    assert.equal((await grower.get(`/api/entries/${filed.entryNumber}`)).status, 404);
    assert.equal((await grower.get(`/api/entries/${filed.entryNumber}/replay`)).status, 409);
    const { body } = await grower.get<{ receipts: { kind: string }[] }>(
      `/api/entries/${filed.entryNumber}/receipt`,
    );
    assert.deepEqual(new Set(body.receipts.map(({ kind }) => kind)), new Set(['credential']));
    assert.equal((await grower.get<{ total: number }>('/api/entries')).body.total, 0);
  });

  it('is not found as a draft by the agency or the importer', async () => {
    const importer = await world.node.as('importer-filer');
    assert.equal((await importer.get(`/api/drafts/${draft.id}`)).status, 404);
    const officer = await world.node.as('agency-officer');
    assert.equal((await officer.get(`/api/drafts/${draft.id}`)).status, 403);
  });

  it('shows in nobody else’s lists', async () => {
    const juicer = await world.node.as('juicer-signer');
    for (const path of ['/api/entries', '/api/drafts', '/api/requests']) {
      const { body } = await juicer.get<{ total: number }>(path);
      assert.equal(body.total, 0, path);
    }
    const { body } = await juicer.get<{ items: unknown[] }>('/api/work');
    assert.deepEqual(body.items, []);
  });

  it('is not decided by the trade', async () => {
    const broker = await world.node.as('broker-filer');
    const decision = { outcome: 'accept', reason: 'I say so' };
    const answer = await broker.post(`/api/entries/${filed.entryNumber}/decision`, decision);
    assert.deepEqual(answer.codes, ['NODE_AGENCY_ONLY']);
    assert.deepEqual((await broker.get('/api/queue')).codes, ['NODE_AGENCY_ONLY']);
    assert.deepEqual((await broker.get('/api/targeting')).codes, ['NODE_AGENCY_ONLY']);
  });

  it('is not touched by a member who may only look', async () => {
    const trainee = await world.node.as('broker-viewer');
    assert.equal((await trainee.get(`/api/drafts/${draft.id}`)).status, 200);
    const answer = await trainee.post(`/api/drafts/${draft.id}/file`);
    assert.deepEqual(answer.codes, ['NODE_ROLE_REQUIRED']);
  });

  it('is shown to nobody without sign-in', async () => {
    for (const answer of await Promise.all(attempts(world.node.anonymous))) assert.equal(answer.status, 401);
  });
});
