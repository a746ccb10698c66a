import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ok, type Result, refused } from '@portolan/kernel';
import type { PostgresBinaries } from './binaries.ts';
import { commandAs, type Identity } from './identity.ts';
import { clusterFolder, failure, logFile } from './initialize.ts';
import { ownFile } from './places.ts';
import { isAlive, type Postmaster, readPostmaster } from './postmaster.ts';
import { serverEnvironment } from './run.ts';
import { hostAccess, type Listen, serverSettings } from './settings.ts';
import { waitUntil } from './wait-until.ts';

export interface ServerPlace {
  readonly folder: string;
  readonly binaries: PostgresBinaries;
  readonly identity: Identity;
}

/** Addresses of unix sockets end at 107 bytes (sun_path); PostgreSQL adds '/.s.PGSQL.5432.lock'. */
const longestSocketFolder = 80;
const recoveryMs = 10 * 60_000;
const largestLog = 8 * 1024 * 1024;
/** A killed server's helpers need a moment to notice; until then the new one is told that memory is still in use. */
const stillInUse = /shared memory block|lock file "postmaster.pid" already exists/;
const inUseMs = 20_000;

/** How to listen: the socket's folder stands beside the data and is closed to others. */
export async function chooseListen(folder: string): Promise<Listen> {
  const run = join(folder, 'run');
  if (process.platform === 'win32' || Buffer.byteLength(run) > longestSocketFolder)
    return { kind: 'loopback', port: await freePort() };
  return { kind: 'socket', folder: run, port: 5432 };
}

/**
 * Starts the server and waits until it takes connections; after a crash that includes recovery. `meanwhile` is called while the
 * server, a process of its own, does the work.
 */
export async function startServer(
  place: ServerPlace,
  listen: Listen,
  meanwhile?: () => void,
): Promise<Result<Postmaster>> {
  await writeConfiguration(place, listen);
  const deadline = performance.now() + inUseMs;
  for (;;) {
    const started = await launch(place, meanwhile);
    if (started.ok || performance.now() > deadline) return started;
    if (!stillInUse.test(await logTail(place.folder))) return started;
    await waitUntil(() => undefined, 200);
  }
}

async function writeConfiguration({ folder, identity }: ServerPlace, listen: Listen): Promise<void> {
  const data = clusterFolder(folder);
  const files = { 'postgresql.conf': serverSettings(listen), 'pg_hba.conf': hostAccess };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(data, name), text, { mode: 0o600 });
    await ownFile(join(data, name), identity);
  }
  if (listen.kind === 'socket') {
    await mkdir(listen.folder, { recursive: true, mode: 0o700 });
    await ownFile(listen.folder, identity);
  }
}

async function launch(
  { folder, binaries, identity }: ServerPlace,
  meanwhile: () => void = () => undefined,
): Promise<Result<Postmaster>> {
  await rotateLog(folder);
  const { file, args, ...user } = commandAs(identity, binaries.postgres, ['-D', clusterFolder(folder)]);
  const log = openSync(logFile(folder), 'a', 0o600);
  // Detached: Ctrl-C reaches the node alone, which then stops the server in good order.
  const options = { ...user, cwd: folder, env: serverEnvironment(), detached: true };
  const child = spawn(file, args, { ...options, stdio: ['ignore', log, log] });
  closeSync(log);
  child.once('spawn', meanwhile);
  const ended = new Promise<'ended'>((resolve) => {
    child.on('error', () => resolve('ended'));
    child.on('exit', () => resolve('ended'));
  });
  const ready = waitUntil(() => readyPostmaster(folder, child.pid), recoveryMs);
  const outcome = await Promise.race([ready, ended]);
  child.unref();
  if (outcome === undefined || outcome === 'ended') return refused(failure(await logTail(folder), folder));
  return ok(outcome);
}

async function readyPostmaster(
  folder: string,
  pid: number | undefined,
): Promise<Postmaster | 'ended' | undefined> {
  const postmaster = await readPostmaster(clusterFolder(folder));
  if (pid === undefined || !isAlive(pid)) return 'ended';
  return postmaster?.pid === pid && postmaster.status === 'ready' ? postmaster : undefined;
}

async function logTail(folder: string): Promise<string> {
  const text = await readFile(logFile(folder), 'utf8').catch(() => '');
  return text.slice(-2000);
}

async function rotateLog(folder: string): Promise<void> {
  const file = logFile(folder);
  const size = await stat(file).then(
    (state) => state.size,
    () => 0,
  );
  if (size < largestLog) return;
  await rm(`${file}.1`, { force: true });
  await rename(file, `${file}.1`);
}

function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.on('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}
