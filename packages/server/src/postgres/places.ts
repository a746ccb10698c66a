import { createHash } from 'node:crypto';
import { chown, cp, mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { binariesIn, type PostgresBinaries } from './binaries.ts';
import type { Identity } from './identity.ts';

/** What a dropped user can't reach in its own place stands here. */
const common = '/var/lib/portolan';

/** The folder that stands in for `folder` when a dropped user can't reach that. */
export function standInFor(folder: string, standIns = common): string {
  return join(standIns, createHash('sha256').update(folder).digest('hex').slice(0, 16));
}

export async function isReachable(folder: string, identity: Identity): Promise<boolean> {
  return identity.kind !== 'dropped' || (await reaches(identity, dirname(folder)));
}

/** The programs where the identity can run them; copied once when they lie below a closed folder. */
export async function reachableBinaries(
  binaries: PostgresBinaries,
  identity: Identity,
  standIns = common,
): Promise<PostgresBinaries> {
  if (identity.kind !== 'dropped' || (await reaches(identity, binaries.folder))) return binaries;
  const copy = join(standIns, `postgres-${binaries.version}`);
  if (!(await exists(copy))) {
    const partial = `${copy}.${process.pid}`;
    await mkdir(standIns, { recursive: true, mode: 0o755 });
    await cp(binaries.folder, partial, { recursive: true, verbatimSymlinks: true });
    await rename(partial, copy).catch(() => rm(partial, { recursive: true, force: true }));
  }
  return binariesIn(copy, binaries.version);
}

/** Makes `folder` with all above it; the identity owns it, so that PostgreSQL may write there. */
export async function ownFolder(folder: string, identity: Identity): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (identity.kind === 'dropped') await giveAll(folder, identity.uid, identity.gid);
}

export async function ownFile(file: string, identity: Identity): Promise<void> {
  if (identity.kind === 'dropped') await chown(file, identity.uid, identity.gid);
}

async function giveAll(folder: string, uid: number, gid: number): Promise<void> {
  if ((await stat(folder)).uid === uid) return;
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath, entry.name), uid, gid);
}

/** Whether every folder on the way lets the user pass. */
async function reaches(user: { uid: number; gid: number }, folder: string): Promise<boolean> {
  for (let place = folder; ; place = dirname(place)) {
    const state = await stat(place).catch(() => undefined);
    if (state && !passes(state, user)) return false;
    if (place === dirname(place)) return true;
  }
}

function passes(
  state: { mode: number; uid: number; gid: number },
  { uid, gid }: { uid: number; gid: number },
): boolean {
  if (state.uid === uid) return (state.mode & 0o100) !== 0;
  if (state.gid === gid) return (state.mode & 0o010) !== 0;
  return (state.mode & 0o001) !== 0;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
