import { spawn } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ConformanceNode } from './node.ts';
import { type Implementation, implementationFor, type Suite } from './suites.ts';

/** What one suite came to. A failed hook takes the tests after it with it, so it counts by itself. */
export interface Outcome {
  readonly suite: string;
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  readonly failedHooks: number;
  readonly failures: readonly { readonly title: string; readonly reason: string }[];
  readonly pendings: readonly string[];
}

interface MochaTest {
  readonly fullTitle: string;
  readonly err: { readonly message?: string };
}

interface MochaReport {
  readonly stats: { readonly passes: number; readonly pending: number; readonly failures: number };
  readonly failures: readonly MochaTest[];
  readonly pending: readonly MochaTest[];
}

/** With what the suites run. */
export interface Bench {
  /** The Node.js that runs the suites. */
  readonly nodeBinary: string;
  /** File of contexts, as `portolan start --contexts` takes it; suites that say so are lent them. */
  readonly contexts?: string | undefined;
}

/** Runs an installed suite against the node and counts. */
export async function runSuite(
  suite: Suite,
  folder: string,
  node: ConformanceNode,
  bench: Bench,
): Promise<Outcome> {
  await configure(folder, implementationFor(suite, node.origin, node.issuers));
  const report = join(folder, 'portolan-report.json');
  await rm(report, { force: true });
  await mocha(bench, folder, report, suite);
  return outcomeOf(suite.variant === undefined ? suite.name : `${suite.name}, ${suite.variant}`, report);
}

/** What a report of mocha comes to. */
export async function outcomeOf(suite: string, report: string): Promise<Outcome> {
  const { stats, failures, pending } = JSON.parse(await readFile(report, 'utf8')) as MochaReport;
  const hooks = failures.filter(({ fullTitle }) => /"(?:before|after)[^"]*" hook/.test(fullTitle));
  return {
    suite,
    ...{ passed: stats.passes, failed: stats.failures - hooks.length, pending: stats.pending },
    failedHooks: hooks.length,
    failures: failures.map(({ fullTitle, err }) => ({
      title: fullTitle,
      reason: (err.message ?? '').slice(0, 300),
    })),
    pendings: pending.map(({ fullTitle }) => fullTitle),
  };
}

/** The file that every suite reads its local implementation from; the holder of its interoperability tests is this node. */
async function configure(folder: string, implementation: Implementation): Promise<void> {
  const settings = { enableInteropTests: true, testAllImplementations: false };
  const local = JSON.stringify({ settings, implementations: [implementation] }, null, 2);
  await writeFile(join(folder, 'localConfig.cjs'), `module.exports = ${local};\n`);
  const runner = join(folder, 'config/runner.json');
  const text = await readFile(runner, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const named = text
    .replaceAll(/"(issuerName|holderName)": "[^"]*"/g, '"$1": "Portolan"')
    .replace('"disableInteropTests": true', '"disableInteropTests": false');
  await writeFile(runner, named);
}

async function mocha(
  { nodeBinary, contexts }: Bench,
  folder: string,
  report: string,
  { timeoutMs = 15_000, environment = {}, lendContexts = false }: Suite,
): Promise<void> {
  const lent = lendContexts && contexts !== undefined ? await lentContexts(contexts) : undefined;
  const options = ['--reporter', 'json', '--reporter-option', `output=${report}`];
  const args = [
    ...(lent === undefined ? [] : ['--import', join(import.meta.dirname, 'lend-contexts.mjs')]),
    'node_modules/mocha/bin/mocha.js',
    'tests/',
    ...options,
    '--timeout',
    String(timeoutMs),
    '--exit',
  ];
  const env = {
    ...process.env,
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    NODE_NO_WARNINGS: '1',
    ...lent,
    ...environment,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(nodeBinary, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}

/** The contexts of a file, each with the whole path of its own, since a suite runs in another folder. */
async function lentContexts(file: string): Promise<Readonly<Record<string, string>>> {
  const listed = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, string>>;
  const whole = Object.entries(listed).map(([url, path]) => [url, resolve(dirname(file), path)]);
  return { PORTOLAN_LENT_CONTEXTS: JSON.stringify(Object.fromEntries(whole)) };
}
