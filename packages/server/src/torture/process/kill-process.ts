import { isAlive } from '../../postgres/postmaster.ts';
import { waitUntil } from '../../postgres/wait-until.ts';

const goneMs = 60_000;

/** Kills a process that this one did not start, and waits until it is gone. */
export async function killProcess(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  const gone = await waitUntil(() => (isAlive(pid) ? undefined : true), goneMs);
  if (!gone) throw new Error(`process ${pid} outlives SIGKILL`);
}
