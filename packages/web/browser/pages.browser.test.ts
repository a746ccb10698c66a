import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible } from './support/axe.ts';
import {
  assertSound,
  broker,
  goTo,
  grower,
  lead,
  officer,
  openPortal,
  type Portal,
  type SampleSeat,
} from './support/portal.ts';

const WIDTHS = [1280, 360];

let portal: Portal;
let entryNumber = '';
let draft = '';
let request = '';

before(async () => {
  portal = await openPortal({ stories: true });
  const client = await portal.node.as('broker-filer');
  const first = async <T>(path: string) => (await client.get<{ items: T[] }>(path)).body.items[0];
  const asked = await first<{ id: string; entryNumber: string }>('/api/requests');
  const open = await first<{ id: string }>('/api/drafts');
  assert.ok(asked && open, 'the stories left a request and a draft');
  entryNumber = asked.entryNumber;
  draft = `/drafts/${open.id}`;
  request = `/requests/${asked.id}`;
});
after(() => portal.close());

/** Opens each address and holds it, at each width, against axe and against scrolling sideways. */
async function checkAll(seat: SampleSeat | undefined, addresses: readonly string[]): Promise<void> {
  const page = await portal.open(seat);
  for (const address of addresses) {
    await goTo(page, portal.node, address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      await assertAccessible(page, `${address} at ${width} px`);
    }
  }
  assertSound(page);
  await page.context().close();
}

async function openFirstValue(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^HTS number: / })
    .first()
    .click();
  await page.getByText('Back to the value').waitFor();
}

test('pages that anyone may open', () =>
  checkAll(undefined, ['/sign-in', '/help', '/ledger', '/verify', '/no-such-page']));

test('pages of the broker', () =>
  checkAll(broker, [
    '/',
    '/drafts/new',
    draft,
    '/drafts',
    '/entries',
    '/entries?q=nothing-has-this-name',
    `/entries/${entryNumber}`,
    `/entries/${entryNumber}/lines/1`,
    `/entries/${entryNumber}/print`,
    '/requests',
    request,
    '/tariff?hts=0804504045&date=2026-06-12',
  ]));

test('pages of the grower', () => checkAll(grower, ['/', '/requests', '/certificates', '/certificates/new']));

test('pages of the officer', () =>
  checkAll(officer, [
    '/',
    '/queue',
    `/entries/${entryNumber}`,
    `/entries/${entryNumber}/ask`,
    `/entries/${entryNumber}/action`,
    request,
  ]));

test('pages of the lead', () => checkAll(lead, ['/', '/trust', '/rules', '/review/usmca-cafta']));

for (const width of WIDTHS)
  test(`a value opened down to its source, at ${width} px`, async () => {
    const page = await portal.open(broker, width);
    await goTo(page, portal.node, `/entries/${entryNumber}`);
    await openFirstValue(page);
    await assertAccessible(page, `an open value at ${width} px`);
    assertSound(page);
  });

test('twice the size of text needs no scrolling sideways', async () => {
  const page = await portal.open(broker, 640);
  await goTo(page, portal.node, `/entries/${entryNumber}`);
  await assertAccessible(page, 'the dossier at 200%');
});
