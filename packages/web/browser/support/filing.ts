import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestNode } from '@portolan/server/testing';
import type { Page } from 'playwright-core';
import { goTo } from './portal.ts';

const examples = fileURLToPath(new URL('../../../../examples/', import.meta.url));

/** The files of an example's folder, as a person would choose them. */
export function exampleFiles(folder: string): string[] {
  return readdirSync(`${examples}${folder}`).map((name) => `${examples}${folder}/${name}`);
}

/** Drops an example's documents on the page for a new filing and waits for the draft. */
export async function draftExample(page: Page, node: TestNode, folder: string): Promise<void> {
  await goTo(page, node, '/drafts/new');
  await page.getByLabel('Choose files').setInputFiles(exampleFiles(folder));
  await page.waitForURL(/\/drafts\/(?!new)/);
  await page.getByRole('region', { name: 'Findings' }).waitFor();
}

/** Signs and files the open draft; the number of the entry it became. */
export async function fileDraft(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'File', exact: true }).click();
  await page.getByRole('button', { name: 'Sign and file' }).click();
  await page.waitForURL(/\/entries\//);
  await page.getByRole('heading', { level: 1, name: /^Entry / }).waitFor();
  return page.url().split('/').at(-1) ?? '';
}
