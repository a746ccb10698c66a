import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type TestNode, testNode } from '@portolan/server/testing';
import { commandsBelow, readCommand } from '../testing/guide.ts';
import { type Ran, runPortolan } from '../testing/run-portolan.ts';

const root = new URL('../../../../', import.meta.url);
const example = fileURLToPath(new URL('examples/steel-next-truck', root));
const home = process.cwd();
const terms = 'Rebate of 1.37 percent from 500 t of the year';

let node: TestNode;
let folder: string;
before(async () => {
  node = await testNode();
  folder = await mkdtemp(join(tmpdir(), 'portolan-mill-guide-'));
  await cp(example, join(folder, 'truck'), { recursive: true });
  const signed = join(folder, 'truck', 'mill-test-report.vc.json');
  const { credentialSubject } = JSON.parse(await readFile(signed, 'utf8'));
  // With one signature, and with what is between mill and buyer alone.
  const { secondInspector: _, ...document } = { ...credentialSubject, kind: '3.1', commercial: { terms } };
  await writeFile(join(folder, 'certificate.json'), JSON.stringify({ type: 'MillTestReport', ...document }));
  await rm(signed);
  await rm(join(folder, 'truck', 'mill-test-report-second-signature.vc.json'));
  process.chdir(folder);
});
after(async () => {
  process.chdir(home);
  await node.close();
  await rm(folder, { recursive: true, force: true });
});

it('follows the guide of the mill: chemistry to customs, price hidden', async () => {
  const guide = await readFile(new URL('docs/guides/mill.md', root), 'utf8');
  const ran: Ran[] = [];
  for (const command of commandsBelow(guide, 'Show the chemistry, not the price')) {
    const step = readCommand(command, new Map());
    const one = await runPortolan(step?.args ?? [], { PORTOLAN_NODE: node.url });
    assert.equal(one.exitCode, 0, `${command}\n${one.out}\n${one.error}`);
    ran.push(one);
  }
  const [issued, listed, , filed] = ran;
  assert.match(issued?.out ?? '', /^Known as +sha256:/m);
  assert.match(listed?.out ?? '', /\/credentialSubject\/commercial/);
  assert.match(filed?.out ?? '', /accepted/i);
  const shown = await readFile(join(folder, 'truck', 'mill-test-report.vc.json'), 'utf8');
  const whole = await readFile(join(folder, 'certificate.vc.json'), 'utf8');
  const disclosed = Buffer.from(JSON.stringify(['commercial', { terms }]).slice(1)).toString('base64url');
  assert.ok(shown.length < whole.length && !shown.includes(disclosed.slice(8, 40)));
});

it('says what is asked for where nothing is', async () => {
  const { error, exitCode } = await runPortolan(['derive', join(folder, 'certificate.vc.json')]);
  assert.equal(exitCode, 2);
  assert.match(error, /--show/);
});
