import { Command } from 'commander';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { type LookUpFlags, lookUp } from '../tariff/look-up.ts';
import { withShelfFlag } from '../tariff/shelf.ts';

const examples = `
Needs no node: the newest edition comes with the command; "portolan tariff import" adds others.

Examples:
  portolan hts 0709.60                       the lines below a subheading, under their headings
  portolan hts 7326.90.86.88                 one number: path, rates, units, flags, notes
  portolan hts 7326908688 --history          the same number through every edition at hand
  portolan hts fresh mangoes --date 2026-06-12

Exit codes: 0 found, 1 nothing found, 2 wrong usage.`;

/** `portolan hts`: looks up the schedule, by number or by words. */
export function htsCommand(io: Io): Command {
  const command = new Command('hts')
    .description('Look up the tariff by number or words')
    .argument('<query...>', 'number, or words of the description')
    .addHelpText('after', examples);
  return withLookUpFlags(command).action(async (query: readonly string[], flags: LookUpFlags) => {
    io.exitCode = await lookUp(io, query.join(' '), flags);
  });
}

/** The options of a look-up. */
export function withLookUpFlags(command: Command): Command {
  return withJsonFlag(
    withShelfFlag(
      command
        .option('--date <date>', 'edition in force on this day (today)')
        .option('--edition <id>', 'this edition, whatever the day')
        .option('--history', 'one number through every edition at hand')
        .option('--limit <count>', 'at most so many lines', '25'),
    ),
  );
}
