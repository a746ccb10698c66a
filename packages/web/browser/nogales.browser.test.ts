import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { draftExample, fileDraft } from './support/filing.ts';
import {
  assertSound,
  broker,
  goTo,
  grower,
  importer,
  officer,
  openPortal,
  type Portal,
} from './support/portal.ts';

const SECRET = 'Harvested at the Sample orchard, blocks 4 and 7, in May 2026.';

let portal: Portal;
let brokerPage: Page;
let entryNumber = '';

before(async () => {
  portal = await openPortal({ stories: false });
  brokerPage = await portal.open(broker);
});
after(() => portal.close());

test('the broker drops the documents; the claim on the Peruvian chilies is caught before filing', async () => {
  await draftExample(brokerPage, portal.node, 'nogales-truck');
  const findings = brokerPage.getByRole('region', { name: 'Findings' });
  await findings.getByText('Stops the filing').first().waitFor();
  assert.match(await findings.innerText(), /Line 4/);
  assert.ok(await brokerPage.getByRole('button', { name: 'File', exact: true }).isDisabled());
});

test('a value opens down to the signature of the grower', async () => {
  await brokerPage.getByRole('button', { name: /^Description: Mango/ }).click();
  const panel = brokerPage.getByRole('region', { name: 'Where the value comes from' });
  await panel.getByText('Signed at source').waitFor();
  assert.match(await panel.innerText(), /Sample Valle Verde Produce/);
  assert.match(await panel.innerText(), /Unaltered since it was signed/);
  await brokerPage.keyboard.press('Escape');
});

test('one press drops the claim, Undo takes it back, and the press again mends the draft', async () => {
  const fix = brokerPage
    .getByRole('region', { name: 'Findings' })
    .getByRole('button', { name: /line 4/ })
    .first();
  const outcome = brokerPage.getByRole('region', { name: 'Outcome' });
  await fix.click();
  await outcome.getByText('Would be accepted').waitFor();
  await outcome.getByRole('button', { name: /^Undo/ }).click();
  await outcome.getByText('Would be refused').waitFor();
  await fix.click();
  await outcome.getByText('Would be accepted').waitFor();
  const duty = await brokerPage.getByRole('region', { name: 'Duty and fees' }).innerText();
  assert.match(duty, /53\.58/);
  assert.match(duty, /2,381\.82/);
});

test('the entry is filed, accepted and receipted', async () => {
  entryNumber = await fileDraft(brokerPage);
  assert.match(entryNumber, /^ZZ9-\d{7}-\d$/);
  await brokerPage.getByRole('button', { name: 'Download all receipts' }).waitFor();
  const decisions = await brokerPage.getByRole('region', { name: 'Decisions' }).innerText();
  assert.match(decisions, /Accepted/);
  assertSound(brokerPage);
});

test('the officer asks about the mangoes, and the request is there at once for broker, importer and grower', async () => {
  const page = await portal.open(officer);
  await goTo(page, portal.node, `/entries/${entryNumber}/lines/3`);
  await page.getByRole('link', { name: 'Ask about this line' }).click();
  await page.locator('label', { hasText: 'Why the goods originate' }).click();
  await page.getByRole('button', { name: 'Sign and send the request' }).click();
  await page.waitForURL(/\/requests\//);
  const asked = await page.getByRole('region', { name: 'Who was asked' }).innerText();
  for (const party of [broker, importer, grower]) assert.match(asked, new RegExp(party.organization));
  // The broker's page is still open: it shows the request without being loaded again.
  await brokerPage
    .getByRole('region', { name: 'Requests' })
    .getByRole('link', { name: /Why the goods originate/ })
    .waitFor();
  assertSound(page);
});

test('the grower answers to the agency alone', async () => {
  const page = await portal.open(grower);
  await page.getByRole('link', { name: /Why the goods originate/ }).click();
  await page.getByRole('textbox', { name: 'Answer' }).fill(SECRET);
  await page.locator('label', { hasText: 'The agency only' }).click();
  await page.getByRole('button', { name: 'Sign and send the answer' }).click();
  await page.getByRole('region', { name: 'Answers' }).getByText(SECRET).waitFor();
  assertSound(page);
});

test('the importer sees that it was answered, not what was said', async () => {
  const page = await portal.open(importer);
  await goTo(page, portal.node, '/requests');
  await page.getByRole('link', { name: /Why the goods originate/ }).click();
  await page.getByText('Answered. What it says was disclosed to the agency alone.').waitFor();
  assert.ok(!(await page.content()).includes(SECRET));
  assertSound(page);
});

test('the officer reads the answer and closes the request', async () => {
  const page = await portal.open(officer);
  await goTo(page, portal.node, '/requests');
  await page.getByRole('link', { name: /Why the goods originate/ }).click();
  await page.getByText(SECRET).waitFor();
  await page.getByText('Close the request').click();
  await page.getByRole('textbox', { name: 'Reason' }).fill('The harvest records bear the claim out.');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByText('closed', { exact: true }).waitFor();
  assertSound(page);
});

test('the decision computed again gives the same bytes', async () => {
  await goTo(brokerPage, portal.node, `/entries/${entryNumber}`);
  await brokerPage.getByRole('button', { name: 'Compute the decision again' }).click();
  await brokerPage.getByText(/came out again/).waitFor();
  assertSound(brokerPage);
});
