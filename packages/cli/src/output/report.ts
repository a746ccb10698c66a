import type { Io } from '../io.ts';
import type { Failure } from '../outcome.ts';
import { refusalLines } from './refusals.ts';

export interface OutputFlags {
  readonly json?: boolean;
}

/** Writes the value for machines (`--json`) or the lines for people. */
export function report(io: Io, { json }: OutputFlags, value: unknown, lines: readonly string[]): void {
  io.out(json ? JSON.stringify(value, null, 2) : lines.join('\n'));
}

/** Writes why a command failed, and answers the exit code: refusals to the error stream, for machines to the output. */
export function reportFailure(io: Io, { json }: OutputFlags, failure: Failure): number {
  const { refusals, exitCode } = failure;
  if (json) io.out(JSON.stringify({ refusals }, null, 2));
  else io.error(refusalLines(refusals).join('\n'));
  return exitCode;
}
