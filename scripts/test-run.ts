import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startTestCluster } from '@portolan/server/testing';

const root = fileURLToPath(new URL('..', import.meta.url));
const modes = ['--reference', '--torture'] as const;
const mode = modes.find((name) => process.argv.includes(name)) ?? 'all';

/** Which test files a mode runs; a file's ending says what it needs. */
const unit = globSync('packages/*/src/**/*.test.ts', { cwd: root, exclude: ['packages/web/**'] }).filter(
  (file) => !/\.(reference|torture|browser)\.test\.ts$/.test(file),
);
/** Rooms whose tests start processes or hold a database; the others are pure, and one process runs all their tests. */
const RUNNING = /^packages\/(server|cli)\//;
const groups = {
  pure: unit.filter((file) => !RUNNING.test(file)),
  running: unit.filter((file) => RUNNING.test(file)),
  browser: globSync('packages/web/**/*.browser.test.ts', { cwd: root, exclude: ['**/node_modules/**'] }),
  reference: globSync('packages/*/src/**/*.reference.test.ts', { cwd: root }),
  torture: globSync('packages/*/src/**/*.torture.test.ts', { cwd: root }),
};

/**
 * Runs a command on Node 24 to its end; the environment tells tests where the cluster of this run is. A run beside another
 * says what it has to say when it is over.
 */
function run(title: string, args: readonly string[], { cwd = root, beside = false } = {}): Promise<boolean> {
  if (!beside) process.stdout.write(`\n== ${title}\n`);
  const started = Date.now();
  return new Promise((resolve) => {
    const stdio = beside ? 'pipe' : 'inherit';
    const child = spawn(process.execPath, args, { cwd, stdio: ['inherit', stdio, stdio], env: process.env });
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(text));
    child.on('close', (code) => {
      if (beside) process.stdout.write(`\n== ${title}\n${Buffer.concat(said)}`);
      process.stdout.write(
        `== ${title}: ${code === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`,
      );
      resolve(code === 0);
    });
  });
}

// Each test file is a process of its own: the modules that all of them share are stripped of types and compiled once.
process.env.NODE_COMPILE_CACHE ??= `${root}node_modules/.cache/portolan-tests`;

const bin = (name: string) => `${root}node_modules/${name}`;
/** A test that waits for what never comes fails, instead of holding up all others; the soak of the torture takes longer. */
const timeout = `--test-timeout=${mode === '--torture' ? 3_600_000 : 300_000}`;
const nodeTest = (files: readonly string[], concurrency: number) => [
  '--conditions=portolan-source',
  '--test',
  timeout,
  `--test-concurrency=${concurrency}`,
  ...files,
];
const inOneProcess = (files: readonly string[]) => [
  '--conditions=portolan-source',
  '--test',
  timeout,
  '--test-isolation=none',
  ...files,
];

async function withCluster(work: () => Promise<boolean>): Promise<boolean> {
  const cluster = await startTestCluster();
  process.env.PORTOLAN_TEST_PG = cluster.url;
  try {
    return await work();
  } finally {
    await cluster.stop();
  }
}

async function inOrder(steps: readonly (() => Promise<boolean>)[]): Promise<boolean> {
  let passed = true;
  for (const step of steps) passed = (await step()) && passed;
  return passed;
}

/** The portal, beside everything else: a browser waits more than it works. */
function portal(): Promise<boolean> {
  const beside = { beside: true };
  return inOrder([
    () => run('portal build', ['--conditions=portolan-source', 'scripts/build-portal.ts'], beside),
    () =>
      run('portal components', [bin('vitest/vitest.mjs'), 'run'], {
        cwd: `${root}packages/web`,
        beside: true,
      }),
    () => run('browser', nodeTest(groups.browser, 1), beside),
  ]);
}

function rest(): Promise<boolean> {
  const docs = ['--conditions=portolan-source', 'scripts/generate-docs.ts', '--check'];
  const running = nodeTest(groups.running, availableParallelism());
  return inOrder([
    () => run('format and lint (Biome)', [bin('@biomejs/biome/bin/biome'), 'check', '.']),
    () => run('types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']),
    () => run('types of the portal', [bin('typescript/bin/tsc'), '-p', 'packages/web/tsconfig.json']),
    () => run('rooms import one way', ['scripts/check-rooms.ts']),
    () => run('generated documentation is up to date', docs),
    () => run('pure rooms', inOneProcess(groups.pure)),
    () => run('server and command line', running),
  ]);
}

async function everything(): Promise<boolean> {
  const results = await Promise.all([portal(), rest()]);
  return results.every(Boolean);
}

const passed = await withCluster(() => {
  if (mode === '--reference') return run('reference data', nodeTest(groups.reference, 2));
  return mode === '--torture' ? run('torture', nodeTest(groups.torture, 1)) : everything();
});
process.exit(passed ? 0 : 1);
