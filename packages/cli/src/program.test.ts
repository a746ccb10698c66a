import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runPortolan } from './testing/run-portolan.ts';

const commands = [
  'start',
  'file',
  'verify',
  'issue',
  'duty',
  'hts',
  'origin',
  'value',
  'tariff',
  'entry',
  'receipt',
  'replay',
  'request',
  'assess',
  'title',
];

describe('portolan', () => {
  it('lists every command', async () => {
    const { exitCode, out } = await runPortolan(['--help']);
    assert.equal(exitCode, 0);
    for (const name of commands) assert.match(out, new RegExp(`^  ${name} `, 'm'));
    assert.match(out, /Exit codes: 0 done/);
  });

  for (const name of commands)
    it(`explains ${name} with examples and exit codes`, async () => {
      const { exitCode, out } = await runPortolan([name, '--help']);
      assert.equal(exitCode, 0);
      assert.match(out, new RegExp(`Examples:\n  portolan ${name}`));
      assert.match(out, /Exit codes: 0/);
    });

  it('answers 2 to a command line that it does not understand', async () => {
    for (const args of [
      ['fly'],
      ['duty', '--no-such'],
      ['file'],
      ['entry', 'ZZ9-0000103-6'],
      ['request', 'answer', 'x'],
    ])
      assert.equal((await runPortolan(args)).exitCode, 2, args.join(' '));
  });

  it('prints its version', async () => {
    assert.match((await runPortolan(['--version'])).out, /^\d+\.\d+\.\d+$/);
  });
});

describe('without a node', () => {
  // Port 1 of the loopback address: nothing listens there.
  const nowhere = ['--node', 'http://127.0.0.1:1'];

  it('answers 3, names the address and says how to start one', async () => {
    const { exitCode, error } = await runPortolan(['entry', ...nowhere]);
    assert.equal(exitCode, 3);
    assert.match(error, /No node answers at http:\/\/127\.0\.0\.1:1/);
    assert.match(error, /portolan start/);
  });

  it('takes the node from the environment, and says it in JSON too', async () => {
    const ran = await runPortolan(['entry', '--json'], { PORTOLAN_NODE: 'http://127.0.0.1:1' });
    assert.equal(ran.exitCode, 3);
    assert.equal(ran.json<{ refusals: { code: string }[] }>().refusals[0]?.code, 'CLI_NODE_UNREACHABLE');
  });

  it('refuses an address that is none, and sample members elsewhere', async () => {
    assert.equal((await runPortolan(['entry', '--node', 'nowhere'])).exitCode, 2);
    const remote = await runPortolan(['entry', '--node', 'https://node.example', '--as', 'broker']);
    assert.equal(remote.exitCode, 4);
    assert.match(remote.error, /CLI_MEMBER_REMOTE/);
  });
});
