import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { DossierView, Draft, DraftSummary, EntrySummaryRow, RequestView } from '@portolan/contract';
import { exampleFolders, programs } from '@portolan/programs';
import { type TestNode, testNode } from '../../testing/index.ts';

let node: TestNode;

/** The folders of stories whose filing ends in one of these ways. */
const ending = (...outcomes: readonly string[]) =>
  programs.flatMap(({ stories }) =>
    stories.flatMap(({ folder, steps }) => {
      const ends = steps.some((step) => step.do === 'file' && outcomes.includes(step.expect.outcome));
      return ends ? exampleFolders.filter((example) => example.folder === folder) : [];
    }),
  );
const filed = ending('accept', 'refer');
const byState = (states: readonly string[]) => [...states].sort();

before(async () => {
  node = await testNode({ sample: true });
});
after(() => node.close());

describe('the sample community', () => {
  it('has the stories filed, decided and receipted at every party', async () => {
    const accepted = ending('accept');
    const of = (importer: string) => (list: typeof filed) =>
      list.filter(({ filing }) => filing.importer === importer).length;
    const all = ({ length }: typeof filed) => length;
    const members = {
      'agency-officer': all,
      'broker-filer': all,
      'importer-filer': of('importer'),
      'steel-buyer-filer': of('steel-buyer'),
      'oil-aurora-filer': of('oil-aurora'),
    };
    for (const [member, count] of Object.entries(members)) {
      const client = await node.as(member);
      const { body } = await client.get<{ items: EntrySummaryRow[] }>('/api/entries');
      const expected = [
        ...Array.from({ length: count(accepted) }, () => 'accepted true'),
        ...Array.from({ length: count(filed) - count(accepted) }, () => 'referred true'),
      ];
      assert.deepEqual(byState(body.items.map(({ state, story }) => `${state} ${story}`)), expected, member);
      for (const { entryNumber } of body.items) {
        const { body: view } = await client.get<DossierView>(`/api/entries/${entryNumber}`);
        assert.ok(
          view.receipts.every(({ receipt }) => receipt),
          `${member} ${entryNumber}`,
        );
        const { body: replay } = await client.get<{ same: boolean }>(`/api/entries/${entryNumber}/replay`);
        assert.equal(replay.same, true, `${member} ${entryNumber}`);
      }
    }
  });

  it('computes the amounts that the examples expect', async () => {
    const broker = await node.as('broker-filer');
    const { body } = await broker.get<{ items: EntrySummaryRow[] }>('/api/entries');
    const named = filed.flatMap(({ expected }) => (expected.filed ?? expected.draft).totals?.total ?? []);
    assert.ok(named.length >= 9);
    const computed = body.items.map(({ total }) => total);
    assert.deepEqual(
      named.filter((total) => !computed.includes(total)),
      [],
    );
  });

  it('has each variant open at the broker, refused for its own reason', async () => {
    const broker = await node.as('broker-filer');
    const { body } = await broker.get<{ items: DraftSummary[] }>('/api/drafts?limit=100');
    const variants = ending('refuse');
    assert.equal(body.items.length, variants.length);
    const found = await Promise.all(
      body.items.map(async ({ id }) => {
        const { body: draft } = await broker.get<Draft>(`/api/drafts/${id}`);
        assert.equal(draft.canFile, false);
        assert.equal(draft.entryNumber, undefined, 'a refused draft draws no number');
        return draft.evaluation?.findings
          .filter(({ severity }) => severity === 'refuse' || severity === 'refer')
          .map(({ code }) => code);
      }),
    );
    for (const { expected, folder } of variants)
      assert.ok(
        found.some((codes) => expected.draft.reasons.every((reason) => codes?.includes(reason))),
        folder,
      );
  });

  it('tells the answer about the mangoes to the agency, and to the others only that there is one', async () => {
    const seen = await Promise.all(
      ['agency-officer', 'grower-signer', 'broker-filer', 'importer-filer'].map(async (member) => {
        const client = await node.as(member);
        const { body } = await client.get<{ items: { id: string; state: string }[] }>('/api/requests');
        assert.equal(body.items[0]?.state, 'closed', member);
        const { body: view } = await client.get<RequestView>(`/api/requests/${body.items[0]?.id}`);
        return { withheld: view.answers[0]?.withheld, text: view.answers[0]?.text };
      }),
    );
    assert.deepEqual(
      seen.map(({ withheld }) => withheld),
      [false, false, true, true],
    );
    assert.match(seen[0]?.text ?? '', /orchard/);
    assert.deepEqual(
      seen.slice(2).map(({ text }) => text),
      [undefined, undefined],
    );
  });

  it('sends each document of the steel demonstration to whom its sequence says', async () => {
    const { rows } = await node.context.pool.query<{ slug: string; type: string; sender: string }>(
      `select t.slug, e.type, s.slug as sender from evidence e join tenants t on t.id = e.tenant_id
       join tenants s on s.did = e.received_from`,
    );
    const held = new Set(rows.map(({ slug, type, sender }) => `${sender} > ${slug}: ${type}`));
    const steel = programs.find(({ id }) => id === 'steel')?.stories[0];
    const types = new Map(
      steel?.steps.flatMap((step) => (step.do === 'issue' ? [[step.file, step.type]] : [])),
    );
    const sent = steel?.steps.flatMap((step) => (step.do === 'send' ? [step] : [])) ?? [];
    assert.ok(sent.length >= 15);
    for (const { by, files, to } of sent)
      for (const file of files) {
        const type = types.get(file);
        // Who was sent it before by somebody else keeps the first copy.
        const has = [...held].some((one) => one.endsWith(`> ${to}: ${type}`));
        assert.ok(has, `${by} > ${to}: ${type}`);
      }
    assert.ok(held.has('steel-buyer > steel-licence-office: SteelImportLicenseApplication'));
    assert.ok(held.has('steel-licence-office > agency: SteelImportLicense'));
    assert.ok(held.has('steel-mill > agency: MillTestReport'));
  });

  it('is loaded once: loading it again changes nothing', async () => {
    const counted = async () => {
      const text =
        'select (select count(*) from envelopes) as envelopes, (select count(*) from cases) as cases, (select count(*) from accreditations) as trust';
      return (await node.context.pool.query(text)).rows[0];
    };
    const before = await counted();
    await node.areas.trade.loadSample(() => undefined);
    assert.deepEqual(await counted(), before);
  });

  it('has nothing waiting', async () => {
    const { rows } = await node.context.pool.query(
      'select (select count(*) from outbox) + (select count(*) from notices) as waiting',
    );
    assert.deepEqual(rows, [{ waiting: 0 }]);
  });
});
