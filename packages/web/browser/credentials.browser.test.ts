import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { issueCredential } from '@portolan/credentials';
import { generateKey } from '@portolan/credentials/forms';
import { instant } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFits } from './support/axe.ts';
import { assertSound, goTo, grower, openPortal, type Portal } from './support/portal.ts';

const NARROW = 360;

let portal: Portal;
let page: Page;
let received = '';
let certificate = '';

before(async () => {
  portal = await openPortal({ stories: false });
  const client = await portal.node.as('grower-signer');
  const kept = await client.post<{ digest: string }>('/api/received', { credential: await millReport() });
  received = `/received/${encodeURIComponent(kept.body.digest)}`;
  const order = {
    ...{ number: 'PO-77', issueDate: '2026-06-01', currency: 'USD' },
    buyer: { name: 'Sample Harbor Foods Inc.', address: { city: 'San Diego', country: 'US' } },
    seller: { name: 'Sample Valle Verde Produce', address: { city: 'Culiacan', country: 'MX' } },
    lines: [{ number: '1', description: 'Bell peppers, fresh', quantity: { value: '1000', unit: 'KGM' } }],
  };
  const signed = await client.post<{ digest: string }>('/api/credentials/issue', {
    ...{ type: 'PurchaseOrder', document: order },
  });
  certificate = `/certificates/${encodeURIComponent(signed.body.digest)}`;
  page = await portal.open(grower, NARROW);
});
after(() => portal.close());

/** A mill test report of the public vocabulary, signed by somebody without a seat here. */
async function millReport(): Promise<object> {
  const key = await generateKey('Ed25519');
  return issueCredential(
    {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://w3id.org/traceability/v1'],
      type: ['VerifiableCredential', 'MillTestReportCredential'],
      issuer: key.did,
      credentialSubject: { certificateNumber: 'MTR-4711', product: { name: 'Plate' } },
    },
    key,
    nodeCrypto,
    { created: instant(Date.now()) },
  );
}

/** Holds the page against axe at 360 px, and against scrolling sideways on a desk. */
async function check(what: string): Promise<void> {
  await assertAccessible(page, `${what} at ${NARROW} px`);
  await page.setViewportSize({ width: 1280, height: 900 });
  await assertFits(page, `${what} at 1280 px`);
  await page.setViewportSize({ width: NARROW, height: 900 });
  assertSound(page);
}

test('the pages of received credentials, wallets, status lists, rights and the record', async () => {
  for (const address of [
    ...['/received', received, '/wallet', '/status-lists', '/capabilities'],
    ...['/disclosures', '/disclosures?q=nothing-has-this-name&state=envelope'],
  ]) {
    await goTo(page, portal.node, address);
    await check(address);
  }
});

test('a code for the paper leads to the check of the same document', async () => {
  await goTo(page, portal.node, certificate);
  await page.getByRole('button', { name: 'Make a code for the paper' }).click();
  await page.getByRole('img', { name: 'Code that leads to the check of this document' }).waitFor();
  await check('a certificate with its code');
  const address = await page.locator('.qr-code figcaption a').getAttribute('href');
  assert.match(address ?? '', /\/verify\/#pev\./);
});

test('a request of a verifier that nobody can read, and a wallet that cannot be asked, say why', async () => {
  await goTo(page, portal.node, '/wallet');
  await page.getByLabel('Request of the verifier').fill('openid4vp://nothing');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('heading', { name: 'Not done' }).waitFor();
  await check('a request that could not be read');
  await page.getByLabel('For what').fill('Check of the mill report for heat 4711 (sample)');
  await page.getByLabel('Type of credential').fill('MillTestReportCredential');
  await page.getByRole('button', { name: 'Make the code' }).click();
  // Wallets speak HTTPS only, and this node does not.
  await page.getByRole('heading', { name: 'Not asked' }).waitFor();
  await page.getByText('NODE_WALLET_INSECURE').waitFor();
  await check('a wallet that cannot be asked from here');
});

test('a right is passed on, listed and taken back by keyboard', async () => {
  await goTo(page, portal.node, '/capabilities');
  await page.getByLabel('To whom').fill((await generateKey('Ed25519')).did);
  await page.getByRole('checkbox', { name: /^Sign/ }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('Only these types of document').fill('PurchaseOrder');
  await page.getByLabel('Until the end of').fill('2099-12-31');
  await page.getByLabel('Why').fill('Sample season');
  await page.keyboard.press('Enter');
  await page.getByText('sign documents; only of type PurchaseOrder').waitFor();
  await page.getByRole('button', { name: 'Take back' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Take this right back?' });
  await dialog.getByLabel('Reason').fill('Over');
  await check('the question before a right is taken back');
  await dialog.getByRole('button', { name: 'Take back' }).click();
  await page.getByText('taken back: Over').waitFor();
});
