import { instant } from '@portolan/kernel';
import type { Io } from '../io.ts';
import { run } from '../program.ts';

export interface Ran {
  readonly exitCode: number;
  readonly out: string;
  readonly error: string;
  /** The output, read as JSON. */
  json<T = unknown>(): T;
}

/** Runs a command line in this process and keeps what it writes. */
export async function runPortolan(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
  now = '2026-06-12T16:00:00Z',
): Promise<Ran> {
  const out: string[] = [];
  const error: string[] = [];
  const io: Io = {
    out: (text) => out.push(text),
    error: (text) => error.push(text),
    env,
    now: () => instant(now),
    exitCode: 0,
  };
  const exitCode = await run(args, io);
  const text = out.join('\n');
  return { exitCode, out: text, error: error.join('\n'), json: () => JSON.parse(text) };
}
