import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { DossierView, FilingAcknowledged } from '@portolan/contract';
import { date, expectOk, instant, utf8 } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import { type SampleTenant, sampleKeyPrefix, sampleTenant } from '@portolan/programs';
import { accredit } from '../../credentials/trust/accredit.ts';
import { configurePeers } from '../../exchange/peers.ts';
import { until } from '../../exchange/testing/apart.ts';
import { addTrustedLog } from '../../log/foreign/administer.ts';
import { insertMember } from '../../platform/admin/members.ts';
import { addTenant } from '../../platform/admin/tenants.ts';
import { addToken } from '../../platform/admin/tokens.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Tenant } from '../../platform/tenant.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { everyRow } from '../../testing/every-row.ts';
import { type Client, createClient, type TestNode, testNode } from '../../testing/index.ts';
import { type Community, community } from '../testing/community.ts';
import { firstSale, type SteelSale, steelForm } from './testing/steel-papers.ts';

const AT = '2026-06-10T16:00:00.000Z';
/** Runs like any clock, from the day of the story on. */
const begun = Date.now();
const clock: Clock = { now: () => instant(Date.parse(AT) + Date.now() - begun) };
/** 100 t poured less 4 t lost; the first sale takes 20.4 t of it. What is left is 75.6 t with its loss. */
const tooMuch: SteelSale = {
  ...{ serial: '200', kilograms: '75210', dollars: '67689.00', buyer: 'importer' },
};

let here: Community;
let there: TestNode;
let second: Tenant;
let broker: Client;
let brokerThere: Client;

before(async () => {
  here = await community({ clock });
  broker = await here.node.as('broker-filer');
  there = await testNode({ sample: false, clock });
  const named = { slug: 'second', name: 'Sample Second Agency', kind: 'agency' as const, roles: ['agency'] };
  second = expectOk(await addTenant(there.context, named));
  brokerThere = await seat('broker');
  const first = here.seat('agency');
  const at = instant(AT);
  await configurePeers(
    here.node.context.pool,
    [{ did: second.did, name: second.name, kind: 'agency', baseUrl: there.url }],
    at,
  );
  await configurePeers(
    there.context.pool,
    [{ did: first.did, name: first.name, kind: 'agency', baseUrl: here.node.url }],
    at,
  );
  await withTransaction(there.context.pool, async (tx) => {
    const { did, name } = sampleTenant('steel-licence-office');
    const act = { agencyId: second.id, actor: 'operator', at };
    const office = {
      did,
      name,
      credentialType: 'SteelImportLicense',
      from: date('2026-01-01'),
      reason: 'test',
    };
    expectOk(await accredit(tx, act, office));
  });
});
after(async () => {
  await here.node.close();
  await there.close();
});

async function seat(slug: SampleTenant['slug']): Promise<Client> {
  const { name, kind, roles, filerCode } = sampleTenant(slug);
  const id = randomUUID();
  const seed = nodeCrypto.sha256(utf8(sampleKeyPrefix + slug));
  const optional = filerCode ? { filerCode } : {};
  expectOk(await addTenant(there.context, { slug, name, kind, roles, ...optional, sample: { id, seed } }));
  const memberId = randomUUID();
  await withTransaction(there.context.pool, (tx) =>
    insertMember(tx, id, { id: memberId, name: `Sample member of ${slug}`, role: 'filer' }, instant(AT)),
  );
  const added = await addToken(there.context, {
    tenant: slug,
    memberId,
    label: 'test',
    scopes: ['read', 'file'],
  });
  return createClient(there.url, { authorization: `Bearer ${expectOk(added).token}` });
}

const file = async (client: Client, sale: SteelSale) =>
  client.post<FilingAcknowledged>('/api/filings', await steelForm(sale), {
    'idempotency-key': randomUUID(),
  });

async function commitmentsThere(): Promise<number> {
  const { rows } = await there.context.pool.query<{ rows: number }>(
    'select count(*)::int as rows from commitments where tenant_id = $1',
    [second.id],
  );
  return rows[0]?.rows ?? 0;
}

