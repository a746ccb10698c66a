import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { IssuedCredential, Title } from '@portolan/contract';
import { instant } from '@portolan/kernel';
import { sampleTenant } from '@portolan/programs';
import { configurePeers } from '../exchange/peers.ts';
import type { Received } from '../exchange/received.ts';
import { roadTo, seat, until } from '../exchange/testing/apart.ts';
import { type Client, type TestNode, testNode } from '../testing/index.ts';
import { type Community, community } from '../trade/testing/community.ts';
import { stateHandler } from './receive.ts';

type Slug = Parameters<typeof sampleTenant>[0];
const didOf = (slug: Slug) => sampleTenant(slug).did;

/** The carrier signs a bill to order; answers its digest. */
async function bill(carrier: Client, number: string, toOrder = true): Promise<string> {
  const { name, did } = sampleTenant('carrier');
  const document = {
    ...{
      number,
      issueDate: '2026-06-11',
      carrier: { name, did },
      shipper: { name: 'Sample Valle Verde Produce' },
    },
    ...(toOrder ? { toOrder } : {}),
    placeOfLoading: { name: 'Moin', country: 'CR' },
    packages: { count: 20, kind: 'drum' },
  };
  const issued = await carrier.post<IssuedCredential>('/api/credentials/issue', {
    type: 'MasterBillOfLading',
    document,
  });
  assert.equal(issued.status, 201, JSON.stringify(issued.body));
  return issued.body.digest;
}

const register = (client: Client, digest: string, holder: Slug) =>
  client.post<Title>('/api/titles', { digest, holder: didOf(holder) });
const endorse = (client: Client, title: string, to: Slug) =>
  client.post<Title>(`/api/titles/${title}/orders`, { kind: 'endorse', to: didOf(to) });
const titleOf = async (client: Client, title: string) =>
  (await client.get<Title>(`/api/titles/${title}`)).body;
const held = (client: Client, title: string, by: Slug) =>
  until(async () => {
    const one = await titleOf(client, title);
    return one.holder?.did === didOf(by) && one.state !== 'undetermined' ? one : undefined;
  }, `${by} holds the title`);

describe('a negotiable bill of lading on one node', () => {
  let world: Community;
  let carrier: Client;
  let grower: Client;
  let importer: Client;
  before(async () => {
    world = await community();
    [carrier, grower, importer] = (await Promise.all([
      world.node.as('carrier-signer'),
      world.node.as('grower-signer'),
      world.node.as('importer-signer'),
    ])) as [Client, Client, Client];
  });
  after(() => world.node.close());

  it('is registered by its signer alone, once, and only when it is to order', async () => {
    const digest = await bill(carrier, 'ZZZZ-TITLE-1');
    assert.deepEqual((await register(grower, digest, 'grower')).codes, ['NODE_DOCUMENT_UNKNOWN']);
    const made = await register(carrier, digest, 'grower');
    assert.equal(made.status, 201, made.codes.join());
    assert.deepEqual((await register(carrier, digest, 'importer')).codes, ['NODE_TITLE_REGISTERED']);
    const straight = await bill(carrier, 'ZZZZ-STRAIGHT', false);
    assert.deepEqual((await register(carrier, straight, 'grower')).codes, ['NODE_TITLE_NOT_NEGOTIABLE']);
    const first = await held(grower, digest, 'grower');
    assert.equal(first.number, 'ZZZZ-TITLE-1');
    assert.equal((await importer.get(`/api/titles/${digest}`)).status, 404);
  });

  it('is endorsed along a chain, sold to one buyer only, and surrendered', async () => {
    const digest = await bill(carrier, 'ZZZZ-TITLE-2');
    await register(carrier, digest, 'grower');
    await held(grower, digest, 'grower');
    // Two sales at once: the home takes one and refuses the other, and the seller sees which.
    const sales = await Promise.all([endorse(grower, digest, 'importer'), endorse(grower, digest, 'juicer')]);
    assert.deepEqual(
      sales.map(({ status }) => status),
      [202, 202],
    );
    const sold = await until(async () => {
      const one = await titleOf(grower, digest);
      const states = one.orders.map(({ state }) => state).sort();
      return states.join() === 'refused,taken' && one.state === 'live' ? one : undefined;
    }, 'one sale taken and one refused');
    const refused = sold.orders.find(({ state }) => state === 'refused');
    assert.deepEqual(
      refused?.refusals.map(({ code }) => code),
      ['NODE_TITLE_MOVED'],
    );
    assert.equal(sold.steps.length, 2);
    assert.deepEqual((await endorse(grower, digest, 'juicer')).codes, ['NODE_TITLE_NOT_HOLDER']);
    const buyer: Slug = sold.holder.did === didOf('importer') ? 'importer' : 'juicer';
    const client = buyer === 'importer' ? importer : await world.node.as('juicer-signer');
    await held(client, digest, buyer);
    const given = await client.post<Title>(`/api/titles/${digest}/orders`, { kind: 'surrender' });
    assert.equal(given.status, 202, given.codes.join());
    const done = await until(async () => {
      const one = await titleOf(carrier, digest);
      return one.state === 'surrendered' ? one : undefined;
    }, 'the surrender');
    assert.deepEqual(
      done.steps.map(({ kind }) => kind),
      ['issue', 'endorse', 'surrender'],
    );
    await until(async () => (await titleOf(client, digest)).state === 'surrendered', 'the word of it');
    assert.deepEqual((await endorse(client, digest, 'grower')).codes, ['NODE_TITLE_SURRENDERED']);
  });
});

