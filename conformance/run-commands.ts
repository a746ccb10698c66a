import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CommandSuite, commandSuites } from './commands/suites.ts';
import { outcomeOf } from './run-suite.ts';

/**
 * Runs the suites that drive an implementation in a container by a command line of their own. In the place of the container
 * programs they find our command, which answers in this Node.js; no file of a suite is changed but its list of implementations.
 */
const { values } = parseArgs({
  options: { suites: { type: 'string' }, only: { type: 'string' }, node: { type: 'string' } },
});
if (values.suites === undefined) {
  console.error(
    'Usage: node conformance/run-commands.ts --suites <folder> [--only <name>] [--node <binary>]',
  );
  process.exit(2);
}

let failed = 0;
for (const suite of commandSuites.filter(({ name }) => name.includes(values.only ?? '')))
  failed += await run(suite, resolve(values.suites, suite.name));
process.exit(failed === 0 ? 0 : 1);

async function run(suite: CommandSuite, folder: string): Promise<number> {
  const programs = await mkdtemp(join(tmpdir(), 'portolan-conformance-'));
  try {
    const command = join(import.meta.dirname, 'commands', suite.command);
    for (const name of ['docker', 'docker-compose']) {
      const script = `#!/bin/sh\nexec "${process.execPath}" --conditions=portolan-source "${command}" "$@"\n`;
      await writeFile(join(programs, name), script);
      await chmod(join(programs, name), 0o755);
    }
    const { file, content } = suite.implementation;
    await writeFile(join(folder, file), content);
    const report = join(folder, 'portolan-report.json');
    await rm(report, { force: true });
    await mocha(folder, report, programs);
    const outcome = await outcomeOf(suite.name, report);
    const { passed, failed: wrong, pending, failedHooks } = outcome;
    console.log(
      `${suite.name}: ${passed} passed, ${wrong} failed, ${pending} pending, ${failedHooks} hooks failed`,
    );
    for (const { title, reason } of outcome.failures) console.log(`  ${title}\n    ${reason}`);
    for (const title of outcome.pendings) console.log(`  pending: ${title}`);
    return wrong + failedHooks;
  } finally {
    await rm(programs, { recursive: true, force: true });
  }
}

function mocha(folder: string, report: string, programs: string): Promise<void> {
  const args = ['node_modules/mocha/bin/mocha.js', 'tests/', '--reporter', 'json'];
  const env = {
    ...process.env,
    PATH: `${programs}${delimiter}${process.env.PATH ?? ''}`,
    PORTOLAN_SUITE: folder,
  };
  return new Promise((done, reject) => {
    const child = spawn(
      values.node ?? process.execPath,
      [...args, '--reporter-option', `output=${report}`, '--timeout', '60000', '--exit'],
      { cwd: folder, env, stdio: ['ignore', 'ignore', 'ignore'] },
    );
    child.once('error', reject);
    child.once('exit', () => done());
  });
}
