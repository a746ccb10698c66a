import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { assertAccessible, assertFits } from './support/axe.ts';
import { exampleFiles } from './support/filing.ts';
import { assertSound, broker, goTo, openPortal, type Portal, type SampleSeat } from './support/portal.ts';

const mill: SampleSeat = { organization: 'Sample Acero del Norte S.A. de C.V.', role: 'signer' };
const office: SampleSeat = { organization: 'Sample Licence Office', role: 'signer' };
const inspector: SampleSeat = { organization: 'Sample Inspection Bureau', role: 'signer' };
const csv = 'Heat,C,Mn,Cr,Test,Yield,Tensile,Unit\nB-1,0.10,1.15,0.05,T-1,378,498,MPa\n';

let portal: Portal;
before(async () => {
  portal = await openPortal({ stories: true });
});
after(() => portal.close());

test('the story at the broker: melt and pour, licence, record 54 and layers stand in the dossier, by program', async () => {
  const page = await portal.open(broker);
  await goTo(page, portal.node, '/entries/ZZ9-9000103-6');
  const region = page.getByRole('region', { name: 'Steel, aluminum and copper' });
  for (const heading of [
    'Melt and pour, apart from origin',
    'Form 7501 and record 54',
    'Import licence',
    'Heats',
  ])
    await region.getByRole('heading', { name: heading }).waitFor();
  const text = await region.innerText();
  for (const words of ['21: MX', 'S26SMP0118', 'covers number', '9903.82.02', 'A26-4711'])
    assert.ok(text.includes(words), words);
  await assertAccessible(page, 'page of steel');
  assertSound(page);
});

test('the story at 360 pixels', async () => {
  const page = await portal.open(broker, 360);
  await goTo(page, portal.node, '/entries/ZZ9-9000103-6');
  await page.getByRole('region', { name: 'Steel, aluminum and copper' }).waitFor();
  await assertFits(page, 'entry of steel');
});

test('a variant is refused for its own reason, named by its program', async () => {
  const page = await portal.open(broker);
  await goTo(page, portal.node, '/drafts/new');
  await page.getByLabel('Choose files').setInputFiles(exampleFiles('steel-variants/yield-above-tensile'));
  await page.waitForURL(/\/drafts\/(?!new)/);
  const findings = page.getByRole('region', { name: 'Findings' });
  await findings.getByText('STEEL_YIELD_ABOVE_TENSILE').waitFor();
  assert.match(await findings.innerText(), /Steel, aluminum and copper/);
});

test('the mill signs a certificate with the figures of its laboratory, prints it with a code, and replaces it', async () => {
  const page = await portal.open(mill);
  await goTo(page, portal.node, '/certificates/mill');
  await page.getByText('Results from the laboratory').click();
  await page.getByLabel('Choose files').setInputFiles({
    ...{ name: 'results.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) },
  });
  await page.getByLabel('Analysis in percent').waitFor();
  assert.equal(await page.getByLabel('Analysis in percent').inputValue(), 'C 0.10, Mn 1.15, Cr 0.05');
  await assertAccessible(page, 'page of steel');
  await fill(page, {
    'Number of the certificate': 'MTC-B-1',
    'Made and tested at': '2026-06-03T18:00:00Z',
    Description: 'Beams',
    'Standards and grades': 'ASTM A992/A992M; 11; 50',
    'Bundle, coil or piece': 'urn:sample:acero:bundle:b-1',
    'Weighed (kg)': '20000',
    'Melted in': 'MX',
    'Poured in': 'MX',
    'Made in': 'MX',
    Function: 'Quality manager',
  });
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByRole('link', { name: 'Print (EN 10168)' }).click();
  await page.getByText('Type of inspection document').waitFor();
  await page.getByRole('button', { name: 'Put the code on it' }).click();
  await page.getByRole('img', { name: 'Code that leads to the check of this certificate' }).waitFor();
  await assertAccessible(page, 'page of steel');
  await page.goBack();
  await page.getByRole('link', { name: 'Replace it' }).click();
  await page.getByText('Replaces certificate MTC-B-1.').waitFor();
  assert.equal(await page.getByLabel('Weighed (kg)').inputValue(), '20000');
  assertSound(page);
});

test('the inspector signs a certificate of type 3.2 a second time', async () => {
  const [certificate = ''] = exampleFiles('steel-next-truck').filter((name) =>
    name.endsWith('mill-test-report.vc.json'),
  );
  const page = await portal.open(inspector);
  await goTo(page, portal.node, '/certificates/countersign');
  await page.getByLabel('Choose files').setInputFiles(certificate);
  await page.getByRole('button', { name: 'Sign it as second inspector' }).click();
  await page.waitForURL(/\/certificates\/sha256/);
  await page.getByRole('heading', { level: 1, name: /MTC-26-0119/ }).waitFor();
  assertSound(page);
});

test('the mill lets the price be hidden, and its holder shows the chemistry without it', async () => {
  const page = await portal.open(mill);
  await goTo(page, portal.node, '/certificates/mill');
  await fill(page, {
    'Number of the certificate': 'MTC-B-2',
    'Made and tested at': '2026-06-03T18:00:00Z',
    'Price of a kilogram': '0.8731',
    Description: 'Beams',
    'Standards and grades': 'ASTM A992/A992M; 11; 50',
    Heat: 'B-1',
    'Bundle, coil or piece': 'urn:sample:acero:bundle:b-2',
    'Weighed (kg)': '20000',
    'Made in': 'MX',
    'Analysis in percent': 'C 0.10, Mn 1.15',
    Function: 'Quality manager',
  });
  await page.getByText('Whoever holds the certificate may hide this, and the tests').click();
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /MTC-B-2/ }).waitFor();
  const whole = await saved(page, 'Download the signed file');
  await goTo(page, portal.node, '/certificates/show');
  await page.getByLabel('Choose files').setInputFiles(whole);
  await page.getByRole('checkbox', { name: /commercial/ }).waitFor();
  await assertAccessible(page, 'showing in part');
  const shown = await saved(page, 'Save what is shown');
  const tokens = await Promise.all([whole, shown].map((path) => readFile(path, 'utf8')));
  const [disclosures = 0, left] = tokens.map((text) => text.split('~').length);
  assert.equal(left, disclosures - 1);
  assertSound(page);
});

test('the licence office and a service centre sign from forms with an example, at 360 pixels too', async () => {
  for (const [seat, path, title] of [
    [office, '/certificates/licence', /S26SMP0118/],
    [mill, '/certificates/processing', /SLIT-26-031/],
  ] as const) {
    const page = await portal.open(seat, 360);
    await goTo(page, portal.node, path);
    await page.getByRole('button', { name: 'Fill in an example' }).click();
    await assertAccessible(page, path);
    await assertFits(page, path);
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    assertSound(page);
  }
});

async function saved(page: Page, button: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return file.path();
}

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label).first().fill(value);
}
