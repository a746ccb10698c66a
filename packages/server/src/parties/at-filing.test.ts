import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DossierView, FilingAcknowledged, StandingAnswer } from '@portolan/contract';
import { sampleAttestations, sampleAttesters, samplePolicy, sampleTenant } from '@portolan/programs';
import type { Client } from '../testing/index.ts';
import { typed } from '../torture/shipment/filing.ts';
import { type Community, community } from '../trade/testing/community.ts';
import { shipmentForm } from '../trade/testing/shipment.ts';
import { attesterSigner, signAttestation } from './sample.ts';

const importer = sampleTenant('importer').did;

describe('standings that a decision captures', () => {
  let world: Community;
  let broker: Client;
  let officer: Client;
  let lead: Client;
  before(async () => {
    world = await community();
    broker = await world.node.as('broker-filer');
    officer = await world.node.as('agency-officer');
    lead = await world.node.as('agency-lead');
  });
  after(() => world.node.close());

  const file = async (serial: number, storyAt?: string) => {
    const form = await shipmentForm(serial, { typed, ...(storyAt ? { storyAt } : {}) });
    const filed = await broker.post<FilingAcknowledged>('/api/filings', form, {
      'idempotency-key': `standing-${serial}`,
    });
    assert.equal(filed.status, 202, JSON.stringify(filed.body));
    await world.node.areas.trade.settled();
    return filed.body;
  };
  const capturedBy = async (client: Client, entryNumber: string) => {
    const { body } = await client.get<DossierView>(`/api/entries/${entryNumber}`);
    const { body: replay } = await client.get<{ same: boolean }>(`/api/entries/${entryNumber}/replay`);
    return { codes: body.evaluation?.findings.map(({ code }) => code) ?? [], same: replay.same };
  };

  it('nothing is asked by a policy that does not ask', async () => {
    const { entryNumber } = await file(1);
    const { codes, same } = await capturedBy(officer, entryNumber);
    assert.ok(!codes.some((code) => code.startsWith('LEGITIMACY_')));
    assert.equal(same, true);
  });

  it('by one that asks they decide, and everybody computes the same bytes', async () => {
    const asking = { ...samplePolicy, version: '3', effectiveFrom: '2026-06-01', asksAtFiling: true };
    const published = await lead.post('/api/policies', { policy: asking, reason: 'Standings decide.' });
    assert.equal(published.status, 201, JSON.stringify(published.body));
    const { entryNumber, outcome } = await file(2);
    assert.equal(outcome, 'accept');
    for (const client of [officer, broker]) {
      const { codes, same } = await capturedBy(client, entryNumber);
      assert.ok(codes.includes('LEGITIMACY_PARTY_UNKNOWN'), codes.join());
      assert.equal(same, true);
    }
  });

  it('a party that is dissolved refers the case, for the reason that its standing gives', async () => {
    for (const { slug, name, types } of sampleAttesters.filter((one) => one.slug === 'register'))
      for (const credentialType of types) {
        const body = {
          did: attesterSigner(slug).did,
          name,
          credentialType,
          from: '2026-01-01',
          reason: 'Known.',
        };
        assert.equal((await lead.post('/api/trust', body)).status, 201);
      }
    const alive = sampleAttestations.find((one) => one.by === 'register' && one.about === 'importer');
    assert.ok(alive);
    const document = { ...alive.document, state: 'dissolved', stateSince: '2026-05-02' };
    const { credential } = await signAttestation({ ...alive, document });
    const taken = await officer.post('/api/attestations', {
      credentials: [credential],
      storyAt: '2026-05-05T00:00:00.000Z',
    });
    assert.equal(taken.status, 201, JSON.stringify(taken.body));
    const { entryNumber, outcome } = await file(3);
    assert.equal(outcome, 'refer');
    const { codes, same } = await capturedBy(broker, entryNumber);
    assert.ok(codes.includes('LEGITIMACY_PARTY_BARRED'), codes.join());
    assert.equal(same, true);
    const { body } = await officer.get<{ items: { did: string; standing: StandingAnswer['standing'] }[] }>(
      `/api/entries/${entryNumber}/standings`,
    );
    assert.equal(body.items.find(({ did }) => did === importer)?.standing.barred, true);
  });
});
