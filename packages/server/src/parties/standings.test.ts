import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AttestationView, StandingAnswer } from '@portolan/contract';
import { canonicalize, type JsonObject } from '@portolan/kernel';
import { proposedPolicy, sampleTenant, stricterPolicy } from '@portolan/programs';
import type { Client } from '../testing/index.ts';
import { type Community, community } from '../trade/testing/community.ts';
import { loadSampleParties } from './sample.ts';

const did = (slug: Parameters<typeof sampleTenant>[0]) => sampleTenant(slug).did;
const at = '2026-06-12T14:30:00.000Z';
const path = (subject: string, more = '') => `/api/standings/${encodeURIComponent(subject)}${more}`;

describe('standings on a node', () => {
  let world: Community;
  let agency: Client;
  let lead: Client;
  let importer: Client;
  let grower: Client;

  before(async () => {
    world = await community();
    await loadSampleParties(world.node.areas.trade.context, world.seats);
    [agency, lead, importer, grower] = (await Promise.all(
      ['agency-officer', 'agency-lead', 'importer-signer', 'grower-signer'].map((member) =>
        world.node.as(member),
      ),
    )) as [Client, Client, Client, Client];
  });
  after(() => world.node.close());

  const ask = async (client: Client, subject: string, query: string = `?role=importer&asOf=${at}`) => {
    const answer = await client.get<StandingAnswer>(path(subject, query));
    assert.equal(answer.status, 200, JSON.stringify(answer.body));
    return answer.body;
  };

  it('come out as the evidence says, as of a time', async () => {
    assert.equal((await ask(agency, did('importer'))).standing.level, 'trusted');
    assert.equal((await ask(agency, did('grower'))).standing.level, 'established');
    assert.equal((await ask(agency, did('juicer'))).standing.level, 'known');
    // The LEI's renewal was due on 1 July.
    const lapsed = await ask(agency, did('juicer'), '?asOf=2026-07-02T00:00:00.000Z');
    assert.equal(lapsed.standing.level, 'none');
    assert.equal(lapsed.standing.attestations[0]?.reasons[0]?.code, 'PARTY_LEI_LAPSED');
    assert.equal((await ask(agency, did('carrier'))).standing.level, 'none');
    assert.equal(
      (await ask(agency, did('importer'), '?asOf=2026-05-01T00:00:00.000Z')).standing.level,
      'none',
    );
  });

  it('rest on what each organization itself was given', async () => {
    assert.equal((await ask(importer, did('importer'))).standing.level, 'trusted');
    assert.equal((await ask(importer, did('grower'))).standing.level, 'none');
  });

  it('are computed again from their bundle by anybody, to the same digest', async () => {
    const bundle = await agency.get<JsonObject>(path(did('importer'), `/bundle?role=importer&asOf=${at}`));
    assert.equal(bundle.status, 200, JSON.stringify(bundle.body));
    const again = await world.node.anonymous.post<{ same: boolean }>('/api/standings/recompute', bundle.body);
    assert.deepEqual([again.status, again.body.same], [200, true], JSON.stringify(again.body));
    const [, ...fewer] = bundle.body.attestations as JsonObject[];
    const less = await world.node.anonymous.post<{ same: boolean }>('/api/standings/recompute', {
      ...bundle.body,
      attestations: fewer,
    });
    assert.equal(less.body.same, false);
  });

  it('are changed by a new attestation, and those who rely on them are told', async () => {
    const watched = await agency.post<StandingAnswer>(path(did('grower'), '/watch'), { role: 'producer' });
    assert.equal(watched.status, 200, JSON.stringify(watched.body));
    const { name, address } = sampleTenant('grower');
    const attestation = {
      type: 'TradePartnerReference',
      document: {
        organization: { name, did: did('grower'), address },
        checks: [{ what: 'activity', how: 'own-records', on: '2026-05-30' }],
        from: '2026-06-01',
        relation: 'supplier',
        tradingSince: '2019-03-01',
      },
    };
    const wrong = { ...attestation, document: { ...attestation.document, checks: [] } };
    const issued = await importer.post<{ items: { digest?: string; refusals: unknown[] }[] }>(
      '/api/attestations/issue',
      {
        attestations: [attestation, wrong],
        copyTo: [did('agency')],
        storyAt: '2026-06-01T10:00:00.000Z',
      },
    );
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    assert.deepEqual(
      issued.body.items.map(({ digest, refusals }) => [digest !== undefined, refusals.length > 0]),
      [
        [true, false],
        [false, true],
      ],
    );
    await world.node.areas.trade.settled();
    const own = await grower.get<{ items: AttestationView[] }>('/api/attestations');
    assert.ok(
      own.body.items.some(
        ({ type, issuerName }) =>
          type === 'TradePartnerReference' && issuerName === sampleTenant('importer').name,
      ),
    );
    const { standing } = await ask(agency, did('grower'), `?role=producer&asOf=${at}`);
    assert.equal(
      standing.attestations.find(({ type }) => type === 'TradePartnerReference')?.outcome,
      'counts',
    );

    // The importer takes its word back: it counts no more from that moment.
    const digest = issued.body.items[0]?.digest ?? '';
    const revoked = await importer.post(`/api/credentials/${digest}/status`, {
      action: 'revoke',
      reason: 'Ended.',
    });
    assert.equal(revoked.status, 200, JSON.stringify(revoked.body));
    const now = await ask(agency, did('grower'), '?role=producer');
    const reference = now.standing.attestations.find(({ type }) => type === 'TradePartnerReference');
    assert.ok(reference?.reasons.some(({ code }) => code === 'PARTY_REVOKED'));
  });

  it('are overridden by the agency with reasons, appealed, and told of', async () => {
    const subject = did('grower');
    const override = { act: 'override', members: { subject, effect: 'bar' }, reason: 'Visit of 3 June.' };
    assert.equal((await agency.post('/api/oversight/acts', override)).status, 403);
    const barred = await lead.post<{ act: { id: string } }>('/api/oversight/acts', override);
    assert.equal(barred.status, 201, JSON.stringify(barred.body));
    const { standing } = await ask(agency, subject, '?role=producer');
    assert.deepEqual(
      [standing.barred, standing.level, standing.override?.reason],
      [true, 'none', 'Visit of 3 June.'],
    );
    const notices = await agency.get<{ items: { change: { direction: string } }[] }>('/api/standing-notices');
    assert.equal(notices.body.items[0]?.change.direction, 'barred');
    const appeal = await grower.post<{ act: { id: string } }>('/api/oversight/appeals', {
      against: barred.body.act.id,
      reason: 'The visit was to another farm.',
    });
    assert.equal(appeal.status, 201, JSON.stringify(appeal.body));
    const decide = {
      act: 'decide-appeal',
      members: { appeal: appeal.body.act.id, outcome: 'upheld' },
      reason: 'So it was.',
    };
    const own = await lead.post<{ refusals: { code: string }[] }>('/api/oversight/acts', decide);
    assert.equal(own.body.refusals[0]?.code, 'PARTY_APPEAL_OWN_CAUSE');
    const seen = await grower.get<{ items: { act: string }[] }>('/api/oversight/acts');
    assert.deepEqual(
      seen.body.items
        .map(({ act }) => act)
        .filter((act) => act !== 'accredit')
        .sort(),
      ['appeal', 'override'],
    );
    const open = await world.node.anonymous.get<{ items: { act: string }[] }>('/api/oversight');
    assert.ok(
      open.body.items.every(({ act }) => act === 'accredit' || act === 'suspend' || act === 'restore'),
    );
    // Another lead hears it, upholds it and lifts the override: the standing is what the evidence says.
    const second = await world.node.as('agency-second-lead');
    const upheld = await second.post('/api/oversight/acts', decide);
    assert.equal(upheld.status, 201, JSON.stringify(upheld.body));
    const lift = { act: 'lift-override', members: { override: barred.body.act.id }, reason: 'Upheld.' };
    const lifted = await second.post('/api/oversight/acts', lift);
    assert.equal(lifted.status, 201, JSON.stringify(lifted.body));
    const after = await ask(agency, subject, '?role=producer');
    assert.deepEqual([after.standing.barred, after.standing.override], [false, undefined]);
    assert.notEqual(after.standing.level, 'none');
  });

  it('would change so many by another policy: these', async () => {
    const simulated = await agency.post<{
      compared: number;
      changes: { name: string; from: string; to: string }[];
    }>('/api/policies/simulate', { policy: { ...stricterPolicy }, role: 'importer', asOf: at });
    assert.equal(simulated.status, 200, JSON.stringify(simulated.body));
    assert.deepEqual(
      simulated.body.changes.map(({ name, from, to }) => [name, from, to]),
      [[sampleTenant('broker').name, 'established', 'known']],
    );
    assert.equal(
      (await agency.post('/api/policies', { policy: proposedPolicy, reason: 'Fresher word.' })).status,
      403,
    );
    assert.equal(
      (await lead.post('/api/policies', { policy: proposedPolicy, reason: 'Fresher word.' })).status,
      201,
    );
    assert.equal(
      (await lead.post('/api/policies', { policy: proposedPolicy, reason: 'Again.' })).status,
      409,
    );
    // The new version applies from its first day only.
    assert.equal((await ask(agency, did('importer'))).standing.policy.version, '1');
    const listed = await world.node.anonymous.get<{ items: unknown[] }>('/api/policies');
    assert.equal(listed.body.items.length, 2);
  });

  it('are signed as a credential that verifies', async () => {
    const issued = await lead.post<{ credential: JsonObject }>(path(did('importer'), '/credential'), {
      role: 'importer',
      asOf: at,
    });
    assert.equal(issued.status, 201, JSON.stringify(issued.body));
    const verified = await world.node.anonymous.post<{ fragments: { name: string; outcome: string }[] }>(
      '/api/credentials/verify',
      { credential: issued.body.credential },
    );
    assert.ok(
      verified.body.fragments.every(({ outcome }) => outcome !== 'failed'),
      canonicalize(verified.body as never),
    );
  });

  it('stand in a public register as far as their holder wants', async () => {
    const find = () => world.node.anonymous.get<{ items: { did: string }[] }>('/api/register?q=Harbor');
    assert.deepEqual((await find()).body.items, []);
    const own = await importer.get<{ items: AttestationView[] }>(
      `/api/attestations?subject=${encodeURIComponent(did('importer'))}`,
    );
    const lei = own.body.items.find(({ type }) => type === 'WebLeiCredential');
    assert.equal(
      (await importer.post(`/api/attestations/${lei?.digest}/public`, { isPublic: true })).status,
      200,
    );
    assert.deepEqual(
      (await find()).body.items.map((one) => one.did),
      [did('importer')],
    );
    const page = await world.node.anonymous.get<{ identifiers: unknown[] }>(
      `/api/register/${encodeURIComponent(did('importer'))}`,
    );
    assert.ok(page.body.identifiers.length > 0);
    assert.equal(
      (await grower.post(`/api/attestations/${lei?.digest}/public`, { isPublic: true })).status,
      404,
    );
  });
});
