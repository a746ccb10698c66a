import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { PipelineDay, PipelineMonth } from '@portolan/contract';
import { instant } from '@portolan/kernel';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFits } from './support/axe.ts';
import { fileDraft } from './support/filing.ts';
import { LINE, type Owner, owners, takeMay } from './support/oil.ts';
import {
  assertSound,
  broker,
  goTo,
  officer,
  openPortal,
  type Portal,
  type SampleSeat,
} from './support/portal.ts';

const PATH = `/pipelines/${encodeURIComponent(LINE)}`;
const MAY = `${PATH}/2026-05`;
const aurora: SampleSeat = { organization: 'Sample Aurora Oil Marketing Inc.', role: 'signer' };
const operator: SampleSeat = { organization: 'Sample Borealis Pipelines Inc.', role: 'signer' };
const names: Readonly<Record<Owner, string>> = {
  aurora: 'Sample Aurora Oil Marketing Inc.',
  coulee: 'Sample Coulee Trading LLC',
  prairie: 'Sample Prairie Refining LLC',
};

let portal: Portal;
let desk: Page;
let entryNumber = '';
before(async () => {
  // A week before the entries of May are due.
  portal = await openPortal({ stories: false, at: instant('2026-06-08T15:00:00Z') });
  await takeMay(portal.node);
  desk = await portal.open(broker);
});
after(() => portal.close());

test('from the list of lines to the month of 31 cells, its day, the ticket and title at the meter', async () => {
  await desk.getByRole('link', { name: 'Pipelines', exact: true }).click();
  await desk.getByRole('link', { name: 'Sample Borealis line 1' }).click();
  await desk.getByRole('img', { name: /Map of the line/ }).waitFor();
  await assertAccessible(desk, 'a line');
  await desk.getByRole('link', { name: 'May 2026', exact: true }).click();
  const board = desk.getByRole('list', { name: 'Days of the month' });
  await board.waitFor();
  assert.equal(await board.getByRole('listitem').count(), 31);
  const cell = board.getByRole('link', { name: /^5 Tuesday/ });
  for (const words of [
    '24,000',
    '21.1 °API',
    'CA crude, diluent of unknown origin',
    '2 owners',
    'To be entered',
  ])
    assert.ok((await cell.innerText()).includes(words), words);
  await desk.getByRole('img', { name: /Picture of the flow/ }).waitFor();
  const labels = await desk
    .getByRole('img', { name: /Picture of the flow/ })
    .locator('g text')
    .allTextContents();
  for (const label of ['batch 2026-05-1', 'Border meter, Neche']) assert.ok(labels.includes(label), label);
  await assertAccessible(desk, 'the month');
  await cell.focus();
  await desk.keyboard.press('Enter');
  const title = desk.getByRole('region', { name: 'Title', exact: true });
  await title.getByText('20,250').first().waitFor({ state: 'attached' });
  const rows = await title.getByRole('row').filter({ hasText: '2026-05-1' }).allInnerTexts();
  assert.equal(rows.length, 2);
  assert.match(rows[0] ?? '', /12:00 AM CDT.*Aurora.*20,250/s);
  assert.match(rows[1] ?? '', /12:00 PM CDT.*Coulee.*3,750.*transfer of title.*Free under USMCA/s);
  await assertAccessible(desk, 'a day');
  await desk.getByRole('link', { name: 'SBT-B-2026-05-05' }).click();
  await desk.getByRole('heading', { level: 1, name: 'Ticket SBT-B-2026-05-05' }).waitFor();
  await desk.getByText('24,000 bbl at 60 °F').first().waitFor();
  await assertAccessible(desk, 'a ticket');
  assertSound(desk);
});

