import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Draft, FilingAcknowledged } from '@portolan/contract';
import { instant } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type Declared, signFiling } from '@portolan/parties';
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

  const sign = async ({ id, entry }: Draft, key = attesterSigner('signatory')) => {
    const filing = { entry: entry as unknown as Declared, person, organization: party('broker') };
    const { name, did } = party('broker');
    const toSign = { ...filing, organization: { name, did }, id, at: instant(at) };
    const signer = { ...key, did: person.did };
    const credential = await signFiling(toSign, signer, nodeCrypto);
    const taken = await broker.post<{ items: { state: string; statement: string }[] }>('/api/authority', {
      credentials: [credential],
      storyAt: at,
    });
    assert.equal(taken.status, 201, JSON.stringify(taken.body));
    return taken.body.items[0];
  };

  it('a person signs with a key of its own, who is employed with the power, and no more once that is taken back', async () => {
    const power = await grant('importer', 'PowerOfAttorney', {
      ...root(['file-entry', 'claim-preference']),
      ...{ number: 'POA-10', grantee: party('broker') },
    });
    const named = { '/signatory/did': person.did, '/signatory/name': person.name };
    const made = await draft(6, named);
    assert.deepEqual([...new Set(codesOf(made))], ['PARTY_AUTHORITY_PERSON', 'PARTY_SIGNATURE_MISSING']);
    const employed = await grant('broker', 'EmploymentAffirmation', {
      ...{ person, organization: party('broker'), position: 'Entry writer', from: '2026-01-01' },
      ...{ powers: ['file-entry', 'claim-preference'] },
      checks: [{ what: 'authority', how: 'own-records', on: '2026-01-01' }],
    });
    const read = async () => (await broker.get<Draft>(`/api/drafts/${made.id}`)).body;
    // Whoever has not the key cannot sign in the person's name.
    assert.equal((await sign(made, attesterSigner('thief')))?.state, 'unsound');
    assert.deepEqual(codesOf(await read()), ['PARTY_SIGNATURE_UNSOUND']);
    const signed = await sign(made);
    assert.equal(signed?.state, 'held');
    assert.match(signed?.statement ?? '', /^Entry of type 01 for Sample Harbor Foods Inc\. at port 2604/);
    assert.deepEqual(codesOf(await read()), []);
    // What was signed is not what would be filed now.
    const path = `/api/drafts/${made.id}`;
    const changed = await broker.send<Draft>('PATCH', path, {
      typed: { '/bond': { type: '8', surety: '998' } },
    });
    assert.equal(changed.status, 200, JSON.stringify(changed.body));
    assert.deepEqual(codesOf(await read()), ['PARTY_SIGNATURE_DIFFERS']);
    await sign(await read());
    const filed = await broker.post<FilingAcknowledged>(`${path}/file`);
    assert.deepEqual([filed.status, filed.body.outcome], [202, 'accept'], JSON.stringify(filed.body));
    const officer = await world.node.as('agency-officer');
    const again = await officer.get<{ same: boolean }>(`/api/entries/${filed.body.entryNumber}/replay`);
    assert.equal(again.body.same, true);
    const late = await draft(7, named);
    await sign(late);
    await revoke('broker', employed);
    const stopped = await broker.post(`/api/drafts/${late.id}/file`);
    assert.deepEqual([...new Set(stopped.codes)], ['PARTY_AUTHORITY_PERSON']);
    await revoke('importer', power);
    const signatures = await broker.get<{ items: unknown[]; next?: string }>(
      '/api/authority?type=FilingSignature&limit=3',
    );
    assert.deepEqual([signatures.body.items.length, signatures.body.next], [3, '3']);
  });

  it('whoever holds a power passes it on without writing it anew, never more of it than it has', async () => {
    const limited = { ...root(['file-entry', 'sub-delegate']), number: 'POA-11' };
    const parent = await grant('importer', 'PowerOfAttorney', limited);
    const carrier = clients.get('carrier') as Client;
    const { name, did } = party('broker');
    const wanted = {
      ...{ parent, to: { did, name, country: 'US' }, number: 'SUB-11', powers: ['file-entry'] },
      ...{ from: '2026-02-01', until: '2026-12-31', storyAt: at },
    };
    const wide = { ...wanted, limits: { ports: ['2604', '2704'] } };
    const refused = await carrier.post('/api/authority/delegate', wide);
    assert.deepEqual([refused.status, refused.codes], [422, ['PARTY_AUTHORITY_WIDENED']]);
    const foreign = await broker.post('/api/authority/delegate', wanted);
    assert.ok([403, 404].includes(foreign.status), foreign.codes.join());
    const given = await carrier.post<{ digest: string }>('/api/authority/delegate', wanted);
    assert.equal(given.status, 201, JSON.stringify(given.body));
    await world.node.areas.trade.settled();
    const list = await broker.get<{ items: { digest: string; parent?: string }[] }>('/api/authority');
    assert.equal(list.body.items.find(({ digest }) => digest === given.body.digest)?.parent, parent);
    await revoke('importer', parent);
    const late = await carrier.post('/api/authority/delegate', { ...wanted, number: 'SUB-12' });
    assert.deepEqual(late.codes, ['PARTY_AUTHORITY_REVOKED']);
  });

  it('lists what was given and held', async () => {
    const list = await broker.get<{ items: { type: string; state: string }[] }>('/api/authority');
    assert.ok(list.body.items.some(({ type }) => type === 'AuthorityDelegation'));
    assert.ok(list.body.items.some(({ state }) => state === 'revoked'));
  });
});
