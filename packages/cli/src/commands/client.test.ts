import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import type { Client, EntryNumberBank } from '@portolan/contract';
import { instant } from '@portolan/kernel';
import { type TestNode, testNode } from '@portolan/server/testing';
import { runPortolan } from '../testing/run-portolan.ts';

let node: TestNode;
let folder: string;
before(async () => {
  node = await testNode({ sample: 'seats', clock: { now: () => instant('2026-06-12T16:00:00.000Z') } });
  folder = await mkdtemp(join(tmpdir(), 'portolan-cli-'));
});
after(async () => {
  await node.close();
  await rm(folder, { recursive: true, force: true });
});
const portolan = (...args: string[]) => runPortolan([...args, '--as', 'broker', '--node', node.url]);
const number = '12-3456789AB';

it('enters a client, keeps what is not said again, and shows bond, payment and tolerances', async () => {
  const bond = ['--bond', '8', '--surety', '999', '--amount', '50000'];
  const entered = await portolan('client', 'save', number, '--name', 'Sample Harbor Foods Inc.', ...bond);
  assert.equal(entered.exitCode, 0, entered.error);
  assert.match(entered.out, /^Sufficiency +sufficient/m);
  assert.match(entered.out, /^Payment +periodic, importer \(payment type 7\)$/m);
  const changed = await portolan('client', 'save', number, '--statement-day', '8', '--json');
  const { name, surety, nextPayment } = changed.json<Client>();
  assert.deepEqual([name, surety, nextPayment?.printsOn], ['Sample Harbor Foods Inc.', '999', '2026-07-13']);
  const agreed = await portolan('client', 'tolerances', number, '--from', '2026-01-01', '--over', '10');
  assert.match(agreed.out, /from 2026-01-01: \+10 %, -5 %, price 0 %/);
  const list = await portolan('client', 'list');
  assert.match(list.out, /1 client$/);
});

it('enters a maker without a code, which is made, and takes it out again', async () => {
  const place = ['--street', '12 Sample Street', '--city', 'Toronto', '--country', 'CA'];
  const made = await portolan('client', 'partner', number, 'Sample Northern Works', ...place);
  assert.match(made.out, /CASAMNOR12TOR/, made.error);
  assert.match((await portolan('client', 'partners', number)).out, /1 partner$/);
  assert.equal(
    (await portolan('client', 'partner', number, 'Sample Northern Works', '--remove')).exitCode,
    0,
  );
});

it('shows the bank of entry numbers, sets its range and voids a number', async () => {
  const range = await portolan('numbers', 'range', '--first', '100', '--last', '199', '--warn-below', '200');
  assert.match(range.out, /^Free +100 \(low: fewer than 200\)$/m, range.error);
  const spoiled = await portolan('numbers', 'void', '100', '--reason', 'used on paper');
  assert.match(spoiled.out, /^Next +ZZ9-0000101-\d$/m);
  const { voided } = (await portolan('numbers', 'show', '--json')).json<EntryNumberBank>();
  assert.equal(voided, 1);
  const wrong = await portolan('numbers', 'void', 'ZZ9-0000101-0', '--reason', 'x');
  assert.equal(wrong.exitCode, 1);
  assert.match(wrong.error, /KERNEL_IDENTIFIER_CHECK/);
});

it('shows what is due, and writes it as a calendar', async () => {
  assert.match((await portolan('work')).out, /Entry numbers run out/);
  assert.match((await portolan('work', '--statements')).out, /^0 statements, 0 summaries not recorded/m);
  const file = join(folder, 'work.ics');
  assert.equal((await portolan('work', '--calendar', file)).exitCode, 0);
  assert.match(await readFile(file, 'utf8'), /^BEGIN:VCALENDAR\r\n/);
});

it('keeps a product provisionally, then by a ruling, which stands before the decision', async () => {
  const file = join(folder, 'product.json');
  await writeFile(file, JSON.stringify({ title: "women's knitted cotton hoodie", sku: 'HOODIE-1' }));
  const saved = await portolan('product', 'save', file);
  assert.match(saved.out, /^Line +not classified$/m, saved.error);
  const key = /^Product +(\S+)$/m.exec(saved.out)?.[1] ?? '';
  const open = await portolan('product', 'decide', key, '6110.20.20.46', '--provisional');
  assert.match(open.out, /^Line +6110\.20\.20\.46 \(provisional\)$/m, open.error);
  assert.match((await portolan('product', 'list', '--state', 'provisional')).out, /1 product$/);
  const ruled = await portolan('product', 'decide', key, '6110202079', '--ruling', 'NY N000000');
  assert.match(ruled.out, /^Line +6110\.20\.20\.79$/m, ruled.error);
  assert.match((await portolan('product', 'show', key)).out, /ruling NY N000000, from 2026-06-12/);
});
