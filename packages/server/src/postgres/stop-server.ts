import type { PostgresBinaries } from './binaries.ts';
import { clusterFolder } from './initialize.ts';
import { isAlive } from './postmaster.ts';
import { runToEnd } from './run.ts';
import { waitUntil } from './wait-until.ts';

const fastMs = 30_000;
const immediateMs = 10_000;

/** Fast shutdown: sessions end, everything is written, nothing keeps running. Immediate when that hangs. */
export async function stopServer(pid: number, folder: string, binaries: PostgresBinaries): Promise<void> {
  await signal(pid, 'SIGINT', folder, binaries);
  if (await hasEnded(pid, fastMs)) return;
  await signal(pid, 'SIGQUIT', folder, binaries);
  if (await hasEnded(pid, immediateMs)) return;
  throw new Error(`the PostgreSQL server ${pid} does not stop`);
}

async function hasEnded(pid: number, withinMs: number): Promise<boolean> {
  return (await waitUntil(() => (isAlive(pid) ? undefined : true), withinMs)) === true;
}

/** The postmaster's signals: SIGINT is "fast", SIGQUIT "immediate". Windows has none; there pg_ctl says the same. */
async function signal(
  pid: number,
  name: 'SIGINT' | 'SIGQUIT',
  folder: string,
  binaries: PostgresBinaries,
): Promise<void> {
  if (process.platform === 'win32') {
    const mode = name === 'SIGINT' ? 'fast' : 'immediate';
    await runToEnd(
      { file: binaries.pgCtl, args: ['stop', '-W', '-m', mode, '-D', clusterFolder(folder)] },
      folder,
    );
    return;
  }
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
