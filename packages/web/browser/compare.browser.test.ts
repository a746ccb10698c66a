import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import type { DossierView, FilingAcknowledged, OrderSummary } from '@portolan/contract';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFits } from './support/axe.ts';
import { exampleFiles } from './support/filing.ts';
import { assertSound, broker, goTo, openPortal, type Portal } from './support/portal.ts';

const NARROW = 360;
const STORY = '2026-06-12T16:00:00.000Z';

let portal: Portal;
let desk: Page;
let entryNumber: string;
let filed: string;

/** An entry without a story is not followed after its release: this one is filed by its papers, then compared and followed. */
before(async () => {
  portal = await openPortal({ stories: false });
  desk = await portal.open(broker);
  const client = await portal.node.as('broker-filer');
  const form = new FormData();
  form.set('storyAt', STORY);
  form.set(
    'typed',
    JSON.stringify({ '/bond': { type: '8', surety: '999' }, '/lines/0/relatedParties': false }),
  );
  const papers = exampleFiles('order-truck').filter((path) => !/(filing|expected)\.json$/.test(path));
  for (const path of papers) form.append('files', new Blob([await readFile(path)]), basename(path));
  const answer = await client.post<FilingAcknowledged>('/api/filings', form, {
    'idempotency-key': 'compare',
  });
  assert.ok(answer.status < 300, answer.codes.join());
  entryNumber = answer.body.entryNumber;
  const { entry } = (await client.get<DossierView>(`/api/entries/${entryNumber}`)).body;
  const [line] = entry.lines;
  filed = `block,line,value\n1,,${entryNumber}\n6,,9999\n33A,1,${line?.hts}\n36A,1,${line?.enteredValue}\n`;
  for (const [kind, on] of [
    ['summary', '2026-06-26'],
    ['liquidated', '2026-11-05'],
  ])
    assert.ok((await client.post(`/api/entries/${entryNumber}/milestones`, { kind, on })).status < 300);
});
after(() => portal.close());

async function check(page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: NARROW, height: 900 });
  await assertAccessible(page, `${what} at ${NARROW} px`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await assertFits(page, `${what} at 1280 px`);
  assertSound(page);
}

test('one summary beside its entry: what differs, and how keystrokes and minutes are known', async () => {
  await goTo(desk, portal.node, `/entries/${entryNumber}/compare`);
  await desk.getByRole('heading', { level: 1, name: `Compare entry ${entryNumber}` }).waitFor();
  await check(desk, 'compare, empty');
  await desk.getByRole('textbox', { name: /Summary filed/ }).fill(filed);
  await desk.getByRole('button', { name: 'Compare', exact: true }).press('Enter');
  const differing = desk.getByRole('table', { name: 'Fields that differ' });
  await differing.getByText('9999').waitFor();
  await desk.getByText(/^Recorded: the characters of each field that a member typed/).waitFor();
  await check(desk, 'a comparison');
});

test('many summaries at once: a row each, the sums, and why one could not be compared', async () => {
  await desk.getByRole('link', { name: 'Compare many at once' }).press('Enter');
  await desk.getByRole('heading', { level: 1, name: 'Compare with summaries filed' }).waitFor();
  await check(desk, 'compare many, empty');
  await desk.getByLabel('Choose files').setInputFiles([
    { name: 'june.csv', mimeType: 'text/csv', buffer: Buffer.from(filed) },
    { name: 'odd.txt', mimeType: 'text/plain', buffer: Buffer.from('nothing of the kind') },
  ]);
  const table = desk.getByRole('table', { name: 'Summaries and the entries they are of' });
  await table.getByRole('link', { name: entryNumber }).waitFor();
  await desk.getByText('1 of 2 summaries compared, 0 without a difference.').first().waitFor();
  await desk
    .getByText(/odd\.txt/)
    .last()
    .waitFor();
  await desk.getByText(`june.csv beside entry ${entryNumber}`).click();
  await check(desk, 'many comparisons');
});

test('an order goes on to entry summary and liquidation, which lead to the entry', async () => {
  const client = await portal.node.as('broker-filer');
  const [order] = (await client.get<{ items: OrderSummary[] }>('/api/orders')).body.items;
  await goTo(desk, portal.node, `/orders/${order?.id}`);
  const papers = desk.getByRole('table', { name: 'Papers and filings, by station' });
  await papers.getByRole('rowheader', { name: 'Entry summary' }).waitFor();
  await papers.getByRole('rowheader', { name: 'Liquidation' }).waitFor();
  await check(desk, 'an order with its liquidation');
  await papers.getByRole('link', { name: entryNumber }).first().press('Enter');
  await desk.getByRole('heading', { level: 1, name: `Entry ${entryNumber}` }).waitFor();
});
