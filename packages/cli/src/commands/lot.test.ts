import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type TestNode, testNode } from '@portolan/server/testing';
import { runPortolan } from '../testing/run-portolan.ts';

const kilograms = (value: string) => ({ value, unit: 'KGM' });
const pour = {
  ...{
    id: 'pour 1',
    kind: 'produce',
    at: '2026-06-01T08:00:00Z',
    place: 'Monterrey works, MX',
    inputs: [],
    losses: [],
  },
  outputs: [{ lot: 'heat 1', commodity: 'steel heat', quantity: kilograms('1000') }],
};
const cut = (value: string) => ({
  ...{ kind: 'transform', at: '2026-06-02T08:00:00Z' },
  inputs: [{ lot: 'heat 1', quantity: kilograms(value) }],
  outputs: [{ lot: 'coil 1', commodity: 'steel coil', quantity: kilograms('390') }],
  losses: [{ quantity: kilograms('10'), reason: 'scale' }],
});

describe('portolan lot and trace', () => {
  let node: TestNode;
  let folder: string;
  before(async () => {
    node = await testNode({ sample: 'seats' });
    folder = await mkdtemp(join(tmpdir(), 'portolan-lot-'));
  });
  after(async () => {
    await node.close();
    await rm(folder, { recursive: true, force: true });
  });
  const run = (...args: string[]) =>
    runPortolan([...args, '--as', 'grower-signer'], { PORTOLAN_NODE: node.url });
  const enter = async (event: object, ...more: string[]) => {
    const file = join(folder, 'event.json');
    await writeFile(file, JSON.stringify(event));
    return run('trace', 'event', file, ...more);
  };

  it('signs steps, and shows lots, their account and where they came from', async () => {
    assert.match((await enter(pour)).out, /^pour 1: accepted\nsigned as sha256:/);
    assert.equal((await enter(cut('400'))).exitCode, 0);
    const list = await run('lot', 'list', 'coil');
    assert.match(list.out, /coil 1\s+steel coil\s+390\s+390\s+KGM/);
    assert.match(list.out, /1 lot$/);
    const show = await run('lot', 'show', 'heat 1');
    assert.match(show.out, /dispatched\s+-400/);
    assert.match(show.out, /600 kg left\./);
    const up = await run('trace', 'up', 'coil 1');
    assert.match(up.out, /-1\s+heat 1/);
    assert.match(up.out, /heat 1\s+\(lost\)\s+10\s+KGM/);
    const moved = await run('lot', 'movements', 'heat 1', '--csv');
    assert.match(moved.out, /2026-06-02 08:00 UTC,transform,,400,/);
  });

  it('tells where a recalled lot is, as a table for a spreadsheet', async () => {
    const recall = await run('trace', 'recall', 'heat 1', '--csv');
    assert.match(recall.out, /coil 1,steel coil,390,390,100\.00,KGM/);
    const became = JSON.parse((await run('trace', 'became', 'heat 1', '--json')).out) as { left: unknown[] };
    assert.equal(became.left.length, 2);
  });

  it('refuses what contradicts the ledger, with its mend, and takes in what another signed', async () => {
    const over = await enter({ ...cut('601'), outputs: [], kind: 'consume', losses: [] });
    assert.equal(over.exitCode, 1);
    assert.match(over.error, /Lot heat 1 has 600 KGM left; the step takes 601\.\n {2}mend: /);
    const { credential } = JSON.parse(
      (
        await enter(
          {
            ...pour,
            id: 'pour 2',
            outputs: [{ lot: 'heat 2', commodity: 'steel heat', quantity: kilograms('5') }],
          },
          '--json',
        )
      ).out,
    ) as { credential: object };
    const file = join(folder, 'foreign.json');
    await writeFile(file, JSON.stringify(credential));
    const taken = await runPortolan(['trace', 'event', file, '--as', 'broker-signer'], {
      PORTOLAN_NODE: node.url,
    });
    assert.match(taken.out, /^pour 2: accepted/, taken.error);
    const open = await run('trace', 'open');
    assert.match(open.out, /0 refused, 0 waiting/);
    assert.match((await run('lot', 'show', 'no such lot')).error, /has no lot no such lot/);
  });
});
