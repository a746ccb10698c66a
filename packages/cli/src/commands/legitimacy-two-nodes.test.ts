import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { expectOk } from '@portolan/kernel';
import { samplePolicy } from '@portolan/programs';
import { importOversight } from '@portolan/server/platform';
import { createClient, type TestNode } from '@portolan/server/testing';
import { type Ran, runPortolan } from '../testing/run-portolan.ts';
import { openTwoNodes, type Seat, type TwoNodes } from '../testing/two-nodes.ts';

const today = new Date().toISOString().slice(0, 10);

describe('attesters on one node, the agency on another, by the command line alone', () => {
  let trade: TestNode;
  let customs: TestNode;
  let folder: string;
  let nodes: TwoNodes;
  let seats: TwoNodes['seats'];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portolan-legitimacy-'));
    nodes = await openTwoNodes(
      Object.fromEntries(['firm', 'register', 'tax-office', 'bank'].map((slug) => [slug, ['producer']])),
    );
    ({ trade, customs, seats } = nodes);
  });
  after(async () => {
    await nodes.close();
    await rm(folder, { recursive: true, force: true });
  });

  const of = (slug: string) => seats.get(slug) as Seat;
  const as = async (slug: string, ...args: string[]): Promise<Ran> => {
    const { node, token } = of(slug);
    const ran = await runPortolan(
      [...args, '--node', node.url, '--token', token],
      {},
      new Date().toISOString(),
    );
    await node.areas.trade.settled();
    return ran;
  };
  const works = async (slug: string, ...args: string[]) => {
    const ran = await as(slug, ...args);
    assert.equal(ran.exitCode, 0, `${args.join(' ')}\n${ran.error}`);
    return ran;
  };
  const file = async (name: string, value: object) => {
    const path = join(folder, name);
    await writeFile(path, JSON.stringify(value));
    return path;
  };
  const shown = (...more: string[]) => ['standing', 'show', of('firm').did, '--role', 'producer', ...more];

  const attested = [
    ['register', 'BusinessRegistrationAffirmation', 'existence'],
    ['tax-office', 'TaxRegistrationAffirmation', 'tax-status'],
    ['bank', 'BankAccountHolderAffirmation', 'account'],
  ] as const;
  const facts = {
    BusinessRegistrationAffirmation: {
      ...{
        register: { name: 'Sample register', number: 'SR-1' },
        registeredOn: '2015-01-05',
        state: 'active',
      },
    },
    TaxRegistrationAffirmation: {
      ...{ taxNumber: 'SVV010101AAA', country: 'MX', registeredOn: '2015-02-01', state: 'registered' },
    },
    BankAccountHolderAffirmation: { accountSince: '2016-03-01', country: 'MX' },
  };

  it('the agency accredits and publishes; the attesters sign; the agency knows the firm', async () => {
    for (const [slug, type] of attested) {
      const { did, name } = of(slug);
      const about = ['--name', name, '--type', type, '--from', '2026-01-01', '--reason', 'Known.'];
      await works('agency', 'trust', 'add', did, ...about);
    }
    const policy = { ...samplePolicy, publisher: of('agency').did };
    await works(
      'agency',
      'policy',
      'publish',
      await file('policy.json', policy),
      '--reason',
      'First policy.',
    );
    const { did, name } = of('firm');
    for (const [slug, type, what] of attested) {
      const document = {
        organization: { name, did, address: { country: 'MX' } },
        checks: [{ what, how: 'own-records', on: today }],
        ...{ from: today, ...facts[type] },
      };
      const path = await file(`${slug}.json`, document);
      await works(slug, 'attest', path, '--type', type, '--copy-to', of('agency').did);
    }
    await customs.areas.trade.settled();
    assert.match((await works('agency', ...shown())).out, /Sample firm: established/);
  });

  it('whoever has the evidence computes the same bytes, and a changed figure is seen', async () => {
    const bundle = join(folder, 'bundle.json');
    await works('agency', ...shown('--save', bundle));
    const again = await runPortolan(['standing', 'recompute', bundle]);
    assert.match(again.out, /The same bytes\./);
    const altered = (await readFile(bundle, 'utf8')).replaceAll('"state": "active"', '"state": "dissolved"');
    const text = altered.replace('"level": "established"', '"level": "trusted"');
    await writeFile(bundle, text);
    assert.equal((await runPortolan(['standing', 'recompute', bundle])).exitCode, 1);
  });

  it('the other node takes the policy over; two policies come to two standings over one evidence', async () => {
    const { did } = of('agency');
    const published = await customs.anonymous.get(`/api/oversight/published/${encodeURIComponent(did)}`);
    expectOk(await importOversight(trade.context as never, published.body as never));
    assert.match((await works('firm', ...shown('--agency', did))).out, /Sample firm: established/);
    const strict = { ...samplePolicy, publisher: did, version: '2', effectiveFrom: today };
    const known = strict.roles.map((rule) => ({
      ...rule,
      levels: rule.levels.map((level) => (level.name === 'established' ? { ...level, atLeast: 4 } : level)),
    }));
    const path = await file('strict.json', { ...strict, roles: known });
    await works('agency', 'policy', 'publish', path, '--reason', 'Four of them.');
    assert.match((await works('agency', ...shown())).out, /Sample firm: known/);
    assert.match((await works('firm', ...shown('--agency', did))).out, /Sample firm: established/);
  });

  it('word that is taken back on the one node counts no more on the other, and the holder is told what is missing', async () => {
    await works('agency', 'standing', 'watch', of('firm').did, '--role', 'producer');
    const held = (await works('firm', 'party', 'attestations', '--json')).json<{
      items: { digest: string; type: string }[];
    }>();
    const first = held.items.find(({ type }) => type === 'BusinessRegistrationAffirmation')?.digest ?? '';
    const register = await as('register', 'authority', 'revoke', first, '--reason', 'Struck off.');
    assert.equal(register.exitCode, 0, register.error);
    const firm = of('firm');
    const digests = { digests: [first], to: of('agency').did };
    const client = createClient(trade.url, { authorization: `Bearer ${firm.token}` });
    assert.equal((await client.post('/api/attestations/send', digests)).status, 202);
    await trade.areas.trade.settled();
    await customs.areas.trade.settled();
    const deadline = performance.now() + 20_000;
    let now = await works('agency', ...shown());
    while (!/PARTY_REVOKED|revoked it/.test(now.out) && performance.now() < deadline)
      now = await works('agency', ...shown());
    assert.match(now.out, /The attester revoked it/);
    assert.match(now.out, /Ask an accredited company register/);
  });
});
