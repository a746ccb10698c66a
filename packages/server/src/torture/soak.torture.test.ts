import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { keepFiling } from './filing/keep-filing.ts';
import { Register } from './filing/register.ts';
import type { NodeUse } from './process/messages.ts';
import { type NodeHome, openHome } from './process/node-home.ts';
import { check, openTrial } from './round.ts';

const seconds = Number(process.env.PORTOLAN_SOAK_SECONDS ?? 150);
const looks = 30;
const settleMs = 180_000;
const mebibyte = 2 ** 20;
/** What a node may hold more in the last third than in the middle one, beside a twentieth: caches that still fill. */
const tolerated = { heap: 24 * mebibyte, rss: 96 * mebibyte };
let home: NodeHome;

before(async () => {
  home = await openHome();
});
after(() => home.close());

test(`a node that files for ${seconds} seconds holds no more memory than it needs`, async (t) => {
  const trial = await openTrial(home);
  const register = new Register();
  const filing = keepFiling({ url: home.node.url, cookie: trial.cookie, register, serial: trial.serial });
  const uses: NodeUse[] = [];
  try {
    for (let look = 0; look < looks; look += 1) {
      await pause((seconds * 1000) / looks);
      uses.push(await home.node.use());
    }
  } finally {
    filing.halt();
  }
  await filing.ended();
  await home.withStore((store) => store.settled(settleMs));
  const { acknowledged } = register;
  assert.equal(register.open, 0, 'every request was answered');
  await check(trial, [register], []);
  const grown = {
    heap: growth(uses, (use) => use.heapUsed + use.external),
    rss: growth(uses, ({ rss }) => rss),
  };
  const [first, last] = [uses[0], uses.at(-1)].map((use) => Math.round((use?.rss ?? 0) / mebibyte));
  t.diagnostic(`${acknowledged.length} filings; resident ${first} MiB first, ${last} MiB last`);
  t.diagnostic(`from the middle third to the last: heap ${show(grown.heap)}, resident ${show(grown.rss)}`);
  assert.ok(grown.heap < tolerated.heap, 'the heap grows');
  assert.ok(grown.rss < tolerated.rss, 'the process grows');
  assert.equal((await home.node.use()).waiting, 0, 'nobody waits for a connection');
});

/** Bytes by which the median of the last third lies above that of the middle third and a twentieth more. */
function growth(uses: readonly NodeUse[], measure: (use: NodeUse) => number): number {
  const third = Math.floor(uses.length / 3);
  const median = (part: readonly NodeUse[]) =>
    part.map(measure).sort((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0;
  return median(uses.slice(-third)) - 1.05 * median(uses.slice(third, 2 * third));
}

function show(bytes: number): string {
  return `${(bytes / mebibyte).toFixed(1)} MiB`;
}
