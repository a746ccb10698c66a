import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { draftExample, fileDraft } from './support/filing.ts';
import { assertSound, broker, goTo, openPortal, type Portal } from './support/portal.ts';

let portal: Portal;
let page: Page;

before(async () => {
  portal = await openPortal({ stories: false });
  page = await portal.open(broker);
});
after(() => portal.close());

test('the lot of domestic fruit claims CAFTA-DR, the lot of imported concentrate does not', async () => {
  await draftExample(page, portal.node, 'juice-vessel');
  const lines = page.getByRole('region', { name: 'Lines' }).getByRole('row');
  assert.match(await lines.nth(1).innerText(), /CAFTA-DR/);
  assert.match(await lines.nth(2).innerText(), /none/);
  await page.getByRole('region', { name: 'Outcome' }).getByText('Would be accepted').waitFor();
});

test('duty and fees are those of the story, each with its steps', async () => {
  const duty = page.getByRole('region', { name: 'Duty and fees' });
  assert.match(await duty.innerText(), /2,782\.33/);
  await duty.getByText(/^501 – Harbor maintenance fee/).click();
  assert.match(await duty.innerText(), /0\.125/);
});

test('the entry is filed, and stands on paper by the blocks of the form', async () => {
  const entryNumber = await fileDraft(page);
  await goTo(page, portal.node, `/entries/${entryNumber}/print`);
  const paper = await page.getByRole('main').innerText();
  assert.match(paper, /1\. Entry number/);
  assert.match(paper, new RegExp(entryNumber));
  assert.match(paper, /44\. Total\s+2,782\.33 USD/);
  assertSound(page);
});

test('a printed page shows the paper and none of the controls', async () => {
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.getByText('1. Entry number').isVisible());
  assert.ok(!(await page.getByRole('button', { name: 'Print', includeHidden: true }).isVisible()));
  assert.ok(!(await page.getByRole('navigation', { name: 'Primary', includeHidden: true }).isVisible()));
});
