import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type TestNode, testNode } from '@portolan/server/testing';
import { runPortolan } from './testing/run-portolan.ts';
import { expand, retold, tourOf, unnamed } from './testing/tour.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const readmeFile = join(root, 'README.md');

let node: TestNode;
let folder: string;
before(async () => {
  node = await testNode();
  folder = await mkdtemp(join(tmpdir(), 'portolan-tour-'));
});
after(async () => {
  await node.close();
  await rm(folder, { recursive: true, force: true });
});

/** PORTOLAN_WRITE_TOUR=1 writes what the commands print into the README instead of comparing. */
test('every command of the README prints what the README shows', async () => {
  const readme = await readFile(readmeFile, 'utf8');
  const logKey = (await (await fetch(`${node.url}/log/key`)).text()).trim();
  const receipts = join(folder, 'receipts');
  const steps = tourOf(readme);
  assert.ok(steps.length >= 6, 'the tour has its commands');
  const printed: string[] = [];
  const cwd = process.cwd();
  process.chdir(root);
  try {
    for (const { args } of steps) {
      const { out, error } = await runPortolan(expand(args, { logKey, folder: receipts }), {
        PORTOLAN_NODE: node.url,
      });
      printed.push([out, error].filter(Boolean).join('\n').replaceAll(receipts, 'receipts').trimEnd());
    }
  } finally {
    process.chdir(cwd);
  }
  if (process.env.PORTOLAN_WRITE_TOUR) {
    await writeFile(readmeFile, retold(readme, printed));
    return;
  }
  for (const [index, step] of steps.entries())
    assert.equal(
      unnamed(printed[index] ?? '', receipts),
      unnamed(step.printed, receipts),
      step.args.join(' '),
    );
});
