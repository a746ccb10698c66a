import { rm, stat } from 'node:fs/promises';
import { ok, type Result, refused } from '@portolan/kernel';
import { Client } from 'pg';
import { nodeCatalogue } from '../platform/catalogue.ts';
import { findBinaries } from './binaries.ts';
import { chooseIdentity, type Identity } from './identity.ts';
import { clusterFolder, databasePassword, initialize, isInitialized, superuser } from './initialize.ts';
import { isReachable, ownFolder, reachableBinaries, standInFor } from './places.ts';
import { isAlive, isPostgres, type Postmaster, postmasterFile, readPostmaster } from './postmaster.ts';
import { chooseListen, type ServerPlace, startServer } from './server.ts';
import type { Listen } from './settings.ts';
import { stopServer } from './stop-server.ts';
import { superviseServer } from './supervise.ts';
import { waitUntil } from './wait-until.ts';

export interface ClusterOptions {
  /** Absolute folder for the cluster, its password, its socket and its log. */
  readonly folder: string;
  readonly progress?: (step: string) => void;
  /** Called while the server starts, which is a process of its own: time for other work. */
  readonly meanwhile?: () => void;
  /** Leaves user namespaces out, as on a system that forbids them. */
  readonly without?: 'namespace';
  /** Where a dropped user's files stand when it can't reach `folder`. */
  readonly standIns?: string;
}

/** A running PostgreSQL of our own. */
export interface Cluster {
  readonly folder: string;
  readonly identity: Identity['kind'];
  /** Left running by a killed node and taken over. */
  readonly adopted: boolean;
  /** The server's process number; changes when the server was killed and started again. */
  pid(): number;
  /** PostgreSQL URL of a database, for `createPool`. */
  url(database: string): string;
  stop(): Promise<void>;
  /** Leaves the server running to whom it belongs, and watches it no longer. */
  leave(): Promise<void>;
}

const endingMs = 60_000;

/**
 * Starts the embedded PostgreSQL on a folder, creates the cluster when the folder is new, and takes over a server
 * that a killed node left running. While it is up, a killed server is started again.
 */
export async function startCluster(options: ClusterOptions): Promise<Result<Cluster>> {
  const progress = options.progress ?? (() => undefined);
  const place = await preparePlace(options);
  if (!place.ok) return place;
  const { folder, identity, binaries } = place.value;
  await ownFolder(folder, identity);
  const password = await databasePassword(folder, identity);

  if (!(await isInitialized(folder))) {
    progress('creating the database');
    const created = await initialize(folder, binaries, identity);
    if (!created.ok) return created;
  }
  const left = await survivor(folder);
  if (left) progress('taking over the database that an earlier node left running');
  else progress('starting the database');
  const running = left
    ? ok(left)
    : await startServer(place.value, await chooseListen(folder), options.meanwhile);
  if (!running.ok) return running;
  return ok(clusterOf(place.value, running.value, password, left !== undefined));
}

async function preparePlace({ folder, without, standIns }: ClusterOptions): Promise<Result<ServerPlace>> {
  const found = await findBinaries();
  const home = await chooseHome(folder, standInFor(folder, standIns), without);
  if (!found.ok) return found;
  if (!home.ok) return home;
  const binaries = await reachableBinaries(found.value, home.value.identity, standIns);
  return ok({ ...home.value, binaries });
}

/** A database that exists stays where it is; a new one stands where its user can reach it. */
async function chooseHome(
  folder: string,
  standIn: string,
  without?: 'namespace',
): Promise<Result<{ folder: string; identity: Identity }>> {
  const here = await ownerOf(folder);
  const there = here === undefined ? await ownerOf(standIn) : undefined;
  const identity = await chooseIdentity(here ?? there, without);
  if (!identity.ok) return identity;
  if (there !== undefined) return ok({ folder: standIn, identity: identity.value });
  if (await isReachable(folder, identity.value)) return ok({ folder, identity: identity.value });
  if (here !== undefined) return refused(unreachable(folder));
  return ok({ folder: standIn, identity: identity.value });
}

function unreachable(folder: string) {
  const reason = `the database in ${folder} lies below a folder that is closed to other users`;
  return nodeCatalogue.refuse('NODE_POSTGRES_ROOT', { params: { reason } });
}

async function ownerOf(folder: string): Promise<number | undefined> {
  return stat(clusterFolder(folder)).then(
    ({ uid }) => uid,
    () => undefined,
  );
}

/** The server that still serves the folder. One that is just starting or ending is waited for. */
async function survivor(folder: string): Promise<Postmaster | undefined> {
  const settled = await waitUntil(async () => {
    const postmaster = await readPostmaster(clusterFolder(folder));
    if (postmaster === undefined) return 'none';
    if (!isPostgres(postmaster.pid)) {
      // PostgreSQL would wait for ever for a number that another program has by now, as after a restart of a container.
      if (isAlive(postmaster.pid)) await rm(postmasterFile(clusterFolder(folder)));
      return 'none';
    }
    return postmaster.status === 'ready' ? postmaster : undefined;
  }, endingMs);
  return settled === 'none' ? undefined : settled;
}

function clusterOf(place: ServerPlace, started: Postmaster, password: string, adopted: boolean): Cluster {
  const supervised = superviseServer(started, () => startServer(place, started.listen));
  return {
    folder: place.folder,
    identity: place.identity.kind,
    adopted,
    pid: () => supervised.pid(),
    url: (database) => databaseUrl(started.listen, password, database),
    async stop() {
      await stopServer(await supervised.end(), place.folder, place.binaries);
    },
    async leave() {
      await supervised.end();
    },
  };
}

export function databaseUrl(listen: Listen, password: string, database: string): string {
  const address = `postgresql://${superuser}:${password}@localhost:${listen.port}/${database}`;
  return listen.kind === 'socket'
    ? `${address}?host=${encodeURIComponent(listen.folder)}`
    : address.replace('@localhost', '@127.0.0.1');
}

/** Creates the database when it is not there yet. `name` is ours, never a stranger's. */
export async function ensureDatabase(cluster: Cluster, name: string): Promise<string> {
  const client = new Client({ connectionString: cluster.url('postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  return cluster.url(name);
}
