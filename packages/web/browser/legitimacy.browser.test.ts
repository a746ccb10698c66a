import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { authorityStories, legitimacyStories, sampleTenant } from '@portolan/programs';
import { makeKnown } from '@portolan/server/testing';
import type { Page } from 'playwright-core';
import { assertAccessible } from './support/axe.ts';
import { draftExample } from './support/filing.ts';
import {
  assertSound,
  broker,
  goTo,
  grower,
  importer,
  lead,
  openPortal,
  type Portal,
  type SampleSeat,
} from './support/portal.ts';

const brokerSigner: SampleSeat = { ...broker, role: 'signer' };
const importerSigner: SampleSeat = { ...importer, role: 'signer' };
const examples = fileURLToPath(new URL('../../../examples/legitimacy/', import.meta.url));

let portal: Portal;
before(async () => {
  portal = await openPortal({ stories: false });
  await makeKnown(portal.node);
});
after(() => portal.close());

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Drops a file of the examples on the page that computes again, and waits for the node's answer. */
async function check(page: Page, file: string): Promise<void> {
  const answered = page.waitForResponse((response) => /recompute|judge/.test(response.url()));
  await page.getByLabel('Choose files').setInputFiles(`${examples}${file}`);
  await answered;
}

test('every story of legitimacy, computed again by anybody: the reason stands on the page', async () => {
  const page = await portal.open(undefined);
  await goTo(page, portal.node, '/standings/check');
  for (const { folder, expected } of legitimacyStories) {
    await check(page, `${folder}/bundle.json`);
    await page.getByText('it comes to the same bytes').waitFor();
    const text = await page.locator('main').innerText();
    for (const code of expected.codes) assert.match(text, new RegExp(code), folder);
    if (folder === 'reference-ring') await seesTheRing(page);
  }
  for (const { folder, codes } of authorityStories) {
    await check(page, `${folder}/authority.json`);
    await page.getByText(codes.length === 0 ? 'It may be done.' : 'It may not be done').waitFor();
    const text = await page.locator('main').innerText();
    for (const code of codes) assert.match(text, new RegExp(code), folder);
  }
  assertSound(page);
});

/** The ring as a picture, and the same as a table. */
async function seesTheRing(page: Page): Promise<void> {
  const findings = region(page, 'Findings and conflicts');
  await findings.getByText('Picture of it').click();
  assert.ok((await findings.getByRole('img', { name: /^Picture of 3 parties and 3 lines/ }).count()) > 0);
  const rows = await findings.getByRole('row').allInnerTexts();
  for (const name of ['Sample Harbor Foods Inc.', 'Sample Valle Verde Produce', 'Sample Frontera Trucking'])
    assert.ok(
      rows.some((row) => row.includes(name)),
      name,
    );
  await page.setViewportSize({ width: 360, height: 900 });
  await assertAccessible(page, 'a ring at 360 px');
  await page.setViewportSize({ width: 1280, height: 900 });
}

test('an attester signs many from a sheet; the row that is wrong is named', async () => {
  const page = await portal.open(importerSigner);
  await goTo(page, portal.node, '/attest/bulk');
  await page.getByLabel('Type of attestation').selectOption('TradePartnerReference');
  const { name, did } = sampleTenant('carrier');
  const columns =
    'organization.name,organization.did,organization.address.country,checks.what,checks.how,checks.on,from,relation,tradingSince';
  const row = (since: string) =>
    `${name},${did},MX,activity,own-records,2026-05-30,2026-06-01,carrier,${since}`;
  const buffer = Buffer.from([columns, row('2019-03-01'), row('yesterday')].join('\n'));
  await page.getByLabel('Choose files').setInputFiles({ name: 'partners.csv', mimeType: 'text/csv', buffer });
  await page.getByText('2 rows: 1 fit to sign, 1 refused.').waitFor();
  await page.getByText('tradingSince').first().waitFor();
  await page.getByRole('button', { name: 'Sign 1 attestation' }).click();
  await page.getByRole('link', { name: 'Open the attestation' }).waitFor();
  await assertAccessible(page, 'rows of a sheet');
  assertSound(page);
});