describe('heats and certificates, counted across tenants and nodes', () => {
  it('tells nothing to an agency that does not trust the log of the teller', async () => {
    const filed = await file(broker, firstSale);
    assert.equal(filed.status, 202, filed.codes.join());
    await here.node.areas.trade.settled();
    assert.equal(await commitmentsThere(), 0);
  });

  it('finds the heat sold beyond its tonnage to another customer on the same node, by masses alone', async () => {
    const refused = await file(broker, tooMuch);
    assert.equal(refused.status, 422);
    assert.ok(refused.codes.includes('STEEL_HEAT_OVERSOLD'), refused.codes.join());
    const told = JSON.stringify(refused.body);
    assert.match(told, /96010/);
    for (const word of ['Prairie', 'PB-2606-07', firstSale.kilograms, sampleTenant('steel-buyer').did])
      assert.ok(!told.includes(word), word);
  });

  it('finds a certificate that was used for another entry before', async () => {
    const again = await file(broker, firstSale);
    assert.equal(again.status, 422);
    assert.ok(again.codes.includes('STEEL_CERTIFICATE_REUSED'), again.codes.join());
  });

  it('keeps with the decision what was observed, and replays it to the same bytes', async () => {
    const rest = { ...tooMuch, serial: '201', kilograms: '1000', dollars: '900.00' };
    const filed = await file(broker, rest);
    assert.equal(filed.status, 202, filed.codes.join());
    await here.node.areas.trade.settled();
    const officer = await here.node.as('agency-officer');
    const path = `/api/entries/${filed.body.entryNumber}`;
    const { body: view } = await officer.get<DossierView>(path);
    assert.deepEqual(
      view.decisions[0]?.beside?.map(({ program }) => program),
      ['steel'],
    );
    const { body: replay } = await officer.get<{ same: boolean }>(`${path}/replay`);
    assert.equal(replay.same, true);
  });

  it('reaches an agency on another node that trusts the log, and says neither who nor for whom', async () => {
    const key = await (await fetch(`${here.node.url}/log/key`)).text();
    expectOk(await addTrustedLog(there.context, key, 'kept by an agency'));
    const more = { ...tooMuch, serial: '202', kilograms: '2000', dollars: '1800.00' };
    const filed = await file(broker, more);
    assert.equal(filed.status, 202, filed.codes.join());
    await here.node.areas.trade.settled();
    await until(async () => (await commitmentsThere()) > 0, 'commitments at the second agency');
    const { rows } = await there.context.pool.query(`select content from envelopes where direction = 'in'`);
    const text = rows.map(({ content }) => Buffer.from(content).toString()).join();
    assert.match(text, /portolan\/commitments@1/);
    for (const word of ['Prairie', 'Harbor', 'Acero', 'A26-4711', '2606', sampleTenant('steel-mill').did])
      assert.ok(!text.includes(word), word);
  });

  it('hears of what was filed before the log was trusted, too', async () => {
    // Of the heat 20.4, 1.4 and 2.4 t, and three items of certificates.
    await there.areas.trade.settled();
    await until(async () => (await commitmentsThere()) >= 6, 'what was told before');
    const { rows } = await there.context.pool.query<{ kilograms: string }>(
      `select sum(kilograms)::text as kilograms from commitments group by of_digest order by sum(kilograms) desc`,
    );
    assert.deepEqual(
      rows.map(({ kilograms }) => kilograms),
      ['24200', '20000', '2000', '1000'],
    );
  });

  it('and is found there: what is left of the heat is less than what is sold', async () => {
    const enough = { ...tooMuch, serial: '300', kilograms: '71400', dollars: '64260.00' };
    const filed = await file(brokerThere, { ...enough, kilograms: '71410', dollars: '64269.00' });
    assert.equal(filed.status, 422);
    assert.ok(filed.codes.includes('STEEL_HEAT_OVERSOLD'), filed.codes.join());
    const fits = await file(brokerThere, { ...enough, kilograms: '1400', dollars: '1260.00' });
    assert.equal(fits.status, 202, fits.codes.join());
  });

  it('finds there the certificate that was used here, without a word about whose order it was', async () => {
    const again = await file(brokerThere, firstSale);
    assert.equal(again.status, 422);
    assert.deepEqual([...new Set(again.codes)], ['STEEL_CERTIFICATE_REUSED']);
    const stored = await everyRow(there.context.pool);
    const { rows } = await here.node.context.pool.query<{ case_id: string }>(
      'select case_id from cases where entry_number is not null',
    );
    assert.ok(rows.length >= 3);
    for (const { case_id } of rows) assert.ok(!stored.includes(case_id), case_id);
  });

  it('lets filings at the same instant take no more than there is: who comes later in the log is told', async () => {
    // 71.8 t are left here; each takes 30.4 t.
    const sale = { ...tooMuch, kilograms: '30000', dollars: '27000.00' };
    const sales = ['401', '402', '403', '404'].map((serial) => ({ ...sale, serial }));
    const answers = await Promise.all(sales.map((one) => file(broker, one)));
    const refusals = answers.filter(({ status }) => status !== 202);
    assert.equal(refusals.length, 2, answers.map(({ codes, status }) => `${status} ${codes}`).join('; '));
    for (const { codes, status } of refusals) {
      assert.equal(status, 422);
      assert.deepEqual(codes, ['STEEL_HEAT_OVERSOLD']);
    }
  });
});
