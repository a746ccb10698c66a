// Entry of "npm test", "npm run test:reference" and "npm run torture": works on Node 20, goes on with Node 24.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './install.mjs';
import { nodeBinary } from './node-binary.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
ensureInstalled(root);
const run = spawnSync(
  nodeBinary(root),
  ['--conditions=portolan-source', 'scripts/test-run.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(run.status ?? 1);