test('a person makes a key, is attested, signs a draft, and can sign no more once it left', async () => {
  const page = await portal.open(broker);
  await goTo(page, portal.node, '/authority');
  await page.getByLabel('Your name').fill('Sample Signatory');
  await page.getByRole('button', { name: 'Make my key' }).click();
  const key = region(page, 'Your own key');
  const did = (await key.locator('code').first().getAttribute('title')) ?? '';
  assert.match(did, /^did:key:z6Mk/);
  await assertAccessible(page, 'authority with an own key');

  await draftExample(page, portal.node, 'next-truck');
  await page.getByRole('link', { name: 'Sign as a person' }).click();
  await page.getByRole('button', { name: 'Sign with my key' }).click();
  const against = region(page, 'What stands against it');
  await against
    .getByText(/Nothing shows that .* may sign/)
    .first()
    .waitFor();
  // The refusal that stood there before the signature goes once the draft was judged anew.
  await against.getByText('signed nothing').first().waitFor({ state: 'detached' });

  const signer = await portal.open(brokerSigner);
  await goTo(signer, portal.node, '/authority');
  const employ = region(signer, 'Let a person sign');
  await employ.getByLabel('Name of the person').fill('Sample Signatory');
  await employ.getByLabel('Identifier of the person’s key').fill(did);
  await employ.getByLabel('Position or office').fill('Entry writer');
  await employ.getByLabel('First day').fill('2026-01-01');
  await employ.getByRole('button', { name: 'Attest it' }).click();
  const persons = region(signer, 'Who signs for you');
  await persons.getByRole('cell', { name: 'Sample Signatory', exact: true }).waitFor();
  await page.reload();
  await page.getByText('this very draft').waitFor();
  await assertAccessible(page, 'a signed draft');

  await persons.getByRole('button', { name: /^Revoke/ }).click();
  await signer.getByLabel('Reason').fill('Left the company.');
  await signer.getByRole('button', { name: 'Revoke', exact: true }).click();
  await persons.getByText('Revoked').waitFor();
  await page.reload();
  await against
    .getByText(/Nothing shows that .* may sign/)
    .first()
    .waitFor();
  assertSound(page);
  assertSound(signer);
});

test('a holder shows its standing and keeps back the rest; who asked sees only that', async () => {
  const officer = await portal.node.as('agency-lead');
  const { did } = sampleTenant('importer');
  const issued = await officer.post<{ token: string }>(
    `/api/standings/${encodeURIComponent(did)}/credential`,
    {
      ...{ role: 'importer', asOf: '2026-06-12T14:30:00.000Z', form: 'vc+sd-jwt' },
    },
  );
  assert.equal(issued.status, 201);
  const asker = await portal.open(lead);
  await goTo(asker, portal.node, '/standings/show');
  await asker.getByRole('button', { name: 'Make a challenge' }).click();
  const challenge = await asker.getByLabel('Challenge, for one use').inputValue();
  const domain = await region(asker, 'Check what somebody shows us').getByLabel('For whom').inputValue();

  const page = await portal.open(importerSigner);
  await goTo(page, portal.node, '/standings/show');
  await page.getByLabel('Signed standing').fill(issued.body.token);
  await page.getByLabel('Challenge of whoever asks').fill(challenge);
  await page.getByLabel('For whom').fill(domain);
  await page.getByText('Role for which it was asked').click();
  await page.getByRole('button', { name: 'Make what is handed over' }).click();
  const shown = await page.getByLabel('What is handed over').inputValue();
  await assertAccessible(page, 'a standing to be shown');

  await asker.getByLabel('What was handed over').fill(shown);
  await asker.getByRole('button', { name: 'Check', exact: true }).click();
  await asker.getByText('Shown by whom it is about').waitFor();
  const seen = await region(asker, 'Check what somebody shows us').innerText();
  assert.match(seen, /trusted/);
  assert.match(seen, /importer/);
  assert.doesNotMatch(seen, /Kinds of attesters|Digest of the whole standing/);
  await assertAccessible(asker, 'a standing that was shown');
  assertSound(page);
  assertSound(asker);
});

test('an agency bars somebody in public, hears the appeal, and nobody decides in an own cause', async () => {
  const page = await portal.open(lead);
  await goTo(page, portal.node, '/trust/appeals');
  const form = region(page, 'Override a standing');
  await form.getByLabel('Identifier').fill(sampleTenant('grower').did);
  await form.getByRole('textbox', { name: 'Reason' }).fill('Records could not be shown.');
  await form.getByText('Publish it with its reason').click();
  await form.getByRole('button', { name: 'Record the override' }).click();
  await page.getByText('Records could not be shown.').first().waitFor();

  const anybody = await portal.open(undefined);
  await goTo(anybody, portal.node, '/register');
  await region(anybody, 'What agencies set themselves').getByText('Records could not be shown.').waitFor();
  await assertAccessible(anybody, 'the register with an override');

  const barred = await portal.open(grower);
  await goTo(barred, portal.node, '/card');
  await barred.getByText('Something stands against this party').waitFor();
  await barred.getByRole('button', { name: /^Appeal Barred/ }).click();
  const grounds = barred.getByRole('dialog').filter({ visible: true });
  await grounds.getByLabel('Reason').fill('The records are at hand now.');
  await grounds.getByRole('button', { name: 'Appeal', exact: true }).click();
  await region(barred, 'Oversight').getByText('The records are at hand now.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: /^Uphold/ }).click();
  const decision = page.getByRole('dialog').filter({ visible: true });
  await decision.getByLabel('Reason').fill('Seen.');
  await decision.getByRole('button', { name: 'Uphold', exact: true }).click();
  await decision.getByText('PARTY_APPEAL_OWN_CAUSE').waitFor();
  assertSound(page);
  assertSound(barred);
});
