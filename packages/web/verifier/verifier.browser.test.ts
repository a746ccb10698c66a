import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import {
  algorithmsOf,
  deriveCredential,
  generateKey,
  issueCredential,
  type ProofForm,
  proofForms,
} from '@portolan/credentials/forms';
import { expectOk, instant, type JsonObject } from '@portolan/kernel';
import {
  fileOf,
  sampleCredential,
  sampleLogKey,
  sampleReceipt,
  sampleStatusList,
} from '@portolan/ledger/testing';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';
import { buildVerifier, type VerifierFiles } from './build.ts';

let folder: string;
let built: VerifierFiles;
let browser: Browser;
let context: BrowserContext;
const requested: string[] = [];

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'portolan-verifier-'));
  built = await buildVerifier(join(folder, 'page'));
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, '--no-sandbox', '--disable-gpu'],
    headless: true,
  });
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, offline: true });
  context.on('request', (request) => requested.push(request.url()));
});
after(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const credential = await sampleCredential({ status: true });
const receipt = await sampleReceipt(credential);

/** Opens the page as a file on disk and hands it files and the key of the sample log. */
async function verify(
  files: Record<string, unknown>,
  options: { page?: string; keys?: string } = {},
): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => assert.fail(error));
  await page.goto(pathToFileURL(options.page ?? built.single).href);
  await page.getByText('Whom you trust').click();
  await page.getByLabel('Keys of logs').fill(options.keys ?? sampleLogKey());
  const chosen = Object.entries(files).map(([name, value]) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(fileOf(value)),
  }));
  await page.getByLabel('Files to verify').setInputFiles(chosen);
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  return page;
}

test('a good receipt is verified in the browser, offline, from one file on disk', async () => {
  const page = await verify({ 'receipt.json': receipt });
  await page.getByText('Receipt. Verified').waitFor();
  await page.getByText('1 of 1 verified, 0 refused.').waitFor();
  assert.match(await page.getByRole('listitem').innerText(), /Passed[\s\S]*leaf 2 of 5/);
  await page.close();
});

test('the page beside its script and style does the same', async () => {
  const page = await verify({ 'receipt.json': receipt }, { page: built.page });
  await page.getByText('Receipt. Verified').waitFor();
  await page.close();
});

test('every form of proof is verified in the browser, offline; altered, none is', async () => {
  const files: Record<string, JsonObject> = {};
  for (const form of proofForms) {
    const key = await generateKey(algorithmsOf(form)[0] as 'Ed25519');
    const unsigned = {
      '@context': ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/ns/credentials/examples/v2'],
      type: ['VerifiableCredential', 'ExampleMillTest'],
      issuer: key.did,
      credentialSubject: { heat: 'H-4711' },
    };
    const request = { credential: unsigned, key, options: { created: instant('2026-06-12T14:30:00Z') } };
    const signed = await shown(form, expectOk(await issueCredential(form, request)).credential);
    files[`${form}.json`] = signed;
    files[`${form} altered.json`] = form.startsWith('vc+')
      ? { ...signed, id: `${String(signed.id).slice(0, -6)}AAAAAA` }
      : { ...signed, credentialSubject: { heat: 'H-4712' } };
  }
  const page = await verify(files);
  await page.getByText(`of ${2 * proofForms.length} verified`).waitFor();
  for (const form of proofForms) {
    const good = page.getByRole('article').filter({ hasText: `${form}.json` });
    assert.match(await good.innerText(), /Passed\s+Unaltered since it was signed/, form);
    const altered = page.getByRole('article').filter({ hasText: `${form} altered.json` });
    assert.match(await altered.innerText(), /Refused: do not rely on it/, form);
  }
  await page.close();
});

/** What a holder shows of it: of the selective forms a proof derived from the issuer's. */
async function shown(form: ProofForm, credential: JsonObject): Promise<JsonObject> {
  if (form !== 'ecdsa-sd-2023' && form !== 'bbs-2023') return credential;
  const options = { selectivePointers: ['/issuer', '/credentialSubject/heat'] };
  return expectOk(await deriveCredential(credential, options)).credential;
}

test('an altered receipt is refused, with the reason and how to mend it', async () => {
  const altered = { ...receipt, statement: { ...receipt.statement, at: '2026-06-11T14:30:00.000Z' } };
  const page = await verify({ 'altered.json': altered });
  await page.getByText('Receipt. Refused').waitFor();
  await page.getByText('LEDGER_INCLUSION_MISMATCH at /inclusion').waitFor();
  await page.getByText('ask the log for the receipt again').waitFor();
  await page.close();
});

test('evidence shows a verdict for each fragment', async () => {
  const validFrom = instant(Date.now() - 3_600_000);
  const good = { credential, receipt, statusList: await sampleStatusList({ validFrom }) };
  const revoked = { ...good, statusList: await sampleStatusList({ validFrom, revoked: true }) };
  const altered = { ...good, credential: { ...credential, validFrom: '2026-05-01T00:00:00.000Z' } };
  const page = await verify({ 'good.json': good, 'revoked.json': revoked, 'altered.json': altered });
  await page.getByText('1 of 3 verified, 2 refused.').waitFor();
  const outcomes = async (name: string) =>
    page
      .getByRole('article')
      .filter({ hasText: name })
      .getByRole('listitem')
      .locator('.outcome')
      .allInnerTexts();
  const passed = '\u2713 Passed';
  assert.deepEqual(await outcomes('good.json'), [
    passed,
    passed,
    passed,
    '\u2013 Does not apply',
    passed,
    passed,
    passed,
  ]);
  assert.equal((await outcomes('revoked.json'))[4], '\u2717 Failed');
  assert.deepEqual((await outcomes('altered.json')).slice(0, 2), ['\u2717 Failed', '\u2717 Failed']);
  await page.getByText('CRED_REVOKED').waitFor();
  await page.close();
});

test('without a trusted key the page says so instead of promising', async () => {
  const page = await verify({ 'receipt.json': receipt }, { keys: '' });
  await page.getByText('Receipt. Not fully verified').waitFor();
  await page.getByLabel('Keys of logs').fill(sampleLogKey());
  await page.getByLabel('Keys of logs').blur();
  await page.getByText('Receipt. Verified').waitFor();
  await page.close();
});

test('a file can be dropped, and one that is no evidence is named as such', async () => {
  const page = await verify({ 'receipt.json': receipt });
  await page.evaluate(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['hello'], 'letter.txt'));
    document
      .getElementById('drop')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  });
  await page.getByRole('heading', { name: 'letter.txt' }).waitFor();
  await page.getByText('KERNEL_JSON_SYNTAX').waitFor();
  await page.close();
});

test('it works by keyboard: the controls in order, then the verdict has the focus', async () => {
  const page = await context.newPage();
  await page.goto(pathToFileURL(built.single).href);
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.tagName);
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'files');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'SUMMARY');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'keys');
  const path = join(folder, 'receipt.json');
  await writeFile(path, fileOf(receipt));
  await page.getByLabel('Files to verify').setInputFiles(path);
  await page.getByRole('heading', { name: 'receipt.json' }).waitFor();
  assert.equal(await focused(), 'H2');
  await page.close();
});

test('axe finds nothing, and nothing is wider than 360 pixels', async () => {
  const page = await verify({
    'receipt.json': receipt,
    'altered.json': { ...receipt, index: 1 },
    'other.json': {},
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    [],
  );
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360);
  await page.close();
});

test('nothing was asked of any network', () => {
  assert.deepEqual(
    requested.filter((url) => !url.startsWith('file:') && !url.startsWith('data:')),
    [],
  );
});
