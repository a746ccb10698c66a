import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Standing } from '@portolan/parties';
import { authorityStories, legitimacyStories, proposedPolicy, sampleTenant } from '@portolan/programs';
import { type TestNode, testNode } from '@portolan/server/testing';
import { runPortolan } from '../testing/run-portolan.ts';

const importer = sampleTenant('importer').did;
const examples = new URL('../../../../examples/legitimacy/', import.meta.url);

describe('the stories of legitimacy', () => {
  for (const { folder, title, expected } of legitimacyStories)
    it(`${folder}: ${title}`, async () => {
      const file = fileURLToPath(new URL(`${folder}/bundle.json`, examples));
      const again = await runPortolan(['standing', 'recompute', file, '--json']);
      assert.equal(again.exitCode, 0, again.error);
      const { standing } = JSON.parse(await readFile(file, 'utf8')) as { standing: Standing };
      const codes = [
        ...standing.attestations.flatMap(({ reasons }) => reasons),
        ...standing.findings.map(({ reason }) => reason),
      ].map(({ code }) => code);
      assert.deepEqual(
        { level: standing.level, barred: standing.barred, codes: [...new Set(codes)] },
        expected,
      );
    });
});

describe('the stories of authority', () => {
  for (const { folder, title, codes } of authorityStories)
    it(`${folder}: ${title}`, async () => {
      const file = fileURLToPath(new URL(`${folder}/authority.json`, examples));
      const judged = await runPortolan(['authority', 'check', file, '--json']);
      assert.equal(judged.exitCode, codes.length === 0 ? 0 : 1, judged.error);
      const { refusals = [] } = judged.json<{ refusals?: { code: string }[] }>();
      assert.deepEqual([...new Set(refusals.map(({ code }) => code))], codes);
    });

  it('a copied credential proves nothing in the hands of whoever copied it', async () => {
    const shown = (name: string) => [
      ...['standing', 'presented', fileURLToPath(new URL(`stolen-credential/${name}`, examples))],
      ...['--challenge', 'sample-challenge-1', '--domain', 'https://customs.sample.example', '--json'],
    ];
    assert.equal((await runPortolan(shown('own-presentation.json'))).exitCode, 0);
    const stolen = await runPortolan(shown('presentation.json'));
    const { refusals } = stolen.json<{ refusals: { code: string }[] }>();
    assert.deepEqual([stolen.exitCode, refusals.map(({ code }) => code)], [1, ['PARTY_HOLDER']]);
  });
});

describe('portolan standing, attest, policy and party', () => {
  let node: TestNode;
  let folder: string;
  before(async () => {
    node = await testNode();
    folder = await mkdtemp(join(tmpdir(), 'portolan-standing-'));
  });
  after(async () => {
    await node.close();
    await rm(folder, { recursive: true, force: true });
  });
  const run = (...args: string[]) => runPortolan(args, { PORTOLAN_NODE: node.url });

  it('shows a standing with its reasons, and computes a saved one again without a node', async () => {
    const bundle = join(folder, 'bundle.json');
    const asOf = ['--as-of', '2026-06-12T14:30:00.000Z', '--role', 'importer'];
    const shown = await run('standing', 'show', importer, ...asOf, '--save', bundle, '--as', 'agency');
    assert.equal(shown.exitCode, 0, shown.error);
    assert.match(shown.out, /Sample Harbor Foods Inc\.: trusted/);
    assert.match(shown.out, /counts: BankAccountHolderAffirmation of Sample Border Bank/);
    const again = await runPortolan(['standing', 'recompute', bundle]);
    assert.equal(again.exitCode, 0, again.error);
    assert.match(again.out, /The same bytes\./);
    const list = await run('standing', 'list', '--as', 'agency');
    assert.match(list.out, /\d organizations/);
  });

  it('shows the standing of the parties of an entry as it was when filed', async () => {
    const entries = (await run('entry', '--as', 'agency', '--json')).json<{
      items: { entryNumber: string }[];
    }>();
    const shown = await run('standing', 'entry', entries.items[0]?.entryNumber ?? '', '--as', 'agency');
    assert.equal(shown.exitCode, 0, shown.error);
    assert.match(shown.out, /importer +Sample Harbor Foods Inc\. +(trusted|established|known)/);
    assert.match(shown.out, /broker +Sample Meridian/);
  });

  it('attests many from a sheet: the rows in order are signed, the others said', async () => {
    const sheet = join(folder, 'partners.csv');
    const columns =
      'organization.name,organization.did,organization.address.country,checks.what,checks.how,checks.on,from,relation,tradingSince';
    const row = (last: string) =>
      `Sample Frontera Trucking,${sampleTenant('carrier').did},MX,activity,own-records,2026-05-30,2026-06-01,carrier,${last}`;
    await writeFile(sheet, [columns, row('2019-03-01'), row('yesterday')].join('\n'));
    const attest = (...more: string[]) =>
      run('attest', sheet, '--type', 'TradePartnerReference', '--as', 'importer', ...more);
    const checked = await attest('--check');
    assert.match(checked.out, /1 attestation in order, 1 not\./);
    const signed = await attest('--at', '2026-06-01T10:00:00.000Z', '--copy-to', sampleTenant('agency').did);
    assert.equal(signed.exitCode, 1);
    assert.match(signed.out, /1 attestation signed and sent\./);
    assert.match(signed.out, /row 2 \/tradingSince/);
  });

  it('tries a policy before it is published', async () => {
    const file = join(folder, 'policy.json');
    await writeFile(file, JSON.stringify(proposedPolicy));
    const tried = await run('policy', 'simulate', file, '--role', 'importer', '--as', 'agency');
    assert.match(tried.out, /This policy would change \d+ standings? of \d/);
    assert.match(
      (await run('policy', 'publish', file, '--reason', 'Fresher word', '--as', 'agency')).error,
      /NODE_|403|may/,
    );
    assert.equal(
      (await run('policy', 'publish', file, '--reason', 'Fresher word', '--as', 'agency-lead')).exitCode,
      0,
    );
    assert.match((await run('policy', 'list')).out, /sample-legitimacy +2/);
  });

  it('a holder asks an attester, who sees it, declines another and signs', async () => {
    const at = ['--at', '2026-06-01T10:00:00.000Z'];
    const bank = sampleTenant('carrier').did;
    const ask = await run(
      'attest',
      'ask',
      bank,
      '--type',
      'TradePartnerReference',
      ...at,
      '--as',
      'importer',
    );
    assert.equal(ask.exitCode, 0, ask.error);
    const id = /Asked: (\S+)/.exec(ask.out)?.[1] ?? '';
    await node.areas.trade.settled();
    const list = await run('attest', 'requests', '--as', 'carrier-signer');
    assert.match(list.out, new RegExp(`open +${id}`));
    const declined = await run(
      'attest',
      'answer',
      id,
      '--decline',
      'Unknown',
      ...at,
      '--as',
      'carrier-signer',
    );
    assert.equal(declined.exitCode, 0, declined.error);
    await node.areas.trade.settled();
    assert.match((await run('attest', 'requests', '--as', 'importer')).out, /declined/);
  });

  it('finds in the public register what a holder made public', async () => {
    const held = (await run('party', 'attestations', '--as', 'importer', '--json')).json<{
      items: { digest: string; subject: string }[];
    }>();
    const own = held.items.find(({ subject }) => subject === importer)?.digest ?? '';
    assert.equal((await run('party', 'publish', own, '--as', 'importer-signer')).exitCode, 0);
    assert.match((await run('party', 'search', 'harbor')).out, /Sample Harbor Foods Inc\./);
  });
});
