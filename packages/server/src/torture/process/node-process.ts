import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { isAlive, isPostgres, readPostmaster } from '../../postgres/postmaster.ts';
import { waitUntil } from '../../postgres/wait-until.ts';
import type { NodeMessage, NodeReady, NodeUse } from './messages.ts';

const main = fileURLToPath(new URL('./node-main.ts', import.meta.url));
const startMs = 120_000;
const stopMs = 60_000;

/** A node in its own process group, with its own database server. */
export interface NodeProcess extends NodeReady {
  readonly pid: number;
  use(): Promise<NodeUse>;
  /** The number of the database's server, which changes when it is started again. */
  databasePid(): Promise<number | undefined>;
  /** Ends the node as the loss of its process would: nothing is closed, the database goes on. */
  kill(): Promise<void>;
  /** Ends node and database in good order. */
  stop(): Promise<void>;
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

/** Starts a node on a data folder and waits until it answers requests. */
export async function startNode(options: NodeProcessOptions): Promise<NodeProcess> {
  const child = launchNode(options);
  const { ready } = await heard(child, 'ready', startMs);
  const databasePid = async () => (await readPostmaster(ready.databaseFolder))?.pid;
  return {
    ...ready,
    pid: child.pid as number,
    databasePid,
    async use() {
      child.send('use');
      return (await heard(child, 'use', startMs)).use;
    },
    kill: () => ended(child, () => child.kill('SIGKILL')),
    async stop() {
      await ended(child, () => child.disconnect());
      const pid = await databasePid();
      if (pid !== undefined && isPostgres(pid)) throw new Error(`the node left its database ${pid} running`);
    },
  };
}

/** Starts a node and answers at once. */
export function launchNode({ dataFolder, flags = [] }: NodeProcessOptions): ChildProcess {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['--conditions=portolan-source', '--expose-gc', ...flags, main], {
    env: { ...environment, PORTOLAN_DATA: dataFolder },
    // A group of its own: what a terminal sends to the test does not reach it.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Kills a process that isn't the node's own and waits until it is gone. */
export async function killProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  const gone = await waitUntil(() => (isAlive(pid) ? undefined : true), stopMs);
  if (!gone) throw new Error(`process ${pid} outlives SIGKILL`);
}

async function heard<Name extends keyof NodeMessage>(
  child: ChildProcess,
  name: Name,
  withinMs: number,
): Promise<Required<Pick<NodeMessage, Name>>> {
  const signal = AbortSignal.timeout(withinMs);
  const exit = once(child, 'exit', { signal }).then(() => {
    throw new Error(`the node ended before it said ${name}`);
  });
  const message = once(child, 'message', { signal });
  const [said] = (await Promise.race([message, exit])) as [NodeMessage];
  if (said[name] === undefined) throw new Error(`the node said something else than ${name}`);
  return said as Required<Pick<NodeMessage, Name>>;
}

async function ended(child: ChildProcess, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit', { signal: AbortSignal.timeout(stopMs) });
  end();
  await exit;
}
