import { readdir, readFile } from 'node:fs/promises';

const ticksPerSecond = 100;

/**
 * Seconds of processor time that a PostgreSQL server and its sessions have used, ended ones included, as Linux counts them
 * (proc_pid_stat(5), fields 4 and 14 to 17); undefined on other systems.
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
  const [, parent, , , , , , , , , , user = 0, system = 0, endedUser = 0, endedSystem = 0] =
    fields.map(Number);
  if (pid === serverPid) return (user + system + endedUser + endedSystem) / ticksPerSecond;
  return parent === serverPid ? (user + system) / ticksPerSecond : 0;
}
