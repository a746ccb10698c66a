import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { heatLot, steelParty, steelStories } from '@portolan/programs';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFits } from './support/axe.ts';
import { assertSound, goTo, openPortal, type Portal, type SampleSeat } from './support/portal.ts';

const mill: SampleSeat = { organization: 'Sample Acero del Norte S.A. de C.V.', role: 'signer' };
const heat = heatLot({ mill: steelParty('mill').did, number: 'A26-4711' });
const bundle = 'urn:sample:acero:bundle:2606-118';
const address = (lot: string) => `/lots/${encodeURIComponent(lot)}`;

let portal: Portal;
let page: Page;
const asked: string[] = [];
before(async () => {
  portal = await openPortal({ stories: false });
  const client = await portal.node.as('steel-mill-signer');
  for (const name of ['Heat', 'MillTestReport', 'CommercialInvoice']) {
    const paper = steelStories[0]?.papers.find((each) => each.name === name);
    assert.ok(paper, name);
    const { content, at } = paper;
    const body = { type: content.type, document: content.document, storyAt: at };
    assert.equal((await client.post('/api/credentials/issue', body)).status, 201);
  }
  page = await portal.open(mill);
  page.on('request', (request) => asked.push(request.url()));
});
after(() => portal.close());

test('a lot is found in the list and opened; what it is made of and where it went are on one page', async () => {
  await goTo(page, portal.node, '/lots');
  await page.getByRole('searchbox', { name: 'Search' }).fill('2606-118');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('link', { name: '2606-118' }).click();
  await page.getByRole('heading', { level: 1, name: 'Lot 2606-118' }).waitFor();
  const made = page.getByRole('region', { name: 'Made of' });
  await made.getByText('melt: MX').first().waitFor();
  await page.getByRole('region', { name: 'Family', exact: true }).getByRole('img').waitFor();
  assertSound(page);
});

test('each picture has its table, and the map asks nobody else', async () => {
  await goTo(page, portal.node, address(heat));
  await page.getByRole('img', { name: /^Journey/ }).waitFor();
  for (const name of ['Family', 'Flow', 'Journey', 'Time line']) {
    const section = page.getByRole('region', { name, exact: true });
    const twin = section.getByText('The same as a table');
    await twin.focus();
    await page.keyboard.press('Enter');
    await section.getByRole('table').waitFor();
  }
  const places = page.getByRole('region', { name: 'Journey', exact: true }).getByRole('table');
  await places.getByText('Mexico').first().waitFor();
  const own = new URL(portal.node.url).origin;
  const foreign = asked.filter((url) => !url.startsWith(own) && !/^(data|blob):/.test(url));
  assert.deepEqual(foreign, []);
  assertSound(page);
});

test('by keyboard alone a step is keyed, refused with its mend, mended and signed', async () => {
  await goTo(page, portal.node, '/trace/new');
  const cut = async (value: string) => {
    for (const [index, lot] of [bundle, 'urn:sample:cut:1'].entries()) {
      await page.getByLabel('Lot', { exact: true }).nth(index).fill(lot);
      await page.getByLabel('Amount').nth(index).fill(value);
    }
    await page.getByLabel('Commodity').fill('steel section');
    await page.getByRole('button', { name: 'Sign and enter' }).press('Enter');
  };
  await cut('20001');
  await page.getByRole('alert').getByText('Take no more than is left', { exact: false }).waitFor();
  await cut('5000');
  await page.getByRole('heading', { level: 1, name: /^Split by/ }).waitFor();
  await page.getByText('Counts').waitFor();
  await assertAccessible(page, 'the page of an event');
  await page.getByRole('link', { name: 'Take it back' }).press('Enter');
  await page.getByRole('button', { name: 'Sign and enter' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Taken back by/ }).waitFor();
  assertSound(page);
});

test('pages of lots are free of faults and fit at both widths', async () => {
  for (const path of ['/lots', '/lots?q=nothing-has-this-name', address(heat), '/trace', '/trace/new']) {
    await goTo(page, portal.node, path);
    await page.setViewportSize({ width: 1280, height: 900 });
    await assertFits(page, `${path} at 1280 px`);
    await page.setViewportSize({ width: 360, height: 900 });
    await assertAccessible(page, `${path} at 360 px`);
  }
  assertSound(page);
});
