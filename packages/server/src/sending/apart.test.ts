import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type {
  AccreditationView,
  DisclosureView,
  Draft,
  IssuedCredential,
  KnownParty,
  LedgerEvent,
  LotView,
  PostedEvent,
  Sending,
} from '@portolan/contract';
import { expectOk } from '@portolan/kernel';
import { sampleTenant } from '@portolan/programs';
import { fetchAgencyRegister, fetchRegister } from '../credentials/trust/fetch-register.ts';
import { freshRegisters } from '../credentials/trust/fresh-registers.ts';
import { type Apart, nodesApart, until } from '../exchange/testing/apart.ts';
import type { Client } from '../testing/index.ts';
import { papersOf } from '../torture/shipment/documents.ts';

const didOf = (slug: Parameters<typeof sampleTenant>[0]) => sampleTenant(slug).did;

describe('sending documents, and the register of an agency elsewhere', () => {
  let apart: Apart;
  let grower: Client;
  let importer: Client;
  before(async () => {
    apart = await nodesApart();
    grower = apart.clients.grower;
    importer = apart.clients.importer;
  });
  after(() => apart.close());

  /** A certificate that the grower signs with the key its node holds. */
  async function certificate(serial: number): Promise<string> {
    const paper = papersOf(serial).find(({ subject }) => subject.type === 'CertificationOfOrigin');
    const body = { type: 'CertificationOfOrigin', document: paper?.subject.document };
    const issued = await grower.post<IssuedCredential>('/api/credentials/issue', body);
    assert.equal(issued.status, 201, issued.codes.join());
    return issued.body.digest;
  }

  const send = (client: Client, body: object, key?: string) =>
    client.post<Sending>('/api/sendings', body, key ? { 'idempotency-key': key } : {});
  const sentOf = async (client: Client, digest: string) =>
    (await client.get<{ items: Sending[] }>(`/api/sendings?digest=${digest}`)).body.items;
  const delivered = (client: Client, digest: string) =>
    until(async () => {
      const [last] = await sentOf(client, digest);
      return last?.state === 'delivered' ? last : undefined;
    }, 'the delivery');

  it('reaches a party of the same node, which holds it and may send it on; it is on record once', async () => {
    const digest = await certificate(701);
    const body = { digests: [digest], to: didOf('importer'), note: 'For order 701' };
    const first = await send(grower, body, 'once');
    assert.equal(first.status, 202, first.codes.join());
    const again = await send(grower, body, 'once');
    assert.equal(again.body.id, first.body.id);
    const other = await send(grower, { ...body, to: didOf('carrier') }, 'once');
    assert.deepEqual(other.codes, ['NODE_IDEMPOTENCY_REUSED']);
    const arrived = await delivered(grower, digest);
    assert.ok(arrived.answeredAt);
    assert.equal(arrived.toName, sampleTenant('importer').name);
    const { body: shown } = await grower.get<{ items: DisclosureView[] }>(
      `/api/disclosures?digest=${digest}`,
    );
    assert.deepEqual(
      shown.items.map(({ recipient, way, reason }) => [recipient, way, reason]),
      [[didOf('importer'), 'envelope', 'For order 701']],
    );
    assert.deepEqual(await sentOf(importer, digest), [], 'others see nothing of it');
    const on = await send(importer, { digests: [digest], to: didOf('broker') });
    assert.equal(on.status, 202, on.codes.join());
    const late = await grower.post(`/api/sendings/${arrived.id}/withdraw`, {});
    assert.deepEqual(late.codes, ['NODE_SENDING_ANSWERED']);
  });

  it('refuses strangers, what is another’s, and what was revoked', async () => {
    const digest = await certificate(702);
    const to = didOf('importer');
    const stranger = 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';
    const codes = async (client: Client, body: object) => (await send(client, body)).codes;
    assert.deepEqual(await codes(grower, { digests: [digest], to: stranger }), ['NODE_RECIPIENT_UNKNOWN']);
    assert.deepEqual(await codes(grower, { digests: [digest], to: didOf('grower') }), [
      'NODE_RECIPIENT_SELF',
    ]);
    assert.deepEqual(await codes(importer, { digests: [digest], to: didOf('broker') }), [
      'NODE_DOCUMENT_UNKNOWN',
    ]);
    const change = { action: 'revoke', reason: 'Wrong lot.' };
    assert.equal((await grower.post(`/api/credentials/${digest}/status`, change)).status, 200);
    assert.deepEqual(await codes(grower, { digests: [digest], to }), ['NODE_DOCUMENT_WITHDRAWN']);
    assert.deepEqual(await sentOf(grower, digest), []);
  });

  it('waits for a node that is away, is taken back until then, and arrives when it is there', async () => {
    const { body: found } = await grower.get<{ items: KnownParty[] }>('/api/recipients?q=customs');
    const to = found.items.find(({ did }) => did === didOf('agency'))?.did ?? '';
    const digest = await certificate(703);
    const first = await send(grower, { digests: [digest], to });
    const waiting = await until(async () => {
      const [last] = await sentOf(grower, digest);
      return last?.problem ? last : undefined;
    }, 'an attempt in vain');
    assert.equal(waiting.state, 'waiting');
    const taken = await grower.post<Sending>(`/api/sendings/${first.body.id}/withdraw`, {});
    assert.equal(taken.body.state, 'withdrawn', taken.codes.join());
    await apart.openRoad();
    await send(grower, { digests: [digest], to });
    await delivered(grower, digest);
    const states = (await sentOf(grower, digest)).map(({ state }) => state);
    assert.deepEqual(states, ['delivered', 'withdrawn']);
    const { officer } = apart.clients;
    const passed = await send(officer, { digests: [digest], to: didOf('broker') });
    assert.deepEqual(passed.codes, ['NODE_DOCUMENT_CONFIDENTIAL']);
  });

  it('a single signed event about lots is taken into the ledger of the other node, which trusts no log there and goes by its receipt', async () => {
    const outputs = [{ lot: 'crate 7', commodity: 'avocado', quantity: { value: '500', unit: 'KGM' } }];
    const event = { kind: 'produce', inputs: [], losses: [], outputs };
    const { body: posted, codes } = await grower.post<PostedEvent>('/api/trace/events', { event });
    assert.equal(posted.state, 'accepted', codes.join());
    const sent = await send(grower, { digests: [posted.digest], to: didOf('agency') });
    assert.equal(sent.status, 202, sent.codes.join());
    await delivered(grower, posted.digest);
    const address = `/api/trace/events/${encodeURIComponent(posted.event)}`;
    const here = await grower.get<LedgerEvent>(address);
    const there = await apart.clients.officer.get<LedgerEvent>(address);
    assert.equal(there.status, 200, there.codes.join());
    assert.deepEqual(
      [there.body.state, there.body.by.id, there.body.knownAt > here.body.knownAt, there.body.source],
      ['accepted', didOf('grower'), true, posted.digest],
    );
    const lot = await apart.clients.officer.get<LotView>(`/api/lots/${encodeURIComponent('crate 7')}`);
    assert.equal(lot.body.left, '500');
  });

  const accreditation = async (serial: number) => {
    const { body, status, codes } = await apart.clients.broker.post<Draft>(
      '/api/drafts',
      await apart.documents(serial),
    );
    assert.equal(status, 201, codes.join());
    const found = body.evidence.find(({ type }) => type === 'CertificationOfOrigin');
    return found?.verdict?.fragments.find(({ name }) => name === 'accreditation');
  };

  it('a draft stays undetermined without the agency’s register, and rests on it once it was fetched', async () => {
    const { trade, agency } = apart;
    const operator = { ...trade.context, formKeys: trade.context.formKeys };
    await trade.context.pool.query('delete from accreditations');
    assert.equal((await accreditation(801))?.outcome, 'undetermined');
    const nobody = await fetchAgencyRegister(operator, 'did:key:z6MkNobody');
    assert.ok(!nobody.ok && nobody.refusals[0]?.code === 'NODE_AGENCY_NO_PEER');
    const fetched = expectOk(await fetchAgencyRegister(operator, sampleTenant('agency').name));
    assert.equal(fetched.accreditations.length, 2);
    const known = await accreditation(802);
    assert.equal(known?.outcome, 'passed');
    assert.match(known?.reason ?? '', /its register as of 2026-06-12 \d\d:\d\d UTC/);
    const { body } = await apart.clients.broker.get<{ items: AccreditationView[] }>('/api/trust');
    assert.equal(body.items.length, 2, 'members see the copy');
    const { rows } = await agency.context.pool.query<{ id: string }>('select id from tenants');
    assert.equal(rows.length, 1);
  });

  it('an old copy is fetched anew for a draft; where that fails it goes on counting', async () => {
    const { trade, agency } = apart;
    const now = { ...trade.context, config: { ...trade.context.config, trustAgeSeconds: 0 } };
    await agency.context.pool.query(
      `insert into accreditation_suspensions (tenant_id, did, accreditation_id, suspended_at, reason, suspended_by)
       select tenant_id, did, id, '2026-06-12T00:00:00Z', 'Under inquiry.', 'test' from accreditations where did = $1`,
      [didOf('grower')],
    );
    assert.equal((await accreditation(803))?.outcome, 'passed', 'the copy is young');
    await freshRegisters(now);
    const suspended = await accreditation(804);
    assert.equal(suspended?.outcome, 'failed');
    assert.equal(suspended?.refusals[0]?.code, 'CRED_ISSUER_SUSPENDED');
    await apart.closeRoad();
    await freshRegisters(now);
    assert.equal((await accreditation(805))?.outcome, 'failed', 'the copy stays');
    await trade.context.pool.query("update peer_registers set valid_until = '2026-01-01'");
    assert.equal((await accreditation(806))?.outcome, 'undetermined', 'a copy that is over speaks no more');
  });

  it('takes no register that another has signed', async () => {
    const { trade, agency } = apart;
    const signed = await agency.anonymous.get<Record<string, unknown>>(
      `/api/trust/published/${encodeURIComponent(didOf('agency'))}`,
    );
    const forged = { ...signed.body, accreditations: [] };
    const place = { did: didOf('agency'), baseUrl: agency.url };
    const taken = await fetchRegister(trade.context, place, async () => JSON.stringify(forged));
    assert.ok(!taken.ok && taken.refusals[0]?.code.startsWith('CRED_'));
    const nobody = await agency.anonymous.get(`/api/trust/published/${encodeURIComponent(didOf('grower'))}`);
    assert.deepEqual(nobody.codes, ['NODE_REGISTER_UNPUBLISHED']);
  });
});
