import assert from 'node:assert/strict';
import type { Instant } from '@portolan/kernel';
import { type TestNode, testNode } from '@portolan/server/testing';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core';

import { openForBusiness } from './community.ts';

/** Chromium's own sandbox needs privileges that a container's root has not. */
const ARGUMENTS = [
  '--no-sandbox',
  '--headless=shell',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--no-zygote',
];

/** A node with the sample community and a browser to open its portal in. */
export interface Portal {
  readonly node: TestNode;
  /** Opens the portal in a window of its own, signed in as a member, or as nobody. */
  open(member?: SampleSeat, width?: number): Promise<Page>;
  close(): Promise<void>;
}

/** A seat of the sample community as its sign-in card names it. */
export interface SampleSeat {
  readonly organization: string;
  readonly role: 'filer' | 'signer' | 'customs officer' | 'agency lead';
}

export const broker: SampleSeat = { organization: 'Sample Meridian Customs Brokers LLC', role: 'filer' };
export const importer: SampleSeat = { organization: 'Sample Harbor Foods Inc.', role: 'filer' };
export const grower: SampleSeat = { organization: 'Sample Valle Verde Produce', role: 'signer' };
export const officer: SampleSeat = { organization: 'Sample Customs Agency', role: 'customs officer' };
export const lead: SampleSeat = { organization: 'Sample Customs Agency', role: 'agency lead' };

/** What no page may do: break, or ask for what the node's policy forbids. */
const faults = new WeakMap<Page, string[]>();

/** Fails if the page threw, or was refused something by the content security policy. */
export function assertSound(page: Page): void {
  assert.deepEqual(faults.get(page) ?? [], []);
}

function watch(page: Page): void {
  const found: string[] = [];
  faults.set(page, found);
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy|Minified React error/.test(message.text())) found.push(message.text());
  });
}

/** Signs in on the sign-in page, by the buttons that a person would press. */
async function signIn(page: Page, { organization, role }: SampleSeat): Promise<void> {
  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: organization }) });
  await card.getByRole('button', { name: role }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Work' }).waitFor();
}

async function newPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  watch(page);
  await page.goto(url);
  await page.locator('h1').waitFor();
  return page;
}

/**
 * Starts the node, with the sample's stories played or with nothing filed yet, and the browser. `at` is the time at which the node's
 * clock stands, for what is filed on a day of its own. Close it in `after`.
 */
export async function openPortal({ stories, at }: { stories: boolean; at?: Instant }): Promise<Portal> {
  const clock = at === undefined ? {} : { clock: { now: () => at } };
  const node = await testNode({ sample: stories ? true : 'seats', ...clock });
  if (!stories) await openForBusiness(node);
  const browser: Browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ARGUMENTS,
  });
  return {
    node,
    async open(member, width = 1280) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        timezoneId: 'America/Phoenix',
        locale: 'en-US',
        reducedMotion: 'reduce',
      });
      const page = await newPage(context, `${node.url}/${member ? 'sign-in' : 'help'}`);
      if (member) await signIn(page, member);
      return page;
    },
    async close() {
      await browser.close();
      await node.close();
    },
  };
}

/** Goes to an address of the portal and waits for its title. */
export async function goTo(page: Page, node: TestNode, path: string): Promise<void> {
  await page.goto(`${node.url}${path}`);
  await page.locator('h1').waitFor();
}