test('a ticket is found by its number, and what was found by its weight', async () => {
  await goTo(desk, portal.node, `${MAY}/tickets`);
  await desk.getByLabel('Search').fill('sbt-i-05');
  await desk.getByRole('button', { name: 'Show' }).click();
  await desk.getByText('4 tickets of Sample Borealis line 1').waitFor();
  await assertAccessible(desk, 'tickets');
  await goTo(desk, portal.node, `${MAY}/findings?severity=refused`);
  await desk.getByText('Nothing of this kind was found.').waitFor();
  await assertAccessible(desk, 'findings');
});

test('one sheet for each owner, on paper without the portal around it', async () => {
  await goTo(desk, portal.node, `${MAY}/sheet`);
  for (const name of Object.values(names))
    await desk.getByRole('region', { name: new RegExp(`^${name}`) }).waitFor();
  assert.match(await desk.getByRole('region', { name: /^Sample Aurora/ }).innerText(), /165,750 bbl/);
  assert.doesNotMatch(await desk.locator('main').innerText(), /did:key|urn:/);
  await assertAccessible(desk, 'sheets');
  await desk.emulateMedia({ media: 'print' });
  assert.equal(await desk.getByRole('button', { name: 'Print' }).isVisible(), false);
  const breaks = await desk
    .locator('.broker-sheet')
    .evaluateAll((sheets) => sheets.map((sheet) => getComputedStyle(sheet).breakAfter));
  assert.deepEqual(breaks, ['page', 'page', 'page']);
  await desk.emulateMedia({ media: 'screen' });
});

test('a draft for each of the three owners, with what it rests on; one of them is filed', async () => {
  await goTo(desk, portal.node, MAY);
  const entries = desk.getByRole('region', { name: 'Entries' });
  await entries.getByText('One entry for the month').waitFor();
  await entries.getByRole('button', { name: 'Make the drafts' }).click();
  const made = entries.getByRole('table', { name: 'Drafts' });
  await made.waitFor();
  assert.equal(await made.getByRole('link', { name: 'Made now' }).count(), 3);
  // It goes with the month that is read again after the drafts.
  await entries.getByRole('button', { name: 'Make the drafts' }).waitFor({ state: 'detached' });
  await made.getByRole('row', { name: names.prairie }).getByRole('link').click();
  await desk.getByRole('region', { name: 'Findings' }).waitFor();
  const findings = await desk.getByRole('region', { name: 'Findings' }).innerText();
  assert.doesNotMatch(findings, /OIL_STATUS_UNPROVED|OIL_PERIOD_DUTIABLE|OIL_TITLE_UNKNOWN/);
  entryNumber = await fileDraft(desk);
  await goTo(desk, portal.node, MAY);
  await desk.getByRole('link', { name: entryNumber }).waitFor();
  assert.equal(await desk.getByRole('link', { name: 'Draft', exact: true }).count(), 2);
  await desk.getByRole('link', { name: /^31 Sunday.*Entered$/ }).waitFor();
  await desk.getByRole('link', { name: /^1 Friday.*To be entered$/ }).waitFor();
  assertSound(desk);
});

test('the officer opens the lines by imbalance and gaps, and the month down to the entry', async () => {
  const page = await portal.open(officer);
  await goTo(page, portal.node, '/pipelines');
  await page.getByText(/the worst imbalance first, then the most days without a ticket/).waitFor();
  await assertAccessible(page, 'lines');
  await page.getByRole('link', { name: 'Sample Borealis line 1' }).click();
  await page.getByRole('link', { name: 'May 2026', exact: true }).click();
  await page.getByRole('link', { name: entryNumber }).click();
  await page.getByRole('heading', { level: 1, name: `Entry ${entryNumber}` }).waitFor();
  assertSound(page);
});

