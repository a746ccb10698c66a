import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { after, before, test } from 'node:test';
import type { FilingAcknowledged } from '@portolan/contract';
import { instant } from '@portolan/kernel';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFits } from './support/axe.ts';
import { exampleFiles } from './support/filing.ts';
import { assertSound, broker, goTo, openPortal, type Portal } from './support/portal.ts';

/** A broker's desk on its first day: client, numbers, products, and what becomes of an entry. */
let portal: Portal;
let desk: Page;
before(async () => {
  portal = await openPortal({ stories: false, at: instant('2026-06-12T18:00:00.000Z') });
  desk = await portal.open(broker);
});
after(() => portal.close());

const papers = (folder: string) =>
  exampleFiles(folder).filter((path) => !['filing.json', 'expected.json'].includes(basename(path)));

/** Holds the open page against axe and against scrolling sideways at 360 px, and against sideways scroll on a desk. */
async function check(what: string): Promise<void> {
  await desk.setViewportSize({ width: 360, height: 900 });
  await assertAccessible(desk, `${what} at 360 px`);
  await desk.setViewportSize({ width: 1280, height: 900 });
  await assertFits(desk, `${what} at 1280 px`);
  assertSound(desk);
}

async function visit(path: string, title: string | RegExp): Promise<void> {
  await goTo(desk, portal.node, path);
  await desk.getByRole('heading', { level: 1, name: title }).waitFor();
}

test('a client: payment by monthly statement, a refused statement day, a maker whose code is made, tolerances', async () => {
  await visit('/clients', 'Clients');
  await desk.getByLabel('Importer number').fill('12-3456789AB');
  await desk.getByLabel('Name').fill('Sample Harbor Foods Inc.');
  await desk.getByLabel('Surety code').fill('999');
  await desk.getByLabel('Bond amount').fill('50000');
  await desk.getByLabel('Statement day').fill('14');
  await desk.getByRole('button', { name: 'Save the client' }).click();
  await desk.getByRole('alert').getByText('Working day 14 is too late').waitFor();
  await desk.getByLabel('Statement day').fill('8');
  await desk.getByRole('button', { name: 'Save the client' }).click();
  await desk.getByRole('link', { name: 'Sample Harbor Foods Inc.' }).click();
  await desk.getByRole('heading', { level: 1, name: 'Sample Harbor Foods Inc.' }).waitFor();
  await desk.getByText('Periodic monthly statement, own account (payment type 7)').waitFor();
  await desk.getByText('Enter a partner by hand').click();
  await desk.getByLabel('Name of the partner').fill('Sample Northern Works');
  await desk.getByLabel('Street').fill('12 Sample Street');
  await desk.getByLabel('City').fill('Toronto');
  await desk.getByLabel('Country').fill('CA');
  await desk.getByRole('button', { name: 'Save the partner' }).click();
  await desk.getByRole('cell', { name: 'CASAMNOR12TOR' }).waitFor();
  await desk.getByText('Agree on tolerances').click();
  await desk.getByLabel('From', { exact: true }).fill('2026-01-01');
  await desk.getByLabel('Where it is agreed').fill('Agreement (sample)');
  await desk.getByRole('button', { name: 'Save the tolerances' }).click();
  await desk.getByRole('cell', { name: 'Agreement (sample) (agreed)' }).waitFor();
  await check('a client');
});

test('entry numbers: a number is voided, a used one cannot be', async () => {
  await visit('/entry-numbers', 'Entry numbers');
  await desk.getByLabel('First number').fill('12');
  await desk.getByLabel('Reason').fill('used on paper');
  await desk.getByRole('button', { name: 'Void', exact: true }).click();
  await desk.getByRole('cell', { name: 'used on paper' }).waitFor();
  await check('entry numbers');
});

test('an entry: released and paid are recorded by hand, a copy says what it takes along, the statement is empty', async () => {
  await goTo(desk, portal.node, '/drafts/new');
  await desk.getByLabel('Choose files').setInputFiles(papers('order-air'));
  await desk.waitForURL(/\/drafts\/(?!new)/);
  const id = desk.url().split('/').at(-1) ?? '';
  const seat = await portal.node.as('broker-filer');
  const typed = { '/lines/0/relatedParties': false };
  await seat.send('PATCH', `/api/drafts/${id}`, { typed });
  const filed = await seat.post<FilingAcknowledged>(`/api/drafts/${id}/file`);
  assert.equal(filed.status, 202, filed.codes.join());
  const { entryNumber } = filed.body;
  await visit('/statements', 'Statements');
  await desk.getByRole('link', { name: entryNumber }).first().waitFor();
  await check('statements');
  await visit(`/entries/${entryNumber}`, `Entry ${entryNumber}`);
  await desk.getByLabel('On', { exact: true }).fill('2026-06-12');
  await desk.getByLabel('Note').fill('release message (sample)');
  await desk.getByRole('button', { name: 'Record and sign' }).click();
  await desk.getByRole('cell', { name: 'release message (sample)' }).waitFor();
  await check('an entry with a record');
  await desk.getByRole('button', { name: 'New draft from this entry' }).click();
  const dialog = desk.getByRole('dialog', { name: `New draft from ${entryNumber}` });
  await dialog.getByText('belongs to the old shipment').first().waitFor();
  await assertAccessible(desk, 'what a copy takes along');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await visit('/statements', 'Statements');
  await desk
    .getByRole('button', { name: /Record as paid/ })
    .first()
    .click();
  await desk.getByText('Nothing is due').waitFor();
  await visit('/clients/12-3456789AB', 'Sample Harbor Foods Inc.');
  await desk.getByRole('cell', { name: 'Manufacturer' }).first().waitFor();
  await check('a client with partners');
});

test('a product without a code: the fact that decides, kept provisionally, then by a ruling, which wins and is shown', async () => {
  await visit('/tariff/classify', 'Classify');
  await desk.getByLabel('What is it?').fill("women's knitted cotton hoodie");
  await desk.getByLabel('Item number').fill('HOODIE-1');
  await desk.getByRole('button', { name: 'Classify' }).click();
  await desk.getByText('Is it this: Sweatshirts?').waitFor();
  await desk.getByRole('button', { name: 'Use it provisionally' }).click();
  await desk.getByText('is kept provisionally').waitFor();
  await check('classification');
  await visit('/tariff/products?state=provisional', 'Products');
  await desk.getByText('HOODIE-1').first().waitFor();
  await check('products');
  await visit('/tariff/classify', 'Classify');
  await desk.getByLabel('What is it?').fill("women's knitted cotton hoodie");
  await desk.getByLabel('Item number').fill('HOODIE-1');
  await desk.getByRole('button', { name: 'Classify' }).click();
  await desk.getByText('Another line, or a ruling').click();
  await desk.getByLabel('By', { exact: true }).selectOption('ruling');
  await desk.getByLabel('Tariff line').fill('6110.20.20.79');
  await desk.getByLabel('Ruling number').fill('NY N000000 (sample)');
  await desk.getByRole('button', { name: 'Keep this line' }).click();
  await desk.getByText('6110.20.20.79 is kept for').waitFor();
  await desk.getByRole('button', { name: 'Classify' }).click();
  await desk.getByRole('cell', { name: 'ruling NY N000000 (sample)' }).waitFor();
  await desk.getByText('by ruling NY N000000 (sample)').waitFor();
  await check('classification with a ruling');
});
