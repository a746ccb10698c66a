import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AttestationRequest, StandingAnswer } from '@portolan/contract';
import {
  canonicalize,
  date,
  expectOk,
  type Instant,
  instant,
  type JsonObject,
  type JsonValue,
  utf8,
} from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import {
  sampleAttestations,
  sampleAttesters,
  sampleKeyPrefix,
  samplePolicy,
  sampleTenant,
} from '@portolan/programs';
import { configurePeers } from '../exchange/peers.ts';
import { addTrustedLog } from '../log/foreign/administer.ts';
import { insertMember } from '../platform/admin/members.ts';
import { addTenant } from '../platform/admin/tenants.ts';
import { addToken } from '../platform/admin/tokens.ts';
import type { Clock } from '../platform/clock.ts';
import type { MemberRole } from '../platform/tenant.ts';
import { withTransaction } from '../platform/transaction.ts';
import { type Client, createClient, type TestNode, testNode } from '../testing/index.ts';
import { importOversight } from './import-oversight.ts';
import { attesterSigner } from './sample.ts';

/** Runs like any clock, from the day on which the attesters sign. */
const begun = Date.now();
const clock: Clock = { now: () => instant(Date.parse('2026-05-04T16:00:00Z') + Date.now() - begun) };
const attesters = ['register', 'tax-office', 'bank'] as const;
const grower = sampleTenant('grower');
const agency = sampleTenant('agency');
const about = (more = '') => `/api/standings/${encodeURIComponent(grower.did)}${more}`;

async function seat(
  node: TestNode,
  slug: string,
  name: string,
  role: MemberRole,
  kind: 'agency' | 'trade' = 'trade',
): Promise<Client> {
  const seed = nodeCrypto.sha256(utf8(sampleKeyPrefix + slug));
  const id = crypto.randomUUID();
  const roles = kind === 'agency' ? ['agency'] : ['producer'];
  expectOk(await addTenant(node.context, { slug, name, kind, roles, sample: { id, seed } } as never));
  const memberId = crypto.randomUUID();
  await withTransaction(node.context.pool, (tx) =>
    insertMember(tx, id, { id: memberId, name: `Sample ${role} of ${slug}`, role }, clock.now()),
  );
  const scopes = ['read', 'file', 'sign', 'decide'] as const;
  const token = expectOk(
    await addToken(node.context, { tenant: slug, memberId, label: 'test', scopes: [...scopes] }),
  );
  return createClient(node.url, { authorization: `Bearer ${token.token}` });
}

async function until<T>(read: () => Promise<T | undefined>, what: string): Promise<T> {
  const deadline = performance.now() + 20_000;
  while (performance.now() < deadline) {
    const value = await read();
    if (value !== undefined) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`in vain: ${what}`);
}

