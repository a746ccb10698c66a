import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Draft, FilingAcknowledged } from '@portolan/contract';
import { sampleTenant } from '@portolan/programs';
import type { Client } from '../../testing/index.ts';
import { typed } from '../../torture/shipment/filing.ts';
import { type Community, community } from '../../trade/testing/community.ts';
import { shipmentForm } from '../../trade/testing/shipment.ts';
import { attesterSigner } from '../sample.ts';

const at = '2026-06-01T10:00:00.000Z';
const party = (slug: Parameters<typeof sampleTenant>[0]) => {
  const { name, did, address } = sampleTenant(slug);
  return { name, did, address: { ...address } };
};
const person = { name: 'Sample Signatory', did: attesterSigner('signatory').did };

describe('authority down to the signature of a filing', () => {
  let world: Community;
  let broker: Client;
  const clients = new Map<string, Client>();
  before(async () => {
    world = await community();
    broker = await world.node.as('broker-filer');
    for (const slug of ['importer', 'carrier', 'broker'])
      clients.set(slug, await world.node.as(`${slug}-signer`));
  });
  after(() => world.node.close());

  const grant = async (slug: string, type: string, document: object) => {
    const answer = await clients
      .get(slug)
      ?.post<{ digest: string }>('/api/authority/grant', { type, document, storyAt: at });
    assert.equal(answer?.status, 201, JSON.stringify(answer?.body));
    await world.node.areas.trade.settled();
    return answer?.body.digest ?? '';
  };
  const revoke = async (slug: string, digest: string) => {
    const answer = await clients
      .get(slug)
      ?.post(`/api/credentials/${digest}/status`, { action: 'revoke', reason: 'Withdrawn.' });
    assert.equal(answer?.status, 200, JSON.stringify(answer?.body));
  };
  const root = (powers: string[]) => ({
    ...{ number: 'POA-7', grantor: party('importer'), grantee: party('carrier'), powers },
    ...{ limits: { ports: ['2604'] }, from: '2026-01-01', until: '2026-12-31' },
  });
  const passedOn = (parent: string, changes: object = {}) => ({
    ...{ number: 'SUB-7', parent, grantor: party('carrier'), grantee: party('broker') },
    ...{ powers: ['file-entry', 'claim-preference'], from: '2026-02-01', until: '2026-12-31', ...changes },
  });
  /** A draft of one shipment without the importer's power of attorney to the broker. */
  const draft = async (serial: number, answers: object = {}) => {
    const form = await shipmentForm(serial, {
      change: (files) => files.filter(({ name }) => !name.includes('PowerOfAttorney')),
    });
    const made = await broker.post<Draft>('/api/drafts', form);
    assert.equal(made.status, 201, made.codes.join());
    const path = `/api/drafts/${made.body.id}`;
    return (await broker.send<Draft>('PATCH', path, { typed: { ...typed, ...answers } })).body;
  };
  const codesOf = ({ evaluation }: Draft) =>
    evaluation?.findings.filter(({ severity }) => severity === 'refuse').map(({ code }) => code);

  let given = '';
  it('without a power nothing is filed; one that widens or may not be passed on leads nowhere', async () => {
    assert.deepEqual(codesOf(await draft(1)), ['USMCA_POWER_MISSING']);
    given = await grant(
      'importer',
      'PowerOfAttorney',
      root(['file-entry', 'claim-preference', 'sub-delegate']),
    );
    const more = { powers: ['file-entry', 'claim-preference', 'certify-origin'] };
    const wide = await grant('carrier', 'AuthorityDelegation', passedOn(given, more));
    assert.deepEqual(codesOf(await draft(3)), ['PARTY_AUTHORITY_WIDENED']);
    await revoke('carrier', wide);
    const closed = await grant('importer', 'PowerOfAttorney', {
      ...root(['file-entry', 'claim-preference']),
      number: 'POA-8',
    });
    const onward = await grant('carrier', 'AuthorityDelegation', passedOn(closed));
    assert.deepEqual(codesOf(await draft(4)), ['PARTY_AUTHORITY_NO_SUBDELEGATION']);
    await revoke('carrier', onward);
  });

  it('through a power that was passed on an entry is filed', async () => {
    const delegation = await grant('carrier', 'AuthorityDelegation', passedOn(given));
    const made = await draft(2);
    assert.deepEqual(codesOf(made), []);
    const filed = await broker.post<FilingAcknowledged>(`/api/drafts/${made.id}/file`);
    assert.deepEqual([filed.status, filed.body.outcome], [202, 'accept'], JSON.stringify(filed.body));
    // The chain went along: the agency checked it for itself, and anybody entitled computes the same.
    const officer = await world.node.as('agency-officer');
    const again = await officer.get<{ same: boolean }>(`/api/entries/${filed.body.entryNumber}/replay`);
    assert.equal(again.body.same, true);
    assert.ok((await world.count('authority_links', 'agency')) >= 2);
    await revoke('carrier', delegation);
  });

  it('a revocation stops a draft that was begun before, at once', async () => {
    const last = await grant('carrier', 'AuthorityDelegation', passedOn(given, { number: 'SUB-9' }));
    const made = await draft(5);
    assert.equal(made.canFile, true, JSON.stringify(codesOf(made)));
    await revoke('importer', given);
    const now = await broker.get<Draft>(`/api/drafts/${made.id}`);
    assert.deepEqual([now.body.canFile, codesOf(now.body)], [false, ['PARTY_AUTHORITY_REVOKED']]);
    const filed = await broker.post(`/api/drafts/${made.id}/file`);
    assert.deepEqual([filed.status, filed.codes], [422, ['PARTY_AUTHORITY_REVOKED']]);
    const stopped = await broker.get<{ items: { id: string; refusals: { code: string }[] }[] }>(
      '/api/authority/stopped-drafts',
    );
    assert.ok(
      stopped.body.items.some(
        ({ id, refusals }) =>
          id === made.id && refusals.some(({ code }) => code === 'PARTY_AUTHORITY_REVOKED'),
      ),
    );
    assert.ok(last);
  });

  it('a person signs who is employed with the power, and no more once that is taken back', async () => {
    const withPower = { '/signatory/did': person.did, '/signatory/name': person.name };
    const form = await shipmentForm(6, { typed: { ...typed, ...withPower } });
    const refused = await broker.post('/api/filings', form, { 'idempotency-key': 'signatory-1' });
    assert.ok(refused.codes.includes('PARTY_AUTHORITY_PERSON'), JSON.stringify(refused.body));
    const employed = await grant('broker', 'EmploymentAffirmation', {
      ...{ person, organization: party('broker'), position: 'Entry writer', from: '2026-01-01' },
      ...{ powers: ['file-entry', 'claim-preference'] },
      checks: [{ what: 'authority', how: 'own-records', on: '2026-01-01' }],
    });
    const again = await shipmentForm(6, { typed: { ...typed, ...withPower } });
    const filed = await broker.post<FilingAcknowledged>('/api/filings', again, {
      'idempotency-key': 'signatory-2',
    });
    assert.equal(filed.status, 202, filed.codes.join());
    await revoke('broker', employed);
    const late = await shipmentForm(7, { typed: { ...typed, ...withPower } });
    const stopped = await broker.post('/api/filings', late, { 'idempotency-key': 'signatory-3' });
    assert.ok(stopped.codes.includes('PARTY_AUTHORITY_PERSON'), stopped.codes.join());
  });

  it('lists what was given and held', async () => {
    const list = await broker.get<{ items: { type: string; state: string }[] }>('/api/authority');
    assert.ok(list.body.items.some(({ type }) => type === 'AuthorityDelegation'));
    assert.ok(list.body.items.some(({ state }) => state === 'revoked'));
  });
});
