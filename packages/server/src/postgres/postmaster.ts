import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Listen } from './settings.ts';

/** What a running server writes down of itself (postmaster.pid; src/include/utils/pidfile.h of PostgreSQL). */
export interface Postmaster {
  readonly pid: number;
  readonly listen: Listen;
  readonly status: string;
}

export function postmasterFile(dataFolder: string): string {
  return join(dataFolder, 'postmaster.pid');
}

/** Reads who serves the data folder, or undefined when nobody does or the file is half written. */
export async function readPostmaster(dataFolder: string): Promise<Postmaster | undefined> {
  const text = await readFile(postmasterFile(dataFolder), 'utf8').catch(() => '');
  const [pid = '', , , port = '', socketFolder = '', , , status = ''] = text
    .split('\n')
    .map((line) => line.trim());
  if (!/^\d+$/.test(pid) || !/^\d+$/.test(port)) return undefined;
  const listen: Listen =
    socketFolder === ''
      ? { kind: 'loopback', port: Number(port) }
      : { kind: 'socket', folder: socketFolder, port: Number(port) };
  return { pid: Number(pid), listen, status };
}

/** Whether the process lives and is a PostgreSQL: a number can have passed to another program since. */
export function isPostgres(pid: number): boolean {
  return isAlive(pid) && (process.platform === 'win32' || basename(programOf(pid)) === 'postgres');
}

/** Whether the process lives; one that ended but was not yet collected by its parent does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return processState(pid) !== 'Z';
}

function processState(pid: number): string {
  const state = readProc(pid, 'stat');
  return state.slice(state.lastIndexOf(')') + 2, state.lastIndexOf(')') + 3);
}

function programOf(pid: number): string {
  if (process.platform === 'linux') return readProc(pid, 'cmdline').split('\0')[0] ?? '';
  return spawnSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).stdout.trim();
}

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