describe("the attesters' node and the agency's node", () => {
  let trade: TestNode;
  let agencyNode: TestNode;
  let lead: Client;
  let holder: Client;
  const attest = new Map<string, Client>();

  before(async () => {
    [trade, agencyNode] = await Promise.all([
      testNode({ sample: false, clock }),
      testNode({ sample: false, clock }),
    ]);
    lead = await seat(agencyNode, 'agency', agency.name, 'lead', 'agency');
    holder = await seat(trade, 'grower', grower.name, 'signer');
    for (const slug of attesters) attest.set(slug, await seat(trade, slug, nameOf(slug), 'signer'));
    await configurePeers(
      trade.context.pool,
      [{ did: agency.did, name: agency.name, kind: 'agency', baseUrl: agencyNode.url }],
      clock.now(),
    );
    const peers = [
      ...attesters.map((slug) => ({ did: attesterSigner(slug).did, name: nameOf(slug) })),
      grower,
    ];
    await configurePeers(
      agencyNode.context.pool,
      peers.map(({ did, name }) => ({ did, name, kind: 'trade', baseUrl: trade.url })),
      clock.now(),
    );
    const logKey = (await trade.anonymous.get<string>('/log/key')).body.trim();
    expectOk(await addTrustedLog(agencyNode.context, logKey, 'A neutral service keeps it.'));
    await accreditAttesters();
    const published = await lead.post('/api/policies', { policy: samplePolicy, reason: 'First policy.' });
    assert.equal(published.status, 201, JSON.stringify(published.body));
  });
  after(async () => {
    await agencyNode.close();
    await trade.close();
  });

  const nameOf = (slug: string) => sampleAttesters.find((one) => one.slug === slug)?.name ?? slug;

  async function accreditAttesters(): Promise<void> {
    for (const { slug, name, types } of sampleAttesters)
      for (const credentialType of types) {
        const body = {
          did: attesterSigner(slug).did,
          name,
          credentialType,
          from: date('2026-01-01'),
          reason: 'Known.',
        };
        assert.equal((await lead.post('/api/trust', body)).status, 201);
      }
  }

  const standing = async (client: Client, asOf: Instant = clock.now()) => {
    const answer = await client.get<StandingAnswer>(about(`?role=producer&asOf=${asOf}`));
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body.standing;
  };

  it('an attestation reaches its subject here and the agency there', async () => {
    for (const slug of attesters) {
      const own = sampleAttestations.filter((one) => one.by === slug && one.about === 'grower');
      const attestations = own.map(({ type, document }) => ({ type, document }));
      const issued = await attest
        .get(slug)
        ?.post<{ items: { refusals: unknown[] }[] }>('/api/attestations/issue', {
          attestations,
          copyTo: [agency.did],
        });
      assert.deepEqual(
        issued?.body.items.map(({ refusals }) => refusals),
        [[]],
        JSON.stringify(issued?.body),
      );
    }
    const reached = await until(async () => {
      const { level } = await standing(lead);
      return level === 'established' ? level : undefined;
    }, 'the grower established at the agency');
    assert.equal(reached, 'established');
    const own = await holder.get<{ total: number }>('/api/attestations');
    assert.equal(own.body.total, 3);
  });

  it('the other node computes the standing again, to the same digest', async () => {
    const bundle = await lead.get<JsonObject>(about(`/bundle?role=producer&asOf=${clock.now()}`));
    const again = await trade.anonymous.post<{ same: boolean }>('/api/standings/recompute', bundle.body);
    assert.deepEqual([again.status, again.body.same], [200, true], JSON.stringify(again.body));
  });

  it('the other node takes over what the agency published, and computes by it to the same digest', async () => {
    const path = `/api/oversight/published/${encodeURIComponent(agency.did)}`;
    const published = await agencyNode.anonymous.get<JsonObject>(path);
    assert.equal(published.status, 200);
    const altered = { ...published.body, at: '2026-05-04T16:30:00.000Z' };
    const context = trade.context as never;
    assert.equal((await importOversight(context, altered)).ok, false);
    const imported = expectOk(await importOversight(context, published.body));
    assert.equal(imported.policies.length, 1);
    const older = await importOversight(context, published.body);
    assert.equal(older.ok, true, 'the same once more changes nothing');
    const asOf = clock.now();
    const question = about(`?role=producer&asOf=${asOf}&agency=${encodeURIComponent(agency.did)}`);
    const here = await holder.get<StandingAnswer>(question);
    assert.deepEqual(
      [here.status, here.body.standing.level],
      [200, 'established'],
      JSON.stringify(here.body),
    );
    // Over the agency's evidence what was published is all that it takes to get the agency's own bytes.
    const bundle = await lead.get<JsonObject>(about(`/bundle?role=producer&asOf=${asOf}`));
    const { policies, acts } = imported;
    const again = await trade.anonymous.post<{ same: boolean }>('/api/standings/recompute', {
      ...{ ...bundle.body, policy: policies[0], acts },
    });
    assert.deepEqual([again.status, again.body.same], [200, true], JSON.stringify(again.body));
  });

  it('by receipts of a log that both trust they come to the same bytes, each from what it holds itself', async () => {
    const held = await holder.get<{ items: { digest: string }[] }>('/api/attestations');
    const digests = held.body.items.map(({ digest }) => digest);
    const bytesAt = async (client: Client, asOf: Instant) => {
      const question = about(`?role=producer&asOf=${asOf}&agency=${encodeURIComponent(agency.did)}`);
      const { body } = await client.get<StandingAnswer>(question);
      return canonicalize(body.standing as unknown as JsonValue);
    };
    const bytes = await until(async () => {
      // The receipts go along once the leaves are in the log.
      await holder.post('/api/attestations/send', { digests, to: agency.did });
      const asOf = clock.now();
      const [here, there] = await Promise.all([bytesAt(holder, asOf), bytesAt(lead, asOf)]);
      return here === there ? here : undefined;
    }, 'the same bytes on both nodes');
    assert.match(bytes, /"level":"established"/);
  });

  it('a holder asks an attester on the other node, and one here; each answers', async () => {
    const ask = async (to: string, type: string) => {
      const asked = await holder.post<AttestationRequest>('/api/attestation-requests', {
        to,
        type,
        note: 'Please.',
      });
      assert.equal(asked.status, 201, JSON.stringify(asked.body));
      return asked.body.id;
    };
    const arrived = (client: Client, id: string, state: string) =>
      until(async () => {
        const { body } = await client.get<{ items: AttestationRequest[] }>('/api/attestation-requests');
        return body.items.find((one) => one.id === id && one.state === state);
      }, `request ${id} ${state}`);
    const far = await ask(agency.did, 'CTPATCertificate');
    assert.equal((await arrived(lead, far, 'open')).from.did, grower.did);
    const declined = await lead.post(`/api/attestation-requests/${far}/decline`, { reason: 'Not a member.' });
    assert.equal(declined.status, 200, JSON.stringify(declined.body));
    assert.equal((await arrived(holder, far, 'declined')).reason, 'Not a member.');
    const near = await ask(attesterSigner('bank').did, 'BankAccountHolderAffirmation');
    const bank = attest.get('bank') as Client;
    await arrived(bank, near, 'open');
    const document = sampleAttestations.find((one) => one.by === 'bank' && one.about === 'grower')?.document;
    const answered = await bank.post(`/api/attestation-requests/${near}/answer`, { document });
    assert.equal(answered.status, 200, JSON.stringify(answered.body));
    const { digest } = await arrived(holder, near, 'answered');
    await until(async () => {
      const { body } = await holder.get<{ items: { digest: string }[] }>('/api/attestations');
      return body.items.find((one) => one.digest === digest);
    }, 'the attestation at its holder');
    const twice = await bank.post(`/api/attestation-requests/${near}/answer`, { document });
    assert.deepEqual(twice.codes, ['NODE_ATTESTATION_REQUEST']);
  });

  it('what the bank takes back on its node counts no more at the agency, which is told', async () => {
    assert.equal((await lead.post(about('/watch'), { role: 'producer' })).status, 200);
    const held = await holder.get<{ items: { digest: string; type: string }[] }>('/api/attestations');
    const account = held.body.items.find(({ type }) => type === 'BankAccountHolderAffirmation')?.digest ?? '';
    const revoked = await attest
      .get('bank')
      ?.post(`/api/credentials/${account}/status`, { action: 'revoke', reason: 'Account closed.' });
    assert.equal(revoked?.status, 200, JSON.stringify(revoked?.body));
    // The holder shows it again; the bank's newest status list goes along.
    assert.equal(
      (await holder.post('/api/attestations/send', { digests: [account], to: agency.did })).status,
      202,
    );
    const change = await until(async () => {
      const { body } = await lead.get<{
        items: { change: { direction: string; reasons: { code: string }[] } }[];
      }>('/api/standing-notices');
      return body.items[0]?.change;
    }, 'the agency told');
    assert.equal(change.direction, 'lowered');
    assert.ok(change.reasons.some(({ code }) => code === 'PARTY_REVOKED'));
    const now = await standing(lead);
    assert.equal(now.level, 'known');
    const work = await lead.get<{ items: { title: string; href: string }[] }>('/api/work');
    const item = work.body.items.find(({ title }) => title === `The standing of ${grower.name} changed`);
    assert.equal(item?.href, `/parties/${encodeURIComponent(grower.did)}`);
  });

  it('an attester that is suspended loses its word, on the very evidence', async () => {
    const trust = await lead.get<{ items: { id: string; credentialType: string }[] }>('/api/trust');
    const row = trust.body.items.find(
      ({ credentialType }) => credentialType === 'BusinessRegistrationAffirmation',
    );
    const before = clock.now();
    const suspended = await lead.post(`/api/trust/${row?.id}/suspend`, {
      suspended: true,
      reason: 'Entries were sold.',
    });
    assert.equal(suspended.status, 200, JSON.stringify(suspended.body));
    const { attestations } = await standing(lead, instant(Date.parse(clock.now()) + 1000));
    const registration = attestations.find(({ type }) => type === 'BusinessRegistrationAffirmation');
    assert.deepEqual(
      registration?.reasons.map(({ code }) => code),
      ['PARTY_ATTESTER_SUSPENDED_SINCE'],
    );
    // As of before, the agency knew nothing of it.
    const earlier = await standing(lead, before);
    assert.equal(
      earlier.attestations.find(({ type }) => type === 'BusinessRegistrationAffirmation')?.outcome,
      'counts',
    );
  });
});