describe('a title whose home is on another node', () => {
  let home: TestNode;
  let away: TestNode;
  let road: Awaited<ReturnType<typeof roadTo>>;
  let carrier: Client;
  let grower: Client;
  before(async () => {
    [home, away] = await Promise.all([testNode({ sample: false }), testNode({ sample: false })]);
    road = await roadTo(home.url);
    carrier = await seat(home, 'carrier', 'signer');
    grower = await seat(away, 'grower', 'signer');
    await seat(away, 'importer', 'filer');
    await seat(away, 'broker', 'filer');
    const party = (slug: Slug) => ({
      did: didOf(slug),
      name: sampleTenant(slug).name,
      kind: 'trade' as const,
    });
    const now = instant(Date.now());
    await configurePeers(away.context.pool, [{ ...party('carrier'), baseUrl: road.url }], now);
    const there = (['grower', 'importer', 'broker'] as const).map((slug) => ({
      ...party(slug),
      baseUrl: away.url,
    }));
    await configurePeers(home.context.pool, there, now);
  });
  after(async () => {
    await away.close();
    await home.close();
    await road.close();
  });

  it('is undetermined while its home is down, and a second sale is refused when it is back', async () => {
    const digest = await bill(carrier, 'ZZZZ-TITLE-3');
    await road.open();
    assert.equal((await register(carrier, digest, 'grower')).status, 201);
    await held(grower, digest, 'grower');
    await road.close();
    const first = await endorse(grower, digest, 'importer');
    assert.equal(first.status, 202, first.codes.join());
    assert.equal(first.body.state, 'undetermined');
    assert.equal((await endorse(grower, digest, 'broker')).status, 202);
    const waiting = await titleOf(grower, digest);
    assert.equal(waiting.state, 'undetermined');
    assert.deepEqual(
      waiting.orders.map(({ state }) => state),
      ['waiting', 'waiting'],
    );
    await road.open();
    const settled = await until(async () => {
      const one = await titleOf(grower, digest);
      return one.seq === 2 && one.orders.every(({ state }) => state !== 'waiting') ? one : undefined;
    }, 'the home has answered both');
    assert.deepEqual(settled.orders.map(({ state }) => state).sort(), ['refused', 'taken']);
    assert.equal((await titleOf(carrier, digest)).steps.length, 2);
  });

  it('believes nobody but the signer of the bill', async () => {
    const digest = await bill(carrier, 'ZZZZ-TITLE-4');
    await register(carrier, digest, 'grower');
    const { holder, seq } = await held(grower, digest, 'grower');
    const steps = [
      { seq, kind: 'issue', from: didOf('carrier'), to: didOf('importer'), at: '2026-06-12T00:00:00.000Z' },
    ];
    const body = { notice: 'title-state', title: digest, holder: didOf('importer'), seq, state: 'live' };
    const told = (from: string) =>
      ({
        envelope: { from, body: { ...body, number: 'ZZZZ-TITLE-4', goods: '', steps } },
        credentials: new Map([[digest, { issuer: didOf('carrier') }]]),
      }) as unknown as Received;
    const { context } = away.areas.trade;
    const [forged, own] = await stateHandler(context).prepare([
      told(didOf('importer')),
      told(didOf('carrier')),
    ]);
    assert.deepEqual(
      forged?.refusals?.map(({ code }) => code),
      ['NODE_TITLE_HOME'],
    );
    assert.equal(own?.refusals, undefined);
    assert.equal(holder.did, didOf('grower'));
  });
});
