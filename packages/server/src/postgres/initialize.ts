import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, type Result, refused } from '@portolan/kernel';
import { nodeCatalogue } from '../platform/catalogue.ts';
import type { PostgresBinaries } from './binaries.ts';
import { commandAs, type Identity } from './identity.ts';
import { ownFile } from './places.ts';
import { runToEnd } from './run.ts';

export const superuser = 'portolan';

/** The password of the embedded database; it never leaves the closed folder. */
export async function databasePassword(folder: string, identity: Identity): Promise<string> {
  const file = join(folder, 'password');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known.trim();
  const password = randomBytes(24).toString('base64url');
  await writeFile(file, `${password}\n`, { mode: 0o600 });
  await ownFile(file, identity);
  return password;
}

export function clusterFolder(folder: string): string {
  return join(folder, 'data');
}

export async function isInitialized(folder: string): Promise<boolean> {
  return stat(join(clusterFolder(folder), 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

/**
 * Creates the database cluster beside its place and moves it there when it is whole: what an interrupted start left
 * is thrown away by the next.
 */
export async function initialize(
  folder: string,
  binaries: PostgresBinaries,
  identity: Identity,
): Promise<Result<void>> {
  const partial = join(folder, 'data.new');
  await rm(partial, { recursive: true, force: true });
  const args = [
    `--pgdata=${partial}`,
    `--username=${superuser}`,
    `--pwfile=${join(folder, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ];
  const finished = await runToEnd(commandAs(identity, binaries.initdb, args), folder);
  if (finished.code !== 0) return refused(failure(finished.output, folder));
  await rename(partial, clusterFolder(folder));
  return ok(undefined);
}

export function logFile(folder: string): string {
  return join(folder, 'postgres.log');
}

export function failure(output: string, folder: string) {
  const reason = output.trim().split('\n').at(-1) ?? '';
  return nodeCatalogue.refuse('NODE_POSTGRES_FAILED', { params: { reason, log: logFile(folder) } });
}
