import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AccreditationView, IssuedCredential } from '@portolan/contract';
import { fragmentOf, issueCredential, type Verdict } from '@portolan/credentials';
import { addDays, date, expectOk } from '@portolan/kernel';
import { addTenant } from '../platform/admin/tenants.ts';
import type { Client } from '../testing/client.ts';
import { stranger } from '../trade/refused/shipments.ts';
import { type CredentialNode, credentialNode, sampleOrder } from './testing/credential-node.ts';
import { buildTrust } from './trust/build-trust.ts';

let node: CredentialNode;
let lead: Client;
let grower: { id: string; did: string };

before(async () => {
  node = await credentialNode();
  lead = await node.as('agency-lead');
  grower = await node.tenant('grower');
});
after(() => node.close());

const today = () => date(node.now().slice(0, 10));

async function accredit(changes: Record<string, unknown> = {}, client = lead) {
  return client.post<AccreditationView>('/api/trust', {
    did: grower.did,
    name: 'Sample Valle Verde Produce',
    credentialType: 'CertificationOfOrigin',
    from: addDays(today(), -30),
    reason: 'visited (sample)',
    ...changes,
  });
}

/** What the register says of the grower for a type, to a tenant, at an instant. */
async function answer(credentialType: string, at = node.now(), tenantId?: string) {
  const id = tenantId ?? (await node.tenant('agency')).id;
  const credentials = [
    {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: grower.did,
      credentialSubject: {},
    },
  ];
  const batch = await buildTrust(node.context, { tenantId: id, at, credentials, statusLists: [] });
  return batch.trust({ instant: at, source: 'log' }).accreditation(grower.did, credentialType, at);
}

test('an unknown issuer is unknown; ordinary trade papers need no accreditation; the agency needs none from itself', async () => {
  assert.deepEqual(await answer('CertificationOfOrigin'), { state: 'unknown' });
  assert.deepEqual(await answer('CommercialInvoice'), { state: 'not-required' });
  const agency = await node.tenant('agency');
  const batch = await buildTrust(node.context, {
    tenantId: agency.id,
    at: node.now(),
    credentials: [],
    statusLists: [],
  });
  const own = batch
    .trust({ instant: node.now(), source: 'log' })
    .accreditation(agency.did, 'OrganizationIdentity', node.now());
  assert.deepEqual(own, { state: 'accredited', by: 'Sample Customs Agency' });
});

test('the lead accredits for one type, from a day to a day, both included; trade members see it too', async () => {
  const until = addDays(today(), 10);
  const { status, body } = await accredit({ until });
  assert.equal(status, 201);
  assert.equal(body.state, 'active');
  assert.equal(body.by, 'Sample Lead');
  const from = addDays(today(), -30);
  const accredited = { state: 'accredited', by: 'Sample Customs Agency', since: from };
  const { id: brokerId } = await node.tenant('broker');
  assert.deepEqual(await answer('CertificationOfOrigin'), accredited);
  assert.deepEqual(await answer('CertificationOfOrigin', node.now(), brokerId), accredited);
  assert.deepEqual(await answer('CertificationOfOrigin', `${until}T23:59:59.999Z` as never), accredited);
  assert.deepEqual(await answer('CertificationOfOrigin', `${addDays(until, 1)}T00:00:00.000Z` as never), {
    state: 'not-accredited',
  });
  assert.deepEqual(await answer('CertificationOfOrigin', `${addDays(from, -1)}T23:59:59.999Z` as never), {
    state: 'not-accredited',
  });
  assert.deepEqual(await answer('OrganizationIdentity'), { state: 'not-accredited' });
  const broker = await node.as('broker-viewer');
  const items = (await broker.get<{ items: AccreditationView[] }>('/api/trust')).body.items;
  assert.deepEqual(
    items.map(({ id }) => id),
    [body.id],
  );
});

test('a suspension counts from now until it is lifted; what was signed before stays', async () => {
  const { body } = await accredit({ credentialType: 'OrganizationIdentity' });
  const before = node.now();
  node.pass(60);
  const suspended = await lead.post<AccreditationView>(`/api/trust/${body.id}/suspend`, {
    suspended: true,
    reason: 'certificates without goods (sample)',
  });
  assert.equal(suspended.body.state, 'suspended');
  assert.equal(suspended.body.reason, 'certificates without goods (sample)');
  const since = node.now();
  assert.deepEqual(await answer('OrganizationIdentity'), {
    state: 'suspended',
    since,
    reason: 'certificates without goods (sample)',
  });
  assert.equal((await answer('OrganizationIdentity', before)).state, 'accredited');
  const twice = await lead.post(`/api/trust/${body.id}/suspend`, { suspended: true, reason: 'again' });
  assert.deepEqual([twice.status, twice.codes], [409, ['NODE_ACCREDITATION_STATE']]);

  node.pass(60);
  const restored = await lead.post<AccreditationView>(`/api/trust/${body.id}/suspend`, {
    suspended: false,
    reason: 'settled',
  });
  assert.deepEqual(
    [restored.body.state, restored.body.reason, restored.body.by],
    ['active', 'settled', 'Sample Lead'],
  );
  assert.equal((await answer('OrganizationIdentity')).state, 'accredited');
  assert.equal((await answer('OrganizationIdentity', since)).state, 'suspended');
  const { rows } = await node.context.pool.query(
    `select action from audit where detail->>'id' = $1 order by at`,
    [body.id],
  );
  assert.deepEqual(
    rows.map(({ action }) => action),
    ['trust.accredit', 'trust.suspend', 'trust.restore'],
  );
});

