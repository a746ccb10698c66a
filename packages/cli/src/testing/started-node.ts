import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

/** A node in a process of its own, started by its command line as an operator would. */
export interface StartedNode {
  /** Ends it as the loss of its process would: nothing is closed, its database goes on. */
  kill(): Promise<void>;
  /** Starts it again on the same command line. */
  start(): Promise<void>;
  /** Ends node and database in good order. */
  stop(): Promise<void>;
}

/** Nodes that run, to be ended even when a test fails before it ends them. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Runs `portolan start …` and waits until it answers requests. */
export async function startedNode(args: readonly string[]): Promise<StartedNode> {
  let child = await spawned(args);
  return {
    kill: () => ended(child, 'SIGKILL'),
    async start() {
      child = await spawned(args);
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) return ended(child, 'SIGINT');
      endDatabase(args);
    },
  };
}

async function spawned(args: readonly string[]): Promise<ChildProcess> {
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['--conditions=portolan-source', main, ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (said += part.toString()));
  const gone = once(child, 'exit').then(() => {
    throw new Error(`the node ended: ${said}`);
  });
  gone.catch(() => undefined);
  while (!said.includes('Stop with Ctrl-C')) await Promise.race([once(child.stdout as never, 'data'), gone]);
  return child;
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
}

/** Ends the database that a killed node has left running. */
function endDatabase(args: readonly string[]): void {
  const folder = args[args.indexOf('--data') + 1] ?? '';
  try {
    const [pid] = readFileSync(`${folder}/database/data/postmaster.pid`, 'utf8').split('\n');
    process.kill(Number(pid), 'SIGQUIT');
  } catch {
    // None runs.
  }
}
