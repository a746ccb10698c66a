import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import type { Command } from './identity.ts';

/** The environment PostgreSQL gets: no HOME, which a dropped user may not enter, and no PG… variables of ours. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot } = process.env;
  return { PATH, ...(SystemRoot ? { SystemRoot } : {}), LC_ALL: 'C', TZ: 'UTC', TMPDIR: tmpdir() };
}

export interface Finished {
  readonly code: number;
  readonly output: string;
}

const keptOutput = 4000;

/** Runs a command to its end and answers its exit code with the last of what it wrote. */
export function runToEnd(command: Command, cwd: string): Promise<Finished> {
  const { promise, resolve } = Promise.withResolvers<Finished>();
  const { file, args, ...identity } = command;
  const child = spawn(file, args, {
    ...identity,
    cwd,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (text: Buffer) => {
    output = (output + text.toString('utf8')).slice(-keptOutput);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.on('error', (error) => resolve({ code: 127, output: error.message }));
  child.on('close', (code) => resolve({ code: code ?? 1, output }));
  return promise;
}
