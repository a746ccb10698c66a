import { Command } from 'commander';
import type { Io } from '../io.ts';
import { type LookUpFlags, lookUp } from '../tariff/look-up.ts';
import { withLookUpFlags } from './hts.ts';
import { diffCommand } from './tariff-diff.ts';
import { importCommand } from './tariff-import.ts';
import { listCommand } from './tariff-list.ts';
import { withdrawCommand } from './tariff-withdraw.ts';

const examples = `
Examples:
  portolan tariff fresh mangoes              search; the same as "portolan hts fresh mangoes"
  portolan tariff list                       which data is at hand, its source, certainty and validity
  portolan tariff import hts_2026_rev_9.json.gz --name 2026-rev-9 --effective 2026-05-01 --published 2026-05-28 \\
      --until 2026-06-07 --source "USITC, HTS 2026 revision 9, JSON export" --certainty official
  portolan tariff diff 2025-rev-32 2026-rev-10 8471
  portolan tariff withdraw 2026-rev-9 --reason "wrong file"

Needs no node, except where a command is told to work on one.

Exit codes: 0 done, 1 refused or nothing found, 2 wrong usage, 3 node not reachable, 4 not allowed.`;

/** `portolan tariff`: the schedule's editions and all other tariff data at hand; without a subcommand, a search. */
export function tariffCommand(io: Io): Command {
  const search = withLookUpFlags(
    new Command('search')
      .description('Look up the tariff by number or words')
      .argument('<query...>', 'number, or words'),
  ).action(async (query: readonly string[], flags: LookUpFlags) => {
    io.exitCode = await lookUp(io, query.join(' '), flags);
  });
  const group = new Command('tariff')
    .description('Editions of the tariff and other data at hand: import, list, compare, search')
    .addHelpText('after', examples);
  group.addCommand(search, { isDefault: true });
  for (const command of [importCommand(io), listCommand(io), diffCommand(io), withdrawCommand(io)])
    group.addCommand(command);
  return group;
}
