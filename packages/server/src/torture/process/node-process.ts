import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readPostmaster } from '../../postgres/postmaster.ts';
import type { NodeMessage, NodeReady, NodeUse } from './messages.ts';

const main = fileURLToPath(new URL('./node-main.ts', import.meta.url));
/** As scripts/start.mjs gives them, which says why. */
const ownFlags = [
  '--max-semi-space-size=64',
  ...(Number(process.versions.node.split('.')[0]) > 24
    ? []
    : ['--initial-old-space-size=256', '--external-memory-accounted-in-global-limit', '--v8-pool-size=1']),
];
const startMs = 120_000;
const stopMs = 60_000;

/** A node in its own process group, with its own database server. */
export interface NodeProcess extends NodeReady {
  readonly pid: number;
  /** Whether the process is gone, by whatever means. */
  hasEnded(): boolean;
  use(): Promise<NodeUse>;
  /** The number of the database's server, which changes when it is started again. */
  databasePid(): Promise<number | undefined>;
  /** Ends the node as the loss of its process would: nothing is closed, the database goes on. */
  kill(): Promise<void>;
  /** Ends node and database in good order. */
  stop(): Promise<void>;
}

/** A node that starts. */
export interface NodeLaunch {
  /** Resolves when the node answers requests. */
  readonly ready: Promise<NodeProcess>;
  kill(): Promise<void>;
}

export interface NodeProcessOptions {
  readonly dataFolder: string;
  /** Further flags of Node.js, such as --cpu-prof. */
  readonly flags?: readonly string[];
}

/** Node processes that run, to be ended even when a test fails before it ends them. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a node on a data folder. */
export function launchNode({ dataFolder, flags = [] }: NodeProcessOptions): NodeLaunch {
  const { DATABASE_URL: _, ...environment } = process.env;
  // As `npm start` does, and the collector at hand for measuring memory.
  const own = ['--conditions=portolan-source', ...ownFlags, '--expose-gc'];
  const child = spawn(process.execPath, [...own, ...flags, main], {
    env: { ...environment, PORTOLAN_DATA: dataFolder },
    // A group of its own: what a terminal sends to the test does not reach it.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const ready = heard(child, 'ready', startMs).then((said) => nodeOf(child, said));
  // Who kills a start does not wait for it to end well.
  ready.catch(() => undefined);
  return { ready, kill: () => ended(child, () => child.kill('SIGKILL')) };
}

/** Starts a node on a data folder and waits until it answers requests. */
export function startNode(options: NodeProcessOptions): Promise<NodeProcess> {
  return launchNode(options).ready;
}

function nodeOf(child: ChildProcess, ready: NodeReady): NodeProcess {
  return {
    ...ready,
    pid: child.pid as number,
    hasEnded: () => isGone(child),
    databasePid: async () => (await readPostmaster(ready.databaseFolder))?.pid,
    use() {
      child.send('use');
      return heard(child, 'use', startMs);
    },
    kill: () => ended(child, () => child.kill('SIGKILL')),
    stop: () => ended(child, () => child.disconnect()),
  };
}

async function heard<Name extends keyof NodeMessage>(
  child: ChildProcess,
  name: Name,
  withinMs: number,
): Promise<NonNullable<NodeMessage[Name]>> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(withinMs)]);
  const gone = once(child, 'exit', { signal }).then(() => {
    throw new Error(`the node ended before it said ${name}`);
  });
  try {
    const [said] = (await Promise.race([once(child, 'message', { signal }), gone])) as [NodeMessage];
    const part = said[name];
    if (!part) throw new Error(`the node said something else than ${name}`);
    return part;
  } finally {
    gone.catch(() => undefined);
    over.abort();
  }
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  if (isGone(child)) return;
  const exit = once(child, 'exit', { signal: AbortSignal.timeout(stopMs) });
  end();
  await exit;
}
