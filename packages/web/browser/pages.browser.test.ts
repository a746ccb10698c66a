import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sampleTenant } from '@portolan/programs';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFits } from './support/axe.ts';
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
const growerCard = `/parties/${encodeURIComponent(sampleTenant('grower').did)}`;
const growerInRegister = `/register/${encodeURIComponent(sampleTenant('grower').did)}`;

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
  await makePublic();
});

/** The grower shows one attestation in the public register. */
async function makePublic(): Promise<void> {
  const client = await portal.node.as('grower-signer');
  const path = `/api/attestations?subject=${encodeURIComponent(sampleTenant('grower').did)}`;
  const [held] = (await client.get<{ items: { digest: string }[] }>(path)).body.items;
  assert.ok(held, 'the grower holds an attestation');
  const done = await client.post(`/api/attestations/${held.digest}/public`, { isPublic: true });
  assert.equal(done.status, 200);
}

after(() => portal.close());

/** Opens each address and holds it, at each width, against scrolling sideways, and at the widths given against axe. */
async function checkAll(
  seat: SampleSeat | undefined,
  addresses: readonly string[],
  axeAt: readonly number[] = WIDTHS,
): Promise<void> {
  const page = await portal.open(seat);
  for (const address of addresses) {
    await goTo(page, portal.node, address);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const what = `${address} at ${width} px`;
      await (axeAt.includes(width) ? assertAccessible(page, what) : assertFits(page, what));
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

test('pages about parties', async () => {
  const narrow = [360];
  await checkAll(undefined, ['/register?q=valle', growerInRegister, '/standings/check'], narrow);
  await checkAll(
    grower,
    ['/card', '/parties', '/attest', '/attest/new', '/attest/bulk', '/authority', '/standings/show'],
    narrow,
  );
  const trust = ['policies', 'simulate', 'appeals', 'acts'].map((name) => `/trust/${name}`);
  await checkAll(lead, [...trust, growerCard], narrow);
});

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

test('by keyboard alone: the lead tries a policy and reads whom it would change', async () => {
  const page = await portal.open(lead, 360);
  await goTo(page, portal.node, '/trust/simulate');
  await page.getByText('Kinds of attester').focus();
  await page.keyboard.press('Enter');
  for (const field of await page.getByLabel('Counts for, in days').all()) {
    await field.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('1');
  }
  await page.getByRole('button', { name: 'Simulate' }).focus();
  await page.keyboard.press('Enter');
  const result = page.getByRole('region', { name: 'What it would change' });
  await result.getByText(/^This policy would change [1-9]\d* standings? of/).waitFor();
  await assertAccessible(page, 'a simulation at 360 px');
  assertSound(page);
});

test('a card on paper: level, reasons and the picture with its table, no form and no menu', async () => {
  const page = await portal.open(lead);
  await goTo(page, portal.node, `${growerCard}?asOf=2026-06-12`);
  await page.emulateMedia({ media: 'print' });
  const main = page.locator('main');
  assert.equal(await main.getByText('Established', { exact: true }).first().isVisible(), true);
  assert.equal(
    await main
      .getByRole('img', { name: /^Picture of/ })
      .first()
      .isVisible(),
    true,
  );
  assert.equal(await main.getByText('company register').first().isVisible(), true);
  assert.equal(await main.getByRole('button', { name: 'Print' }).isVisible(), false);
  assert.equal(await page.getByRole('navigation', { name: 'Primary' }).isVisible(), false);
});
