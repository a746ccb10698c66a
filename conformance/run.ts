import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startNode } from './node.ts';
import { type Outcome, runSuite } from './run-suite.ts';
import { suites } from './suites.ts';

const { values } = parseArgs({
  options: {
    suites: { type: 'string' },
    only: { type: 'string', multiple: true },
    save: { type: 'string' },
    /** Contexts that the suites' credentials use, as `portolan start --contexts` takes them. */
    contexts: { type: 'string' },
    /** The suites are of the time of Node.js 20; some do not load in later ones. */
    node: { type: 'string', default: process.execPath },
  },
});

if (values.suites === undefined) {
  console.error(
    'Usage: node conformance/run.ts --suites <folder with the installed suites> [--only <name>] [--contexts <file>] [--node <binary>] [--save <file>]',
  );
  process.exit(2);
}

const folder = values.suites;
const chosen = suites.filter(
  ({ name }) => values.only === undefined || values.only.some((part) => name.includes(part)),
);
const node = await startNode(values.contexts);
const outcomes: Outcome[] = [];
try {
  for (const suite of chosen) {
    const outcome = await runSuite(suite, join(folder, suite.name), node, {
      nodeBinary: values.node,
      contexts: values.contexts,
    });
    const { passed, failed, pending, failedHooks } = outcome;
    console.log(
      `${outcome.suite}: ${passed} passed, ${failed} failed, ${pending} pending, ${failedHooks} hooks failed`,
    );
    for (const { title, reason } of outcome.failures) console.log(`  ${title}\n    ${reason}`);
    outcomes.push(outcome);
  }
} finally {
  await node.close();
}
if (values.save !== undefined) await writeFile(values.save, `${JSON.stringify(outcomes, null, 2)}\n`);
process.exit(outcomes.every(({ failed, failedHooks }) => failed + failedHooks === 0) ? 0 : 1);
