import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import { sampleTenant } from '@portolan/programs';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFits } from './support/axe.ts';
import { exampleFiles } from './support/filing.ts';
import {
  assertSound,
  broker,
  goTo,
  grower,
  importer,
  openPortal,
  type Portal,
  type SampleSeat,
} from './support/portal.ts';

const NARROW = 360;
const carrier: SampleSeat = { organization: sampleTenant('carrier').name, role: 'signer' };

let portal: Portal;
let desk: Page;
before(async () => {
  portal = await openPortal({ stories: false });
  desk = await portal.open(broker);
});
after(() => portal.close());

/** The papers of an example, without what the command line answers and expects. */
const papers = (folder: string) =>
  exampleFiles(folder).filter((path) => !['filing.json', 'expected.json'].includes(basename(path)));

/** Holds the open page against axe and against scrolling sideways at 360 px, and against sideways scroll on a desk. */
async function check(page: Page, what: string): Promise<void> {
  await page.setViewportSize({ width: NARROW, height: 900 });
  await assertAccessible(page, `${what} at ${NARROW} px`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await assertFits(page, `${what} at 1280 px`);
  assertSound(page);
}

/** Goes to an address and waits for the page that has this title. */
async function visit(page: Page, path: string, title: string | RegExp): Promise<void> {
  await goTo(page, portal.node, path);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

test('what goes before arrival: two elements are open, answered once, and none is open', async () => {
  await goTo(desk, portal.node, '/drafts/new');
  await desk.getByLabel('Choose files').setInputFiles(papers('order-ocean-lcl'));
  await desk.waitForURL(/\/drafts\/(?!new)/);
  await desk.getByRole('link', { name: 'Before arrival' }).click();
  await desk.getByRole('heading', { level: 1, name: 'Before the goods arrive' }).waitFor();
  const filing = desk.getByRole('region', { name: 'Importer security filing', exact: false }).first();
  await filing.getByText(/^Sent by the importer\. 2 of \d+ elements are open\.$/).waitFor();
  await filing.getByRole('row', { name: /Open/ }).first().waitFor();
  await check(desk, 'advance data with open elements');
  await filing.getByRole('button', { name: 'Save the answers' }).click();
  await filing.getByText('Every required element is there.').waitFor();
  assert.equal(await filing.getByRole('row', { name: /Open/ }).count(), 0);
  await check(desk, 'advance data that is complete');
});

test('an order stands in the list and opens into its papers, as a picture and as tables', async () => {
  await visit(desk, '/orders', 'Orders');
  await check(desk, 'orders');
  await desk.getByRole('searchbox').first().fill('nothing-has-this-name');
  await desk.getByRole('searchbox').first().press('Enter');
  await desk.getByText('No order here.').waitFor();
  await visit(desk, '/orders', 'Orders');
  await desk.getByRole('table').getByRole('link').first().press('Enter');
  await desk.getByRole('heading', { level: 1, name: /^Order / }).waitFor();
  const graph = desk.getByRole('region', { name: 'From order to liquidation' });
  const label = await graph.getByRole('img').first().getAttribute('aria-label');
  const [, drawn] = label?.match(/^Picture of (\d+) papers/) ?? [];
  const rows = graph.getByRole('table', { name: 'Papers and filings, by station' }).getByRole('row');
  assert.equal((await rows.count()) - 1, Number(drawn), 'each paper of the picture has a row');
  await check(desk, 'an order');
  await visit(desk, '/orders/columns', 'Columns of spreadsheets');
  await check(desk, 'columns of spreadsheets');
});

test('a client is entered once; its bond is judged and stands in the next draft', async () => {
  await visit(desk, '/clients', 'Clients');
  await check(desk, 'clients, none yet');
  await desk.getByLabel('Importer number').fill('12-3456789AB');
  await desk.getByLabel('Name', { exact: false }).first().fill(importer.organization);
  await desk.getByLabel('Surety code').fill('999');
  await desk.getByLabel('Bond amount, US dollars').fill('50,000');
  await desk.getByRole('button', { name: 'Save the client' }).press('Enter');
  const list = desk.getByRole('table', { name: 'Clients' });
  await list.getByText('Sufficient', { exact: true }).waitFor();
  await check(desk, 'clients');
  await list.getByRole('link', { name: importer.organization }).press('Enter');
  await desk.getByRole('heading', { level: 1, name: importer.organization }).waitFor();
  await check(desk, 'a client');
  const client = await portal.node.as('broker-filer');
  const form = new FormData();
  for (const path of papers('order-rail'))
    form.append('files', new Blob([await readFile(path)]), basename(path));
  const made = await client.post<{ id: string; openAsks: { pointer: string }[] }>('/api/drafts', form);
  assert.equal(made.status, 201, made.codes.join());
  assert.ok(!made.body.openAsks.some(({ pointer }) => pointer === '/bond'));
  await goTo(desk, portal.node, `/drafts/${made.body.id}`);
  await desk.getByRole('region', { name: 'Entry', exact: true }).getByText('continuous').first().waitFor();
  assert.equal(await desk.locator('#ask-field-bond').count(), 0);
});

/** The carrier signs a bill to order; the address of its certificate. */
async function billToOrder(number: string): Promise<{ digest: string; address: string }> {
  const { name, did } = sampleTenant('carrier');
  const document = {
    ...{ number, issueDate: '2026-06-11', carrier: { name, did }, toOrder: true },
    shipper: { name: grower.organization },
    placeOfLoading: { name: 'Moin', country: 'CR' },
    packages: { count: 20, kind: 'drum' },
  };
  const client = await portal.node.as('carrier-signer');
  const signed = await client.post<{ digest: string }>('/api/credentials/issue', {
    ...{ type: 'MasterBillOfLading', document },
  });
  assert.equal(signed.status, 201, signed.codes.join());
  const { digest } = signed.body;
  return { digest, address: encodeURIComponent(digest) };
}

/** Opens a page again and again until the title on it has reached what is asked, as a person would press reload. */
async function reach(page: Page, path: string, words: string | RegExp): Promise<void> {
  const asked = Date.now();
  for (;;) {
    await goTo(page, portal.node, path);
    if ((await page.getByText(words).count()) > 0) return;
    assert.ok(Date.now() - asked < 15_000, `${path} never said ${words}`);
  }
}

/** Chooses a party by the keyboard, as the form for a receiver asks for it. */
async function choose(page: Page, organization: string): Promise<void> {
  await page.getByLabel('Find the receiver').last().fill(organization);
  await page.getByRole('button', { name: 'Search' }).last().press('Enter');
}

test('a bill to order is registered, endorsed to one buyer only, and surrendered', async () => {
  const { digest, address } = await billToOrder('ZZZZ-TITLE-9');
  const signer = await portal.open(carrier);
  await goTo(signer, portal.node, `/certificates/${address}`);
  const section = signer.getByRole('region', { name: 'Register it as a title' });
  await section.getByLabel('Find the receiver').fill(grower.organization);
  await section.getByRole('button', { name: 'Search' }).press('Enter');
  await section.getByRole('radio').waitFor();
  await check(signer, 'the certificate of a bill to order');
  await section.getByRole('button', { name: `Register, held by ${grower.organization}` }).press('Enter');
  await signer.getByRole('heading', { level: 1, name: 'Title ZZZZ-TITLE-9' }).waitFor();
  await check(signer, 'a title at its home');

  const seller = await portal.open(grower);
  await reach(seller, '/titles', 'ZZZZ-TITLE-9');
  await check(seller, 'titles');
  await seller.getByRole('link', { name: 'ZZZZ-TITLE-9' }).press('Enter');
  await seller.getByRole('heading', { name: 'Move it' }).waitFor();
  await choose(seller, importer.organization);
  await seller.getByRole('radio').first().waitFor();
  await check(seller, 'a title at its holder');
  await seller.getByRole('button', { name: `Endorse to ${importer.organization}` }).press('Enter');
  await reach(seller, `/titles/${address}`, 'Taken');
  assert.equal(await seller.getByRole('heading', { name: 'Move it' }).count(), 0);
  const again = await (await portal.node.as('grower-signer')).post(`/api/titles/${digest}/orders`, {
    ...{ kind: 'endorse', to: sampleTenant('juicer').did },
  });
  assert.deepEqual(again.codes, ['NODE_TITLE_NOT_HOLDER']);
  await check(seller, 'a title sold');

  const buyer = await portal.open(importer);
  await reach(buyer, `/titles/${address}`, /\(you\)/);
  await buyer.getByRole('button', { name: `Surrender to ${carrier.organization}` }).press('Enter');
  const dialog = buyer.getByRole('dialog', { name: 'Surrender the title?' });
  await check(buyer, 'the question before a surrender');
  await dialog.getByRole('button', { name: 'Surrender' }).press('Enter');
  await reach(buyer, `/titles/${address}`, /^Surrendered$/);
  await check(buyer, 'a title surrendered');
  for (const page of [signer, seller, buyer]) await page.context().close();
});

test('sent documents stand in one list', async () => {
  await visit(desk, '/sendings', 'Sent documents');
  await check(desk, 'sendings, none yet');
  const { digest } = await billToOrder('ZZZZ-STRAIGHT-9');
  const client = await portal.node.as('carrier-signer');
  const body = { to: sampleTenant('importer').did, digests: [digest], note: 'Sample bill' };
  const sent = await client.post('/api/sendings', body);
  assert.ok(sent.status < 300, sent.codes.join());
  const signer = await portal.open(carrier);
  await visit(signer, '/sendings', 'Sent documents');
  await signer.getByRole('table').getByText(importer.organization).first().waitFor();
  await check(signer, 'sendings');
  await signer.context().close();
});
