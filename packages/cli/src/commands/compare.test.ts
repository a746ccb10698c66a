import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { DossierView, ManyCompared } from '@portolan/contract';
import type { Comparison, Entry } from '@portolan/filing';
import { type TestNode, testNode } from '@portolan/server/testing';
import { runPortolan } from '../testing/run-portolan.ts';

/** Form 7501 as the filer's own system would export it, blocks of the edition of October 2025; lines from the last on. */
function form({ entryNumber = '', billOfLading, portOfEntry, lines }: Entry, change: object = {}): string {
  return JSON.stringify({
    blocks: { 1: entryNumber, 6: portOfEntry, 12: billOfLading.join('; '), ...change },
    lines: lines.toReversed().map((line) => ({
      ...{ 10: line.originCountry, '33A': line.hts, '36A': line.enteredValue, '36B': line.charges },
      35: line.quantities.map(({ value }) => value).join('; '),
    })),
  });
}

describe('portolan compare at a node', () => {
  let node: TestNode;
  let folder: string;
  let entries: Entry[];
  before(async () => {
    node = await testNode();
    folder = await mkdtemp(join(tmpdir(), 'portolan-compare-'));
    const broker = await node.as('broker-filer');
    const { items } = (await broker.get('/api/entries')).body as { items: { entryNumber: string }[] };
    const dossiers = await Promise.all(
      items.map(
        async ({ entryNumber }) => (await broker.get(`/api/entries/${entryNumber}`)).body as DossierView,
      ),
    );
    entries = dossiers
      .map(({ entry }) => entry)
      .sort((left, right) => right.lines.length - left.lines.length);
  });
  after(async () => {
    await node.close();
    await rm(folder, { recursive: true, force: true });
  });
  const portolan = (...args: string[]) =>
    runPortolan(['compare', ...args, '--as', 'broker', '--node', node.url]);

  it('lays one summary beside its entry, with lines in another order, effort and how it is known', async () => {
    const [entry] = entries;
    assert.ok(entry && entry.lines.length > 1);
    const file = join(folder, 'one.json');
    await writeFile(file, form(entry));
    const ran = await portolan(entry.entryNumber ?? '', file, '--json', '--speed', '9500');
    const comparison = ran.json<Comparison>();
    assert.equal(comparison.counts.different, 0, ran.out);
    assert.deepEqual(
      comparison.lines.map(({ filed }) => filed),
      entry.lines.map((_, at) => entry.lines.length - at),
    );
    assert.equal(comparison.speed.certainty, 'measured');
    const text = (await portolan(entry.entryNumber ?? '', file)).out;
    assert.match(text, /Our line \d+ is line \d+ filed/);
    assert.match(text, /Ours: Recorded: .*typed/);
    assert.match(text, /Draft open +[\d.]+ minutes, recorded/);
    await rm(file);
  });

  it('compares a folder: by number, by name of the file, by bill of lading; the rest with its reason; and the sums', async () => {
    const byBill = entries.find(({ billOfLading: [bill] }, at) =>
      entries.every((other, index) => index === at || !other.billOfLading.includes(bill ?? '')),
    );
    const [first, second] = entries.filter((entry) => entry !== byBill);
    assert.ok(first && second && byBill);
    await writeFile(
      join(folder, 'a.json'),
      JSON.stringify([form(first), form(second)].map((text) => JSON.parse(text))),
    );
    await writeFile(
      join(folder, `b ${first.entryNumber}.json`),
      form(first, { 1: 'XX1-0000001-1', 6: '9999' }),
    );
    await writeFile(join(folder, 'c.json'), form(byBill, { 1: 'XX1-0000002-9' }));
    await writeFile(join(folder, 'd.txt'), 'nothing of the kind');
    await writeFile(join(folder, 'e.json'), '');
    const ran = await portolan(folder, '--json');
    assert.equal(ran.exitCode, 1);
    const { items, totals } = ran.json<ManyCompared>();
    assert.deepEqual(
      items
        .map(({ name, part, entryNumber, by, refusals }) => [
          name,
          part,
          entryNumber,
          by ?? refusals?.[0]?.code,
        ])
        .sort(),
      [
        ['a.json', 1, first.entryNumber, 'entry number'],
        ['a.json', 2, second.entryNumber, 'entry number'],
        [`b ${first.entryNumber}.json`, undefined, first.entryNumber, 'file name'],
        ['c.json', undefined, byBill.entryNumber, 'bill of lading'],
        ['d.txt', undefined, undefined, 'NODE_COMPARE_UNKNOWN'],
        ['e.json', undefined, undefined, 'CLI_FILE_UNREADABLE'],
      ].sort(),
    );
    assert.deepEqual([totals.summaries, totals.compared], [6, 4]);
    assert.ok(totals.often.some(({ label }) => label === 'Port of entry'));
    const text = (await portolan(folder)).out;
    assert.match(text, /^Total +\d+/m);
    assert.match(text, /d\.txt: Your organization filed no entry/);
  });

  it('lays the facts of the goods beside the declared codes, for the agency and for the filer', async () => {
    const [entry] = entries;
    for (const seat of ['agency-officer', 'broker']) {
      const ran = await runPortolan([
        ...['compare', entry?.entryNumber ?? '', '--codes', '--as', seat, '--node', node.url],
      ]);
      assert.match(ran.out, /^ *Line +Goods +Declared +Verdict/m, ran.error);
      assert.match(ran.out, /\d+ of \d+ codes differ from the facts, in edition/);
    }
  });

  it('refuses another organization’s entries, a speed that is none, and a path that is none', async () => {
    const [entry] = entries;
    const file = join(folder, 'a.json');
    const stranger = await runPortolan([
      'compare',
      file,
      '--as',
      'grower-signer',
      '--node',
      node.url,
      '--json',
    ]);
    const { items } = stranger.json<ManyCompared>();
    assert.ok(
      items.every(({ comparison }) => comparison === undefined),
      entry?.entryNumber,
    );
    assert.equal((await portolan(folder, '--speed', 'fast')).exitCode, 2);
    assert.match((await portolan(join(folder, 'none'))).error, /CLI_FILE_UNREADABLE/);
  });
});
