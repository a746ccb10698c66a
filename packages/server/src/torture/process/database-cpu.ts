import { readdir, readFile } from 'node:fs/promises';

const ticksPerSecond = 100;

/**
 * Seconds of processor time that a PostgreSQL server and its present sessions have used, as Linux counts them
 * (proc_pid_stat(5), fields 4, 14 and 15); undefined on other systems.
 */
export async function databaseCpu(serverPid: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const used = await Promise.all(pids.map((pid) => cpuOf(Number(pid), serverPid)));
  return used.reduce((sum, seconds) => sum + seconds, 0);
}

async function cpuOf(pid: number, serverPid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [, parent, , , , , , , , , , user, system] = fields.map(Number);
  if (pid !== serverPid && parent !== serverPid) return 0;
  return ((user ?? 0) + (system ?? 0)) / ticksPerSecond;
}
