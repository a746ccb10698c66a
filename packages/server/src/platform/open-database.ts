import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result, refused } from '@portolan/kernel';
import { Client } from 'pg';
import { ensureDatabase, startCluster } from '../postgres/cluster.ts';
import { nodeCatalogue } from './catalogue.ts';
import type { Closers } from './closers.ts';
import type { NodeConfig } from './config.ts';
import { takeNodeLock } from './node-lock.ts';

export interface OpenDatabase {
  readonly url: string;
  /** Taken over from a node that was killed. */
  readonly adopted: boolean;
}

/** The database of DATABASE_URL, or the embedded one of the data folder. What was started goes to `closers`; `meanwhile`
 * is called while the embedded one starts. */
export async function openDatabase(
  config: NodeConfig,
  closers: Closers,
  progress: (step: string) => void,
  meanwhile?: () => void,
): Promise<Result<OpenDatabase>> {
  const folder = await prepareFolder(config.dataFolder);
  if (!folder.ok) return folder;
  if (config.databaseUrl !== undefined) return reachDatabase(config.databaseUrl);
  return openEmbedded(config.dataFolder, closers, progress, meanwhile);
}

async function openEmbedded(
  dataFolder: string,
  closers: Closers,
  progress: (step: string) => void,
  meanwhile?: () => void,
): Promise<Result<OpenDatabase>> {
  const cluster = await startCluster({
    folder: join(dataFolder, 'database'),
    progress,
    ...(meanwhile ? { meanwhile } : {}),
  });
  if (!cluster.ok) return cluster;
  const url = await ensureDatabase(cluster.value, 'portolan');
  const lock = await takeNodeLock(url, dataFolder);
  if (!lock.ok) {
    await cluster.value.leave();
    return lock;
  }
  closers.add(() => cluster.value.stop());
  closers.add(() => lock.value.release());
  return ok({ url, adopted: cluster.value.adopted });
}

async function reachDatabase(url: string): Promise<Result<OpenDatabase>> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
    return ok({ url, adopted: false });
  } catch (error) {
    // The message of a failed connection may hold the address, never the password; the code is enough.
    const reason = (error as { code?: string }).code ?? 'no connection';
    return refused(nodeCatalogue.refuse('NODE_DATABASE_UNREACHABLE', { params: { reason } }));
  }
}

async function prepareFolder(folder: string): Promise<Result<void>> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(undefined);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return refused(nodeCatalogue.refuse('NODE_DATA_FOLDER', { params: { folder, reason } }));
  }
}
