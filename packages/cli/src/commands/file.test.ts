import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { produceSchedule, type TestNode, testNode } from '@portolan/server/testing';
import { loadEmbeddedReference } from '@portolan/tariff/node';
import { runPortolan } from '../testing/run-portolan.ts';
import { storedFiles } from '../testing/stored-files.ts';

/** That nothing of a layer is missing for the rest of the year, invented for the test. */
const knownPeriod = (layer: string) => ({
  ...{ layer, known: true, from: '2026-07-01', to: '2026-12-31', unknownAfter: 'what follows' },
  ...{ source: 'invented', certainty: 'unverified' },
});

const examples = fileURLToPath(new URL('../../../../examples', import.meta.url));

/** A story's folder filed as the broker would, at a real node with the sample community. */
describe('portolan file, entry, receipt, replay and request at a node', () => {
  let node: TestNode;
  let folder: string;
  before(async () => {
    node = await testNode();
    folder = await mkdtemp(join(tmpdir(), 'portolan-cli-'));
  });
  after(async () => {
    await node.close();
    await rm(folder, { recursive: true, force: true });
  });
  const portolan = (...args: string[]) => runPortolan([...args, '--node', node.url]);
  /** On file at a sample node from its first start on. */
  const story = join(examples, 'nogales-truck');
  /** Made to be filed by hand; the claim on its dried chilies is wrong. */
  const next = join(examples, 'next-truck');

  it('looks over a draft and files nothing with --check', async () => {
    const { out: before } = await portolan('entry', '--as', 'broker', '--json');
    const ran = await portolan('file', next, '--as', 'broker', '--check');
    assert.equal(ran.exitCode, 1, ran.out + ran.error);
    assert.match(ran.out, /^Documents\n-+\nDocument +From +Signed by/m);
    assert.match(ran.out, /^Findings$/m);
    assert.match(ran.error, /CLI_DRAFT_BLOCKED/);
    assert.equal((await portolan('entry', '--as', 'broker', '--json')).out, before);
  });

  it('asks why to go on when no tariff edition is known to be in force today, and keeps the reason', async () => {
    const today = join(folder, 'today');
    await cp(next, today, { recursive: true });
    await rm(join(today, 'filing.json'));
    const bond = ['--answer', '/bond={"type":"8","surety":"999"}'];
    const asked = await portolan('file', today, '--as', 'broker', '--check', ...bond);
    assert.match(asked.out, /^Open questions$[\s\S]*\/override\/reason/m);
    assert.match(asked.out, /^In the way of filing$[\s\S]*FILING_TARIFF_NOT_CURRENT/m);
    const reason = ['--answer', '/override/reason=compared by hand'];
    const ran = await portolan('file', today, '--as', 'broker', '--check', '--accept', ...bond, ...reason);
    assert.doesNotMatch(ran.out, /FILING_TARIFF_NOT_CURRENT/);
    // The mangoes of June have another line in November: the rules speak again, and name it.
    assert.match(ran.out, /Use 0804\.50\.40\.55 for that date/);
  });

  it('refuses to file what the rules would refuse, with the offered mend', async () => {
    const ran = await portolan('file', next, '--as', 'broker');
    assert.equal(ran.exitCode, 1);
    assert.match(ran.out, /^REFUSE/m);
    assert.match(ran.out, /offered: .*--fix/);
  });

  it('files with --fix, shows the entry, saves receipts that verify offline, and replays the decision', async () => {
    const filed = await portolan('file', next, '--as', 'broker', '--fix');
    assert.equal(filed.exitCode, 0, filed.out + filed.error);
    // The arithmetic stands in examples/next-truck/expected.json.
    assert.match(filed.out, /^Total +\$53\.58$/m);
    const entryNumber = /Filed as entry (\S+)\./.exec(filed.out)?.[1] ?? '';
    assert.match(entryNumber, /^ZZ9-\d{7}-\d$/);
    assert.match(filed.out, new RegExp(`portolan receipt ${entryNumber}`));

    const shown = await portolan('entry', entryNumber, '--as', 'broker');
    assert.equal(shown.exitCode, 0, shown.error);
    assert.match(shown.out, new RegExp(`^Entry ${entryNumber} \\(story\\)`));
    assert.match(shown.out, /^Timeline$/m);

    const receipts = join(folder, 'receipts');
    const got = await portolan('receipt', entryNumber, '--as', 'broker', '--save', receipts);
    assert.equal(got.exitCode, 0, got.out + got.error);
    const key = await (await fetch(`${node.url}/log/key`)).text();
    for (const file of await readdir(receipts)) {
      const verified = await runPortolan(['verify', join(receipts, file), '--log-key', key.trim()]);
      assert.equal(verified.exitCode, 0, file + verified.out);
    }

    for (const form of ['7501', '3461']) {
      const file = join(folder, `${form}.pdf`);
      const printed = await portolan(
        'entry',
        entryNumber,
        '--form',
        form,
        '--output',
        file,
        '--as',
        'broker',
      );
      assert.equal(printed.exitCode, 0, printed.error);
      const bytes = await readFile(file);
      assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
      assert.ok(bytes.length > 3000);
    }
    const replay = await portolan('replay', entryNumber, '--as', 'agency');
    assert.equal(replay.exitCode, 0, replay.out + replay.error);
    assert.match(replay.out, /^The same bytes came out\./);
  });

  it('compares an entry with the summary that was filed, and begins a draft from it', async () => {
    const { items } = (await portolan('entry', '--as', 'broker', '--json')).json<{
      items: { entryNumber: string }[];
    }>();
    const entryNumber = items[0]?.entryNumber ?? '';
    const file = join(folder, 'filed.csv');
    await writeFile(file, `block,line,value\n1,,${entryNumber}\n36A,1,1\n`);
    const compared = await portolan('compare', entryNumber, file, '--as', 'broker');
    assert.equal(compared.exitCode, 1, compared.error);
    assert.match(compared.out, /^ +1 {2}36A +Entered value +1 /m);
    assert.match(compared.out, /^Keyed for theirs +1 field, 1 keystroke, 0\.0 minutes$/m);
    await writeFile(file, 'no summary');
    assert.match((await portolan('compare', entryNumber, file, '--as', 'broker')).error, /FILING_AE_WIDTH/);
    assert.equal((await portolan('compare', entryNumber, file)).exitCode, 4);

    const copied = await portolan('entry', entryNumber, '--copy', '--as', 'broker', '--json');
    assert.equal(copied.exitCode, 0, copied.error);
    const draft = copied.json<{ evidence: { type: string }[]; typed: object; entry: object }>();
    const types = draft.evidence.map(({ type }) => type);
    assert.ok(types.includes('PowerOfAttorney'), types.join());
    assert.ok(!types.includes('CommercialInvoice') && !types.includes('BillOfLading'));
    assert.ok(Object.keys(draft.typed).every((pointer) => !pointer.startsWith('/lines/')));
    assert.equal((await portolan('entry', entryNumber, '--copy', '--as', 'importer-filer')).exitCode, 1);
  });

  it('writes the audit packet of an entry, every file with the digest that its manifest states', async () => {
    const { items } = (await portolan('entry', '--as', 'broker', '--json')).json<{
      items: { entryNumber: string }[];
    }>();
    const file = join(folder, 'packet.zip');
    const entryNumber = items[0]?.entryNumber ?? '';
    const ran = await portolan('entry', entryNumber, '--packet', file, '--as', 'broker');
    assert.equal(ran.exitCode, 0, ran.error);
    const files = storedFiles(await readFile(file));
    const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
    assert.equal(manifest.entryNumber, entryNumber);
    for (const { name, sha256 } of manifest.files)
      assert.equal(
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex'),
        sha256,
        name,
      );
    const names = Object.keys(files);
    for (const name of ['entry.json', 'forms/7501.pdf', 'forms/3461.pdf', 'decisions.json', 'receipts.json'])
      assert.ok(names.includes(name), name);
    assert.ok(names.filter((name) => name.startsWith('documents/')).length > 5);
    assert.equal(names.length, manifest.files.length + 1);
    assert.equal((await portolan('entry', entryNumber, '--packet', file, '--as', 'nobody')).exitCode, 4);
  });

  it('files with what the operator imports for everybody, and replays what was decided before', async () => {
    const today = join(folder, 'imported');
    await cp(next, today, { recursive: true });
    await rm(join(today, 'filing.json'));
    const answers = ['/bond={"type":"8","surety":"999"}', '/lines/3/spi=null', '/entryDate=2026-09-15'];
    const given = answers.flatMap((answer) => ['--answer', answer]);
    const check = () => portolan('file', today, '--as', 'broker', '--check', '--accept', ...given);
    assert.match((await check()).out, /FILING_TARIFF_NOT_CURRENT/);

    const place = ['--source', 'invented', '--whole-node', '--data', join(node.folder, 'data')];
    const operator = { DATABASE_URL: node.database.url };
    const importFor = async (name: string, content: string | Uint8Array, ...said: string[]) => {
      const file = join(folder, `${name}.json`);
      await writeFile(file, content);
      const ran = await runPortolan(['tariff', 'import', file, '--name', name, ...said, ...place], operator);
      assert.equal(ran.exitCode, 0, ran.error);
      assert.match(ran.out, /drafts, filings and decisions/);
    };
    const schedule = produceSchedule({ '0904.21.60.90': '5¢/kg' });
    await importFor('sample-edition', schedule, '--effective', '2026-06-12', '--until', '2026-12-31');
    // An edition says nothing of the additional duties: how long those are known is said for each.
    assert.match((await check()).out, /nothing is known of .* Section 301/);
    const { dutyLayers } = loadEmbeddedReference();
    const periods = dutyLayers.flatMap(({ id, horizon }) => (horizon ? [knownPeriod(id)] : []));
    await importFor('sample-layers', JSON.stringify(periods), '--kind', 'measures');

    const now = await check();
    assert.doesNotMatch(now.out, /FILING_TARIFF_NOT_CURRENT/);
    // 800 kg at 5 cents.
    assert.match(now.out, /40\.00/);
    const { items } = (await portolan('entry', '--as', 'agency', '--json')).json<{
      items: { entryNumber: string }[];
    }>();
    assert.ok(items.length > 1);
    for (const { entryNumber } of items) {
      const replay = await portolan('replay', entryNumber, '--as', 'agency');
      assert.match(replay.out, /^The same bytes came out\./, entryNumber);
    }
    const reason = ['--reason', 'a test', '--whole-node', '--data', join(node.folder, 'data')];
    const withdrawn = await runPortolan(['tariff', 'withdraw', 'sample-edition', ...reason], operator);
    assert.equal(withdrawn.exitCode, 0, withdrawn.error);
    assert.match((await check()).out, /FILING_TARIFF_NOT_CURRENT/);
  });

  it('does not file the goods of an entry a second time, and says which entry has them', async () => {
    const ran = await portolan('file', story, '--as', 'broker', '--fix');
    assert.equal(ran.exitCode, 1);
    assert.match(ran.error, /claimed in entry ZZ9-\d{7}-\d already/);
  });

  it('refuses a folder with an altered credential, and says that it was altered', async () => {
    const ran = await portolan('file', join(examples, 'variants/altered'), '--as', 'broker', '--fix');
    assert.equal(ran.exitCode, 1);
    assert.match(ran.out + ran.error, /CRED_/);
  });

  it('refuses a folder with a file that is no document, naming it', async () => {
    const broken = join(folder, 'broken');
    await cp(story, broken, { recursive: true });
    await writeFile(join(broken, 'extra.json'), '{"hello": ');
    const ran = await portolan('file', broken, '--as', 'broker', '--fix');
    assert.equal(ran.exitCode, 1);
    assert.match(ran.out + ran.error, /extra\.json/);
    assert.match(ran.out + ran.error, /KERNEL_JSON_SYNTAX/);
  });

  it('refuses a folder without documents, a missing one, and a filing.json that is not understood', async () => {
    const empty = join(folder, 'empty');
    await cp(story, empty, { recursive: true, filter: (path) => !/\.(xml|csv|vc\.json)$/.test(path) });
    assert.match((await portolan('file', empty, '--as', 'broker')).error, /CLI_FOLDER_EMPTY/);
    assert.match(
      (await portolan('file', join(folder, 'none'), '--as', 'broker')).error,
      /CLI_FILE_UNREADABLE/,
    );
    await writeFile(join(empty, 'filing.json'), '{"typed": []}');
    assert.match((await portolan('file', empty, '--as', 'broker')).error, /CLI_NOT_JSON/);
  });

  it('answers 4 without sign-in, as an unknown member, and as one who may not', async () => {
    assert.equal((await portolan('entry')).exitCode, 4);
    assert.match((await portolan('entry', '--as', 'nobody')).error, /broker-filer/);
    assert.equal((await portolan('file', story, '--as', 'agency')).exitCode, 4);
    assert.equal((await portolan('entry', '--token', 'pat_wrong')).exitCode, 4);
  });

  it('answers 1 for an entry that is not there', async () => {
    assert.equal((await portolan('entry', 'ZZ9-0000103-5', '--as', 'grower')).exitCode, 1);
  });

  it('lists requests, and signs a document that verifies', async () => {
    const list = await portolan('request', 'list', '--as', 'grower', '--json');
    assert.equal(list.exitCode, 0, list.error);
    const identity = JSON.parse(await readFile(join(story, 'power-of-attorney.vc.json'), 'utf8'));
    const source = join(folder, 'poa.json');
    await writeFile(
      source,
      JSON.stringify({ type: 'PowerOfAttorney', ...identity.credentialSubject, number: 'POA-CLI-1' }),
    );
    const signed = join(folder, 'poa.vc.json');
    const issued = await portolan('issue', source, '--as', 'importer-signer', '--save', signed);
    assert.equal(issued.exitCode, 0, issued.error);
    assert.match(await readFile(signed, 'utf8'), /eddsa-jcs-2022/);
  });

  it('shows the review of the trial to the agency', async () => {
    const ran = await portolan('assess', 'usmca-cafta', '--as', 'agency-lead');
    assert.equal(ran.exitCode, 0, ran.error);
    assert.match(ran.out, /^Verdict/m);
  });

  it('files a truck of steel by two programs, and shows what the second derives', async () => {
    const filed = await portolan('file', join(examples, 'steel-next-truck'), '--as', 'broker');
    assert.equal(filed.exitCode, 0, filed.out + filed.error);
    // The arithmetic stands in examples/steel-next-truck/expected.json.
    assert.match(filed.out, /^Total +\$9,062\.35$/m);
    const entryNumber = /Filed as entry (\S+)\./.exec(filed.out)?.[1] ?? '';
    const shown = await portolan('entry', entryNumber, '--as', 'broker');
    for (const words of [
      'Melt and pour, apart from origin',
      '08 Steel melt and pour',
      '21: MX',
      'S26SMP0119',
    ])
      assert.ok(shown.out.includes(words), words);
    const replay = await portolan('replay', entryNumber, '--as', 'broker');
    assert.match(replay.out, /Beside +steel 2026/);
    assert.equal(replay.exitCode, 0);
  });

  it('files aluminum and copper by the same rules', async () => {
    const declared = { aluminum: '07 Aluminum smelt and cast', copper: '12 Copper smelt and cast' };
    for (const [metal, words] of Object.entries(declared)) {
      const filed = await portolan('file', join(examples, `steel-${metal}`), '--as', 'broker');
      assert.equal(filed.exitCode, 0, filed.out + filed.error);
      assert.ok(filed.out.includes(words), filed.out);
    }
  });

  it('refuses each variant of the truck of steel for its own reason', async () => {
    const variants = join(examples, 'steel-variants');
    for (const name of await readdir(variants)) {
      const at = join(variants, name);
      const expected = JSON.parse(await readFile(join(at, 'expected.json'), 'utf8'));
      const ran = await portolan('file', at, '--as', 'broker');
      assert.equal(ran.exitCode, 1, name);
      for (const reason of expected.draft.reasons) assert.ok(ran.out.includes(reason), `${name}: ${reason}`);
    }
  });
});
