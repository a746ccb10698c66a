import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { assertAccessible } from './support/axe.ts';
import { assertSound, broker, goTo, openPortal, type Portal } from './support/portal.ts';

const brackets = '/tariff/duty?hts=7326908688&origin=CN&value=14172&date=2026-06-15&mode=30';
const example = (name: string) => fileURLToPath(new URL(`../../../examples/tariff/${name}`, import.meta.url));

let portal: Portal;
let page: Page;
before(async () => {
  portal = await openPortal({ stories: false });
  page = await portal.open(broker);
});
after(() => portal.close());

/** Axe looks at the narrow page, which has every part that the wide one has; neither scrolls sideways. */
async function atBothWidths(what: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(sideways <= 0, `${what} scrolls sideways by ${sideways} px`);
  await page.setViewportSize({ width: 360, height: 900 });
  await assertAccessible(page, `${what} at 360 px`);
}

test('every page of the tariff is free of faults at both widths', async () => {
  const pages = [
    '/tariff?q=mangoes&date=2026-06-12',
    '/tariff?q=0709.60&date=2026-06-12',
    '/tariff/7326908688?date=2026-06-12',
    `${brackets}&vsOrigin=MX&vsDate=2026-11-15&steelShare=100`,
    brackets.replace('2026-06-15', '2026-11-15'),
    '/tariff/editions',
    '/tariff/data',
  ];
  for (const address of pages) {
    await goTo(page, portal.node, address);
    await atBothWidths(address);
  }
  assertSound(page);
});

test('by keyboard alone: a question is typed, computed and compared, and the address holds it', async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await goTo(page, portal.node, '/tariff/duty');
  await page.getByLabel('HTS number').focus();
  await page.keyboard.type('7326908688');
  for (const value of ['CN', '14172']) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(value);
  }
  await page.getByLabel('Date of entry').fill('2026-06-15');
  await page.getByLabel('Another origin').fill('MX');
  await page.keyboard.press('Enter');
  const result = page.getByRole('region', { name: 'Result' });
  await result.getByText('11,039.99 USD').first().waitFor();
  await page.getByRole('columnheader', { name: 'Origin MX' }).waitFor();
  assert.match(page.url(), /hts=7326908688&origin=CN&value=14172&date=2026-06-15/);
  await page.reload();
  await result.getByText('11,039.99 USD').first().waitFor();
});

test('the slider moves by the arrow keys and says what changed', async () => {
  await goTo(page, portal.node, '/tariff/7326908688?date=2026-06-12');
  const slider = page.getByRole('slider', { name: 'Edition' });
  const before = await slider.getAttribute('aria-valuetext');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  assert.notEqual(await slider.getAttribute('aria-valuetext'), before);
});

test('on paper: the question in words, every layer with its reason, no form and no menu', async () => {
  await goTo(page, portal.node, brackets);
  await page.emulateMedia({ media: 'print' });
  const main = page.locator('main');
  assert.equal(await main.getByText('origin: CN', { exact: false }).isVisible(), true);
  assert.equal(await main.getByText('Section 232, metals').first().isVisible(), true);
  assert.equal(await main.getByRole('button', { name: 'Compute' }).isVisible(), false);
  assert.equal(await page.getByRole('navigation', { name: 'Tariff' }).isVisible(), false);
  await page.emulateMedia({ media: null });
});

test('a worksheet opened from a file is answered, and its link opens it again elsewhere', async () => {
  for (const [path, file, answer] of [
    ['/tariff/value', 'value.json', '14,440 USD'],
    ['/tariff/origin', 'origin.json', 'criterion'],
  ] as const) {
    await goTo(page, portal.node, path);
    await page.getByLabel('Open a file').setInputFiles(example(file));
    await page.getByRole('button', { name: /^(Compute|Work it out)$/ }).click();
    const status = page.locator('[role="status"]').filter({ hasText: new RegExp(answer, 'i') });
    await status.first().waitFor();
    await atBothWidths(`${path} with its answer`);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other
      .locator('[role="status"]')
      .filter({ hasText: new RegExp(answer, 'i') })
      .first()
      .waitFor();
    await other.close();
  }
  assertSound(page);
});
