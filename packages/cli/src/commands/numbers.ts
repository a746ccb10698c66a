import { type EntryNumberBank, getEntryNumbers, setEntryNumbers, voidEntryNumbers } from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome } from '../outcome.ts';
import { when } from '../output/format.ts';
import { report } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

const examples = `
Examples:
  portolan numbers show --as broker
  portolan numbers show ZZ9-0000103-5 --as broker
  portolan numbers range --first 10000 --last 19999 --next 12500 --warn-below 200 --as broker
  portolan numbers void 12480 --count 3 --reason "used on paper" --as broker

${exitCodesHelp}`;

interface NumberFlags extends NodeFlags {
  readonly first?: string;
  readonly last?: string;
  readonly next?: string;
  readonly warnBelow?: string;
  readonly count?: string;
  readonly reason?: string;
}

/** `portolan numbers`: the bank of entry numbers of a filer. */
export function numbersCommand(io: Io): Command {
  const command = new Command('numbers').description(
    'Entry numbers of a filer: the series, what is used, free and void',
  );
  const sub = (name: string, description: string) =>
    withNodeFlags(command.command(name).description(description));
  sub('show', 'the series, and the numbers that are held or void')
    .argument('[words]', 'a number, or words of the entry')
    .action(async (q: string | undefined, flags: NumberFlags) => {
      io.exitCode = await withNode(io, flags, async (node) =>
        show(io, flags, await node.call(getEntryNumbers, { query: { q, limit: 100 } })),
      );
    });
  sub('range', 'set the range and the next number')
    .requiredOption('--first <serial>', 'first serial, 1 to 9999999')
    .requiredOption('--last <serial>', 'last serial')
    .option('--next <serial>', 'next serial')
    .option('--warn-below <count>', 'warn when fewer are free')
    .action(async (flags: NumberFlags) => {
      const body = {
        ...{ first: Number(flags.first), last: Number(flags.last) },
        ...(flags.next === undefined ? {} : { next: Number(flags.next) }),
        ...(flags.warnBelow === undefined ? {} : { warnBelow: Number(flags.warnBelow) }),
      };
      io.exitCode = await withNode(io, flags, async (node) =>
        show(io, flags, await node.call(setEntryNumbers, { body })),
      );
    });
  sub('void', 'void numbers that were spoiled or used elsewhere')
    .argument('<number>', 'the first one: whole, or its serial')
    .option('--count <count>', 'how many', '1')
    .requiredOption('--reason <text>', 'why')
    .action(async (number: string, flags: NumberFlags) => {
      const body = { number, count: Number(flags.count), reason: flags.reason ?? '' };
      io.exitCode = await withNode(io, flags, async (node) =>
        show(io, flags, await node.call(voidEntryNumbers, { body })),
      );
    });
  return command.addHelpText('after', examples);
}

function show(io: Io, flags: NodeFlags, bank: Outcome<EntryNumberBank>): Outcome<number> {
  if (!bank.ok) return bank;
  const { first, last, next, used, free, voided, low, warnBelow, numbers } = bank.value;
  report(io, flags, bank.value, [
    ...facts([
      ['Range', `${first} to ${last}`],
      ['Next', next ?? 'none: the series is at its end'],
      ['Used', String(used)],
      ['Free', `${free}${low ? ` (low: fewer than ${warnBelow})` : ''}`],
      ['Void', String(voided)],
    ]),
    '',
    ...table(
      [{ title: 'Number' }, { title: 'State' }, { title: 'For' }, { title: 'When' }],
      numbers.map(({ number, state, about, at }) => [number, state, about.slice(0, 60), when(at)]),
    ),
  ]);
  return done(exitCodes.ok);
}
