import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { CapabilityView, Draft, FilingAcknowledged, IssuedCredential } from '@portolan/contract';
import { type Capability, delegateCapability } from '@portolan/credentials/delegation';
import { generateKey, type LocalKey } from '@portolan/credentials/forms';
import { addSeconds, expectOk } from '@portolan/kernel';
import { sampleOrder } from '../credentials/testing/credential-node.ts';
import type { Client } from '../testing/index.ts';
import { typed } from '../torture/shipment/filing.ts';
import { type Community, community } from '../trade/testing/community.ts';
import { shipmentForm } from '../trade/testing/shipment.ts';
import { signRequest, type ToSign } from './testing/signed-request.ts';

let world: Community;
let broker: Client;
let agent: LocalKey;
let clerk: LocalKey;
const now = () => world.node.context.clock.now();
const seconds = () => Math.floor(Date.parse(now()) / 1000);

before(async () => {
  world = await community();
  broker = await world.node.as('broker-signer');
  [agent, clerk] = (await Promise.all([generateKey('Ed25519'), generateKey('Ed25519')])) as [
    LocalKey,
    LocalKey,
  ];
});
after(() => world.node.close());

async function given(more: object = {}): Promise<CapabilityView> {
  const { status, body, codes } = await broker.post<CapabilityView>('/api/capabilities', {
    ...{ controller: agent.did, actions: ['issue', 'read'], caveat: { types: ['PurchaseOrder'] } },
    ...{ expires: addSeconds(now(), 3600), reason: 'Orders of the season', ...more },
  });
  assert.equal(status, 201, codes.join());
  return body;
}

async function call(path: string, key: LocalKey, more: Partial<ToSign> & { sent?: unknown }) {
  const url = `${world.node.url}${path}`;
  const method = more.json === undefined && more.action !== 'file' ? 'GET' : 'POST';
  const { headers, body } = await signRequest(key, {
    ...{ url, method, capability: {}, action: 'read', created: seconds() },
    ...more,
  } as ToSign);
  const payload = more.sent === undefined ? body : JSON.stringify(more.sent);
  const response = await fetch(url, { method, headers, ...(payload === undefined ? {} : { body: payload }) });
  const answer = (await response.json()) as { refusals?: { code: string }[] };
  return {
    status: response.status,
    body: answer,
    codes: answer.refusals?.map(({ code }) => code) ?? [],
    headers,
  };
}

const order = () => ({ type: 'PurchaseOrder', document: sampleOrder(`PO-${randomUUID()}`) });
const issueWith = (
  capability: unknown,
  key: LocalKey = agent,
  more: Partial<ToSign> & { sent?: unknown } = {},
) => call('/t/broker/credentials', key, { capability, action: 'issue', json: order(), ...more });

