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

/** Runs a command on Node 24 to its end; the environment tells tests where the cluster of this run is. */
function run(title: string, args: readonly string[], cwd = root): Promise<boolean> {
  process.stdout.write(`\n== ${title}\n`);
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd, stdio: 'inherit', env: process.env });
    child.on('exit', (code) => {
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
const nodeTest = (files: readonly string[], concurrency: number) => [
  '--conditions=portolan-source',
  '--test',
  `--test-concurrency=${concurrency}`,
  ...files,
];
const inOneProcess = (files: readonly string[]) => [
  '--conditions=portolan-source',
  '--test',
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

async function everything(): Promise<boolean> {
  const checks = [
    await run('format and lint (Biome)', [bin('@biomejs/biome/bin/biome'), 'check', '.']),
    await run('types', [bin('typescript/bin/tsc'), '-p', 'tsconfig.json']),
    await run('types of the portal', [bin('typescript/bin/tsc'), '-p', 'packages/web/tsconfig.json']),
    await run('rooms import one way', ['scripts/check-rooms.ts']),
    await run('generated documentation is up to date', [
      '--conditions=portolan-source',
      'scripts/generate-docs.ts',
      '--check',
    ]),
    await run('portal build', ['--conditions=portolan-source', 'scripts/build-portal.ts']),
  ];
  const pure = await run('pure rooms', inOneProcess(groups.pure));
  const tests = await withCluster(async () => {
    const running = await run('server and command line', nodeTest(groups.running, availableParallelism()));
    const portal = await run('portal components', [bin('vitest/vitest.mjs'), 'run'], `${root}packages/web`);
    const browser = await run('browser', nodeTest(groups.browser, 1));
    return running && portal && browser;
  });
  return checks.every(Boolean) && pure && tests;
}

const passed =
  mode === 'all'
    ? await everything()
    : await withCluster(() =>
        mode === '--reference'
          ? run('reference data', nodeTest(groups.reference, 2))
          : run('torture', nodeTest(groups.torture, 1)),
      );
process.exit(passed ? 0 : 1);