test('officers and traders change nothing in the register', async () => {
  const officer = await node.as('agency-officer');
  const broker = await node.as('broker-filer');
  assert.deepEqual(
    [(await accredit({}, officer)).status, (await accredit({}, officer)).codes],
    [403, ['NODE_ROLE_REQUIRED']],
  );
  assert.deepEqual((await accredit({}, broker)).codes, ['NODE_AGENCY_ONLY']);
  assert.equal((await accredit({}, node.anonymous)).status, 401);
});

test('bad accreditations are refused by name', async () => {
  assert.deepEqual((await accredit({ did: 'grower' })).codes, ['NODE_ACCREDITATION_DID']);
  assert.deepEqual((await accredit({ from: '2026-05-02', until: '2026-05-01' })).codes, [
    'NODE_ACCREDITATION_DATES',
  ]);
  assert.deepEqual((await accredit({ from: '2026-02-30' })).codes, ['KERNEL_DATE_INVALID']);
  const missing = await lead.post('/api/trust/00000000-0000-4000-8000-000000000000/suspend', {
    suspended: true,
    reason: 'x',
  });
  assert.deepEqual([missing.status, missing.codes], [404, ['NODE_ACCREDITATION_UNKNOWN']]);
});

test('a key revoked at the node: what the log saw before stands, what comes after is refused', async () => {
  const juicer = await node.as('juicer-signer');
  const tenant = await node.tenant('juicer');
  const issue = async (number: string) =>
    (
      await juicer.post<IssuedCredential>('/api/credentials/issue', {
        type: 'PurchaseOrder',
        document: sampleOrder(number),
      })
    ).body;
  const logged = await issue('PO-1');
  const { rows } = await node.context.pool.query(
    'select pending_id from issued_credentials where digest = $1',
    [logged.digest],
  );
  await node.context.log.settled([rows[0].pending_id], 20_000);
  const signer = await node.context.keys.signer(tenant.id);
  const { credential } = logged;
  const stolen = await issueCredential(
    { ...credential, id: 'urn:uuid:00000000-0000-4000-8000-00000000000a' } as unknown as Parameters<
      typeof issueCredential
    >[0],
    signer,
    node.context.crypto,
    // Dated back to before the revocation: it does not help.
    { created: node.now() },
  );
  node.pass(60);
  const owner = { tenantId: tenant.id, slug: tenant.slug, sample: true };
  const [held] = await node.context.keys.history(tenant.id);
  expectOk(await node.context.keys.revoke(owner, held?.id ?? '', 'stolen (sample)'));
  node.pass(60);
  const verdictOf = async (value: unknown) =>
    (await node.anonymous.post<Verdict>('/api/credentials/verify', { credential: value })).body;
  assert.equal(fragmentOf(await verdictOf(credential), 'issuer')?.outcome, 'passed');
  assert.deepEqual(
    fragmentOf(await verdictOf(stolen), 'issuer')?.refusals.map(({ code }) => code),
    ['CRED_KEY_REVOKED'],
  );
});

test('the verdict says who holds the key: the node, the member itself, or that nobody here knows', async () => {
  const own = stranger();
  const seat = { slug: 'own-key', name: 'Sample Own Key', kind: 'trade' as const, roles: ['exporter'] };
  expectOk(await addTenant(node.context, { ...seat, did: own.did }));
  const custody = async (did: string) => {
    const { id: tenantId } = await node.tenant('agency');
    const credentials = [
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiableCredential'],
        issuer: did,
        credentialSubject: {},
      },
    ];
    const batch = await buildTrust(node.context, { tenantId, at: node.now(), credentials, statusLists: [] });
    return batch.trust({ instant: node.now(), source: 'log' }).custody?.(did);
  };
  assert.equal(await custody(grower.did), 'node');
  assert.equal(await custody(own.did), 'member');
  assert.equal(await custody(stranger().did), 'unknown');
});