describe('acting under a capability, over HTTP', () => {
  it('issues in the name of its owner, reads what was issued, and both stand in the record', async () => {
    const { id, capability } = await given();
    const issued = await issueWith(capability);
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    const { digest, credential } = issued.body as unknown as IssuedCredential;
    assert.equal(credential.issuer, world.seat('broker').did);
    const read = await call(`/t/broker/credentials/${digest}`, agent, { capability });
    assert.deepEqual([read.status, (read.body as { digest?: string }).digest], [200, digest]);
    const uses = await broker.get<{ total: number; items: { action: string; invoker: string }[] }>(
      `/api/capabilities/${id}/uses`,
    );
    assert.deepEqual(
      uses.body.items.map(({ action, invoker }) => [action, invoker]),
      [
        ['read', agent.did],
        ['issue', agent.did],
      ],
    );
    const shown = await broker.get<{ items: { way: string; recipient: string; digest: string }[] }>(
      '/api/disclosures',
    );
    assert.ok(shown.body.items.some((one) => one.way === 'delegated' && one.digest === digest));
    const list = await broker.get<{ items: CapabilityView[] }>('/api/capabilities?state=active');
    assert.equal(list.body.items.find((one) => one.id === id)?.uses, 2);
  });

  it('of a chain the last holder acts, within every caveat', async () => {
    const { capability } = await given();
    const part = expectOk(
      await delegateCapability(
        {
          ...{ id: 'urn:uuid:part-1', controller: clerk.did, target: String(capability.invocationTarget) },
          ...{ actions: ['issue'], caveat: { types: ['PurchaseOrder'] }, created: now() },
          ...{ expires: addSeconds(now(), 600), parent: capability as unknown as Capability },
        },
        agent,
      ),
    );
    assert.equal((await issueWith(part, clerk)).status, 201);
    assert.deepEqual(
      (await call(`/t/broker/credentials/sha256:${'0'.repeat(64)}`, clerk, { capability: part })).codes,
      ['NODE_ZCAP_REFUSED', 'CRED_ZCAP_SCOPE'],
    );
    assert.ok((await issueWith(part, agent)).codes.includes('CRED_ZCAP_SCOPE'));
    await broker.post(`/api/capabilities/${part.id}/revoke`, { reason: 'The clerk has left' });
    assert.deepEqual((await issueWith(part, clerk)).codes, ['NODE_ZCAP_REVOKED']);
  });

  it('refuses what lies outside: another action, type, organization, holder', async () => {
    const reading = await given({ actions: ['read'] });
    assert.ok((await issueWith(reading.capability)).codes.includes('CRED_ZCAP_SCOPE'));
    const { capability } = await given({ below: 'credentials' });
    const invoice = await issueWith(capability, agent, { json: { ...order(), type: 'CommercialInvoice' } });
    assert.deepEqual([invoice.status, invoice.codes], [403, ['NODE_ZCAP_REFUSED', 'CRED_ZCAP_SCOPE']]);
    assert.ok((await issueWith(capability, clerk)).codes.includes('CRED_ZCAP_SCOPE'));
    const elsewhere = await call('/t/importer/credentials', agent, {
      ...{ capability, action: 'issue', json: order() },
    });
    assert.ok(elsewhere.codes.includes('CRED_ZCAP_INVALID'), elsewhere.codes.join());
    const claimed = await issueWith(capability, agent, { action: 'file' });
    assert.deepEqual(claimed.codes, ['NODE_ZCAP_SIGNATURE_MISSING']);
  });

  it('refuses what was widened, altered, made by somebody else, ended or taken back', async () => {
    const { id, capability } = await given();
    const wider = { ...capability, allowedAction: ['issue', 'read', 'file'] };
    assert.ok((await issueWith(wider)).codes.includes('CRED_ZCAP_INVALID'));
    const own = expectOk(
      await delegateCapability(
        {
          ...{ id: 'urn:uuid:own', controller: agent.did, target: String(capability.invocationTarget) },
          ...{ actions: ['issue'], created: now(), expires: addSeconds(now(), 600) },
        },
        agent,
      ),
    );
    assert.ok((await issueWith(own)).codes.includes('CRED_ZCAP_INVALID'));
    const past = { controller: agent.did, actions: ['read'], expires: addSeconds(now(), -1), reason: 'Late' };
    assert.deepEqual((await broker.post('/api/capabilities', past)).codes, ['NODE_ZCAP_PAST']);
    const { clock } = world.node.context;
    const real = clock.now;
    try {
      Object.assign(clock, { now: () => addSeconds(real(), 4000) });
      assert.ok((await issueWith(capability)).codes.includes('CRED_ZCAP_EXPIRED'));
    } finally {
      Object.assign(clock, { now: real });
    }
    assert.equal((await broker.post(`/api/capabilities/${id}/revoke`, { reason: 'No more' })).status, 200);
    assert.deepEqual((await issueWith(capability)).codes, ['NODE_ZCAP_REVOKED']);
    const list = await broker.get<{ items: CapabilityView[] }>('/api/capabilities?state=revoked');
    assert.equal(list.body.items.find((one) => one.id === id)?.revokedReason, 'No more');
  });

  it('a signed request counts once, for ten minutes, as it was signed', async () => {
    const { capability } = await given();
    const json = order();
    const created = seconds();
    assert.equal((await issueWith(capability, agent, { json, created })).status, 201);
    assert.deepEqual((await issueWith(capability, agent, { json, created })).codes, ['NODE_ZCAP_REPLAYED']);
    for (const times of [
      { created: created - 700, expires: created - 100 },
      { created: created + 300 },
      { created, expires: created + 3600 },
    ])
      assert.deepEqual((await issueWith(capability, agent, times)).codes, ['NODE_ZCAP_SIGNATURE_TIME']);
    assert.deepEqual((await issueWith(capability, agent, { sent: order() })).codes, [
      'NODE_ZCAP_SIGNATURE_INVALID',
    ]);
    for (const name of ['digest', 'host', '(request-target)', 'capability-invocation', '(expires)'])
      assert.deepEqual((await issueWith(capability, agent, { without: [name] })).codes, [
        'NODE_ZCAP_SIGNATURE_COVERS',
      ]);
    const stolen = { ...agent, sign: (message: Uint8Array) => clerk.sign(message) } as LocalKey;
    assert.deepEqual((await issueWith(capability, stolen)).codes, ['NODE_ZCAP_SIGNATURE_INVALID']);
  });

  it('without a signature, and with what is none, nothing is done', async () => {
    const { node } = world;
    const plain = await node.anonymous.post('/t/broker/credentials', order());
    assert.deepEqual([plain.status, plain.codes], [401, ['NODE_ZCAP_SIGNATURE_MISSING']]);
    const bomb = { 'capability-invocation': 'zcap capability="AAAA",action="issue"' };
    const odd = await node.anonymous.post('/t/broker/credentials', order(), {
      ...bomb,
      authorization: 'Signature keyId="did:key:z6Mk#z6Mk",headers="host",signature="AA=="',
    });
    assert.deepEqual(odd.codes, ['NODE_ZCAP_SIGNATURE_COVERS']);
    for (const capability of [{}, 'text', [], null, { proof: { capabilityChain: [{}] } }])
      assert.equal((await issueWith(capability)).status, 403);
    assert.equal((await broker.with({ authorization: 'Signature x' }).get('/api/capabilities')).status, 200);
    assert.equal(
      (await node.anonymous.get('/api/capabilities', { authorization: 'Signature x' })).status,
      401,
    );
  });

  it('files a draft, within the entry types, ports and programs that the caveats name', async () => {
    const filer = await world.node.as('broker-filer');
    const { body: draft } = await filer.post<Draft>('/api/drafts', await shipmentForm(41));
    await filer.send('PATCH', `/api/drafts/${draft.id}`, { typed });
    const file = async (caveat: object) => {
      const { capability } = await given({ actions: ['file'], caveat });
      return call(`/t/broker/filings/${draft.id}`, agent, { capability, action: 'file' });
    };
    assert.ok((await file({ entryTypes: ['03'] })).codes.includes('CRED_ZCAP_SCOPE'));
    assert.ok((await file({ ports: ['1001'] })).codes.includes('CRED_ZCAP_SCOPE'));
    assert.ok((await file({ programs: ['steel'] })).codes.includes('CRED_ZCAP_SCOPE'));
    // A filing has no document type, so a caveat on types cannot be kept.
    assert.ok((await file({ types: ['PurchaseOrder'] })).codes.includes('CRED_ZCAP_SCOPE'));
    const filed = await file({ entryTypes: ['01'], ports: ['2604'], programs: ['usmca-cafta'] });
    assert.equal(filed.status, 202, JSON.stringify(filed.body));
    assert.equal((filed.body as unknown as FilingAcknowledged).outcome, 'accept');
  });

  it('another organization neither sees it nor takes it back', async () => {
    const { id, capability } = await given();
    const importer = await world.node.as('importer-signer');
    const list = await importer.get<{ total: number }>('/api/capabilities');
    assert.equal(list.body.total, 0);
    await importer.post(`/api/capabilities/${id}/revoke`, { reason: 'Not ours' });
    assert.equal((await issueWith(capability)).status, 201);
    assert.equal((await importer.get<{ total: number }>(`/api/capabilities/${id}/uses`)).body.total, 0);
  });
});
