import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
let home: string;
let started: ChildProcess[] = [];

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'portolan-start-'));
});
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started = [];
});
after(() => rm(home, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  /** All that it has written so far. */
  said(): string;
  readonly ended: Promise<number | null>;
}

function portolanStart(...flags: string[]): Started {
  const args = ['--conditions=portolan-source', main, 'start', ...flags];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => (text += part.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, said: () => text, ended };
}

/** Waits until the node says how to stop it, and answers the portal's address. */
async function ready({ child, said, ended }: Started): Promise<string> {
  while (!said().includes('Stop with Ctrl-C')) {
    const code = await Promise.race([
      once(child.stdout as NodeJS.ReadableStream, 'data').then(() => undefined),
      ended,
    ]);
    assert.equal(code, undefined, said());
  }
  return /^Portal {2}(\S+)$/m.exec(said())?.[1] ?? '';
}

/** The database's process of a data folder; undefined when none runs. */
async function databaseOf(data: string): Promise<number | undefined> {
  const file = join(data, 'database', 'data', 'postmaster.pid');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Number(text.split('\n')[0]);
}

test('a node starts, says how to sign in as each sample member, stops on Ctrl-C, and leaves nothing running', async () => {
  const data = join(home, 'first');
  const node = portolanStart('--data', data, '--port', '0');
  const url = await ready(node);
  for (const step of ['creating the database', 'starting the database', 'preparing the tables: platform'])
    assert.match(node.said(), new RegExp(`  ${step} … \\d+\\.\\d s\\n`));
  assert.match(node.said(), /^ready in \d+\.\d s$/m);
  assert.match(node.said(), /Sample Meridian Customs Brokers LLC: Sample Entry Writer \(filer\)/);
  assert.match(node.said(), /Note {4}Sample: the node key lies in the data folder/);
  assert.equal((await fetch(`${url}/health`)).status, 200);
  assert.ok((await databaseOf(data)) !== undefined);

  // From the terminal, and once more from npm.
  node.child.kill('SIGINT');
  node.child.kill('SIGINT');
  assert.equal(await node.ended, 0);
  assert.equal(await databaseOf(data), undefined);
  assert.match(node.said(), /stopping … \d/);
  await assert.rejects(fetch(`${url}/health`));

  const again = portolanStart('--data', data, '--port', '0');
  await ready(again);
  assert.doesNotMatch(again.said(), /creating the database|seats/);
  again.child.kill('SIGTERM');
  assert.equal(await again.ended, 0);
});

test('a node stops in good order when whoever started it has died', async () => {
  const data = join(home, 'orphan');
  const node = portolanStart('--data', data, '--port', '0', '--empty');
  await ready(node);
  assert.match(node.said(), /Nobody has a seat here yet/);
  node.child.disconnect();
  assert.equal(await node.ended, 0);
  assert.equal(await databaseOf(data), undefined);
});

test('a killed node leaves its database to the next start', async () => {
  const data = join(home, 'killed');
  const first = portolanStart('--data', data, '--port', '0', '--empty');
  await ready(first);
  const database = await databaseOf(data);
  first.child.kill('SIGKILL');
  await first.ended;
  const next = portolanStart('--data', data, '--port', '0', '--empty');
  await ready(next);
  assert.match(next.said(), /taking over the database that an earlier node left running/);
  assert.equal(await databaseOf(data), database);
  next.child.kill('SIGINT');
  assert.equal(await next.ended, 0);
  assert.equal(await databaseOf(data), undefined);
});

test('what is refused is said with its code and how to mend it', async () => {
  const wrong = portolanStart('--data', join(home, 'x'), '--port', 'abc');
  assert.equal(await wrong.ended, 1);
  assert.match(wrong.said(), /"abc" of --port .*\n {2}Correct the flag.*\n {2}\(NODE_FLAG_INVALID\)/);

  const first = portolanStart('--data', join(home, 'busy'), '--port', '0', '--empty');
  const { port } = new URL(await ready(first));
  const second = portolanStart('--data', join(home, 'other'), '--port', port);
  assert.equal(await second.ended, 1);
  assert.match(second.said(), /Port \d+ on 127\.0\.0\.1 is already in use[\s\S]*NODE_PORT_BUSY/);
  const third = portolanStart('--data', join(home, 'busy'), '--port', '0');
  assert.equal(await third.ended, 1);
  assert.match(third.said(), /NODE_ALREADY_RUNNING/);
  assert.equal((await fetch(`http://127.0.0.1:${port}/health`)).status, 200);
  first.child.kill('SIGINT');
  assert.equal(await first.ended, 0);
});
