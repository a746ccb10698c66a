import type { Result } from '@portolan/kernel';
import { type OperatorContext, withAdministration } from '@portolan/server/platform';
import { type NodeFlags as NodePlace, readConfig } from '@portolan/server/start';
import type { Command } from 'commander';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { withJsonFlag } from './node/flags.ts';
import { outcomeOf } from './outcome.ts';
import { type OutputFlags, report, reportFailure } from './output/report.ts';

/** Where the node's data is: the operator's commands work on the database itself, not over HTTP. */
export type AdminFlags = OutputFlags & Pick<NodePlace, 'data' | 'keyFile' | 'fetchFrom'>;

export const adminHelp = `
Works on this machine's node, running or not: the folder of --data (PORTOLAN_DATA, .portolan/data), or DATABASE_URL.

Exit codes: 0 done, 1 refused, 2 wrong usage.`;

export function withAdminFlags(command: Command): Command {
  return withJsonFlag(
    command
      .option('--data <folder>', "folder with the node's data (PORTOLAN_DATA; .portolan/data)")
      .option('--key-file <file>', 'node key, where it is kept outside the data folder'),
  );
}

/** Runs an operator's command and reports what came of it. */
export async function administer<T>(
  io: Io,
  flags: AdminFlags,
  work: (context: OperatorContext) => Promise<Result<T>>,
  linesOf: (value: T) => readonly string[],
): Promise<void> {
  io.exitCode = await run(io, flags, work, linesOf);
}

async function run<T>(
  io: Io,
  flags: AdminFlags,
  work: (context: OperatorContext) => Promise<Result<T>>,
  linesOf: (value: T) => readonly string[],
): Promise<number> {
  const { data, keyFile, fetchFrom } = flags;
  const place = { ...(data && { data }), ...(keyFile && { keyFile }), ...(fetchFrom && { fetchFrom }) };
  const config = outcomeOf(readConfig(place, io.env, process.cwd()), exitCodes.usage);
  if (!config.ok) return reportFailure(io, flags, config);
  const done = outcomeOf(await withAdministration(config.value, work));
  if (!done.ok) return reportFailure(io, flags, done);
  report(io, flags, done.value ?? { ok: true }, linesOf(done.value));
  return exitCodes.ok;
}