test('an owner sells title in the pipe: what is its own at that moment, and who reads what', async () => {
  const page = await portal.open(aurora, 360);
  await goTo(page, portal.node, MAY);
  await page.getByRole('list', { name: 'Days of the month' }).getByText('20,250 of 24,000').waitFor();
  await assertAccessible(page, "an owner's month");
  await page.getByRole('link', { name: 'Sell title' }).click();
  await page.getByLabel('Number of the transfer').fill('SAO-T-0530');
  await page.getByLabel('Batch').selectOption('2026-06-1');
  await page.getByLabel(/Volume, barrels/).fill('200000');
  await page.getByLabel('When title passes').fill('2026-05-30T12:00');
  await page.getByLabel(/Find the buyer/).fill('coulee');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('radio', { name: /Coulee/ }).waitFor();
  await page.getByLabel(/Price of a barrel/).fill('53.9871');
  await page.getByRole('button', { name: 'See what it would do' }).click();
  await page.getByText('OIL_TITLE_OVERDRAWN').waitFor();
  assert.equal(await page.getByRole('button', { name: /^Sign, and send/ }).count(), 0);
  await page.getByLabel(/Volume, barrels/).fill('50,000');
  await page.getByRole('button', { name: 'See what it would do' }).click();
  const preview = page.getByRole('region', { name: 'What it would do' });
  for (const words of ['168,000 bbl', '50,000 bbl', '118,000 bbl']) await preview.getByText(words).waitFor();
  await assertAccessible(page, 'a sale');
  await page.getByRole('button', { name: /^Sign, and send/ }).click();
  const sold = page.getByRole('region', { name: 'Signed and sent' });
  await sold.getByText('all but price').waitFor();
  assert.equal(await sold.getByText('all of it').count(), 2);
  await assertFits(page, 'a sale that is signed');
  assertSound(page);
});

test('the scheduler drops notices of shipment; a row that does not read is told by its cell', async () => {
  const page = await portal.open(operator, 360);
  await goTo(page, portal.node, '/pipelines/notices');
  const rows = `N-1,${names.aurora},2026-09,crude oil,1000,bbl,T,D,${LINE},${operator.organization}\nN-2,${names.aurora},13/09,crude oil,1000,bbl,T,D,${LINE},${operator.organization}\n`;
  const heading = 'Batch,Shipper,Nomination month,Product,Volume,Unit,Receipt,Delivery,Pipeline,Operator\n';
  const file = { name: 'notices.csv', mimeType: 'text/csv', buffer: Buffer.from(heading + rows) };
  await page.getByLabel('Choose files').setInputFiles(file);
  const refused = page.getByRole('table', { name: 'What to mend in the spreadsheet' });
  assert.match(await refused.innerText(), /notices\.csv.*3.*13\/09/s);
  await assertAccessible(page, 'notices');
  await page.getByRole('button', { name: /^Sign (?!out)/ }).click();
  await page.getByRole('link', { name: 'Open it, and send it to the shippers' }).waitFor();
  assertSound(page);
});

test("an owner's session reads no deal of others in any answer, nor who else has oil in the line", async () => {
  /** Prices and transfers that an owner is no party to, and names that no page of its own needs. */
  const others: Readonly<Record<Owner, readonly string[]>> = {
    aurora: ['54.20', 'SCT-T-0520', names.prairie],
    coulee: [],
    prairie: ['53.10', '53.45', 'SAO-T-05', names.aurora],
  };
  for (const owner of owners) {
    const client = await portal.node.as(`oil-${owner}-filer`);
    const api = `/api${MAY.replace('/2026-05', '/months/2026-05')}`;
    const { body: month } = await client.get<PipelineMonth>(api);
    assert.equal(month.role, 'owner');
    const paths = [
      ...['/api/pipelines', `/api${PATH}`, `/api${PATH}/months`, api],
      ...['findings', 'flow', 'sheets', 'crossings.csv'].map((part) => `${api}/${part}`),
      ...month.days.flatMap(({ day }) => [`${api}/days/${day}`, `${api}/days/${day}/crossings`]),
    ];
    const answers = await Promise.all(paths.map((path) => client.get<PipelineDay | string>(path)));
    const text = answers.map(({ body }) => JSON.stringify(body)).join('\n');
    assert.ok(text.includes(names[owner]));
    for (const secret of others[owner]) assert.ok(!text.includes(secret), `${owner} reads ${secret}`);
  }
});
