import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { TariffDataView } from '@portolan/contract';
import { type TestNode, testNode } from '@portolan/server/testing';
import { type Ran, runPortolan } from '../testing/run-portolan.ts';

const cases = fileURLToPath(new URL('../../../../examples/tariff/cases.json', import.meta.url));

describe('portolan tariff at a node', () => {
  let node: TestNode;
  before(async () => {
    node = await testNode({ sample: 'seats' });
  });
  after(() => node.close());

  const asBroker = (...args: string[]) =>
    runPortolan(['tariff', ...args, '--node', node.url, '--as', 'broker']);
  const asOperator = (...args: string[]) =>
    runPortolan(['tariff', ...args, '--whole-node', '--data', join(node.folder, 'data')], {
      DATABASE_URL: node.database.url,
    });
  const names = (ran: Ran) =>
    ran.json<{ items: TariffDataView[] }>().items.map(({ name, holder }) => `${holder} ${name}`);
  const noted = ['--kind', 'cases', '--source', 'invented'];

  it('imports for the organization, and withdraws with a reason', async () => {
    const imported = await asBroker('import', cases, '--name', 'sample-ours', ...noted);
    assert.equal(imported.exitCode, 0, imported.error);
    assert.match(imported.out, /for your organization at the node/);
    assert.ok(names(await asBroker('list', '--json')).includes('organization sample-ours'));
    assert.match((await asBroker('import', cases, '--name', 'x', ...noted)).error, /NODE_TARIFF_NAME/);
    assert.equal((await asBroker('withdraw', 'sample-ours', '--reason', 'a test')).exitCode, 0);
    assert.ok(!names(await asBroker('list', '--json')).includes('organization sample-ours'));
  });

  it('imports for everybody as the operator', async () => {
    assert.match((await asOperator('list')).out, /Nothing was imported/);
    const imported = await asOperator('import', cases, '--name', 'sample-all', ...noted);
    assert.equal(imported.exitCode, 0, imported.error);
    assert.match((await asOperator('list')).out, /sample-all/);
    assert.ok(names(await asBroker('list', '--json')).includes('node sample-all'));
    assert.equal((await asOperator('withdraw', 'sample-all', '--reason', 'a test')).exitCode, 0);
  });

  it('refuses who neither leads nor files, and says when no node answers', async () => {
    const grower = ['tariff', 'import', cases, '--name', 'sample-x', ...noted, '--as', 'grower'];
    assert.equal((await runPortolan([...grower, '--node', node.url])).exitCode, 4);
    const nowhere = ['tariff', 'list', '--node', 'http://127.0.0.1:1'];
    assert.equal((await runPortolan(nowhere)).exitCode, 3);
  });
});
