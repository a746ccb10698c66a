import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { exampleFiles } from './support/filing.ts';
import { assertSound, openPortal, type Portal } from './support/portal.ts';

let portal: Portal;
let page: Page;

before(async () => {
  portal = await openPortal({ stories: false });
  page = await portal.open();
});
after(() => portal.close());

/** What a listener would hear of the element in focus. */
function focused(): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    const label = at instanceof HTMLInputElement ? (at.labels?.[0]?.textContent ?? '') : '';
    return `${label || (at?.textContent ?? '')}`.trim();
  });
}

/** Presses Tab until the element in focus says the words; fails when none on the page does. */
async function tabTo(words: RegExp): Promise<void> {
  for (let presses = 0; presses < 400; presses += 1) {
    await page.keyboard.press('Tab');
    if (words.test(await focused())) return;
  }
  assert.fail(`Tab never comes to ${words}`);
}

test('the first Tab offers to skip to the content', async () => {
  await page.reload();
  await page.locator('h1').waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'Skip to the content');
});

test('the broker signs in, files and reads the receipt without a pointer', async () => {
  await tabTo(/^Sign in$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
  await tabTo(/Sample Entry Writer/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Work' }).waitFor();
  await tabTo(/^New filing$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'New filing' }).waitFor();

  await tabTo(/^Choose files$/);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles(exampleFiles('juice-vessel'));
  await page.waitForURL(/\/drafts\/(?!new)/);

  await tabTo(/^HTS number: /);
  await page.keyboard.press('Enter');
  assert.match(await focused(), /Signed at source|Computed|Imported/);
  await page.keyboard.press('Escape');
  assert.match(await focused(), /^HTS number: /);

  await tabTo(/^File$/);
  await page.keyboard.press('Enter');
  await tabTo(/^Sign and file$/);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/entries\//);
  await page.getByRole('button', { name: 'Download all receipts' }).waitFor();
  await tabTo(/^Download all receipts$/);
  assertSound(page);
});
