import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { draftExample, exampleFiles } from './support/filing.ts';
import { assertSound, broker, openPortal, type Portal } from './support/portal.ts';

const VARIANTS = [
  'altered',
  'blanket-short',
  'carrier-as-producer',
  'expired',
  'non-party-invoice',
  'revoked',
];

let portal: Portal;
let page: Page;

before(async () => {
  portal = await openPortal({ stories: true });
  page = await portal.open(broker);
});
after(() => portal.close());

function expectedReasons(folder: string): string[] {
  const file = exampleFiles(folder).find((name) => name.endsWith('expected.json')) ?? '';
  return JSON.parse(readFileSync(file, 'utf8')).draft.reasons;
}

for (const variant of VARIANTS)
  test(`${variant}: the finding names the reason, and the draft can't be filed`, async () => {
    const folder = `variants/${variant}`;
    await draftExample(page, portal.node, folder);
    const findings = await page.getByRole('region', { name: 'Findings' }).innerText();
    for (const reason of expectedReasons(folder)) assert.match(findings, new RegExp(reason));
    assert.ok(await page.getByRole('button', { name: 'File', exact: true }).isDisabled());
    assertSound(page);
  });
