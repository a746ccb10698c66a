import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { draftExample, fileDraft } from './support/filing.ts';
import { assertSound, broker, goTo, lead, officer, openPortal, type Portal } from './support/portal.ts';

const REASON = 'Juice of 2009 is looked at by hand this month.';

let portal: Portal;
let brokerPage: Page;
let officerPage: Page;
let entryNumber = '';

before(async () => {
  portal = await openPortal({ stories: false });
  brokerPage = await portal.open(broker);
  officerPage = await portal.open(officer);
});
after(() => portal.close());

test('the lead adds a dated rule with its reason', async () => {
  const page = await portal.open(lead);
  await goTo(page, portal.node, '/rules');
  await page.getByLabel('Name').fill('Juice by hand');
  await page.getByLabel('Looks at').selectOption('hts-prefix');
  await page.getByLabel('Value').fill('2009');
  await page.getByLabel('From').fill('2026-06-01');
  await page.locator('label', { hasText: 'A hit alone sends' }).click();
  await page.getByLabel('Reason').fill(REASON);
  await page.getByRole('button', { name: 'Add the rule' }).click();
  await page.getByRole('rowheader', { name: 'Juice by hand' }).waitFor();
  assertSound(page);
});

test('what the rule hits waits for an officer, with the reason for the hit', async () => {
  await draftExample(brokerPage, portal.node, 'juice-vessel');
  entryNumber = await fileDraft(brokerPage);
  await goTo(officerPage, portal.node, '/queue');
  const row = officerPage.getByRole('row').filter({ hasText: entryNumber });
  assert.match(await row.innerText(), /Juice by hand/);
});

test('the officer decides with a reason, and the broker’s open page shows it without being loaded again', async () => {
  await officerPage.getByRole('link', { name: entryNumber }).click();
  await officerPage.locator('label', { hasText: /^Accept/ }).click();
  await officerPage.getByRole('textbox', { name: 'Reason' }).fill('Records seen; in order.');
  await officerPage.getByRole('button', { name: 'Sign the decision' }).click();
  await brokerPage.getByRole('region', { name: 'Decisions' }).getByText('Records seen; in order.').waitFor();
  assertSound(officerPage);
});

test('an action shows the duty computed anew before it is proposed', async () => {
  await goTo(officerPage, portal.node, `/entries/${entryNumber}/action`);
  await officerPage.locator('label', { hasText: 'Line 1' }).click();
  await officerPage.getByRole('button', { name: 'Compute the duty' }).click();
  const preview = officerPage.getByRole('status');
  assert.match(await preview.innerText(), /2,782\.33 USD/);
  assert.match(await preview.innerText(), /3,668\.42 USD/);
  await officerPage.getByRole('textbox', { name: 'Reason' }).fill('The fruit is not shown to be domestic.');
  await officerPage.getByRole('button', { name: 'Sign and propose' }).click();
  await officerPage.getByRole('region', { name: 'Actions (Form 29)' }).waitFor();
  assertSound(officerPage);
});

test('the broker answers the proposal', async () => {
  const actions = brokerPage.getByRole('region', { name: 'Actions (Form 29)' });
  await actions.getByText('The fruit is not shown to be domestic.').waitFor();
  await actions.locator('label', { hasText: 'I disagree' }).click();
  await actions.getByRole('textbox', { name: 'Why' }).fill('The farm’s records are with you.');
  await actions.getByRole('button', { name: 'Send the answer' }).click();
  await actions.getByText('The farm’s records are with you.').waitFor();
  assertSound(brokerPage);
});
