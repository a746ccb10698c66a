import type { EditionChange } from '@portolan/contract';
import { changesOf, editionNamed } from '@portolan/server/tariff';
import { diffEditions } from '@portolan/tariff';
import { Command, Option } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { outcomeOf, refuse } from '../outcome.ts';
import { counted, tariffNumber } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { changeText } from '../tariff/history-text.ts';
import { openShelf, type ShelfFlags, withShelfFlag } from '../tariff/shelf.ts';

const examples = `
Examples:
  portolan tariff diff 2025-rev-32 2026-rev-10
  portolan tariff diff 2025-rev-32 2026-rev-10 8471 --change changed
  portolan tariff diff 2025-rev-32 2026-rev-10 --json

Exit codes: 0 compared, 1 an edition is not at hand, 2 wrong usage.`;

interface DiffFlags extends ShelfFlags {
  readonly change?: EditionChange['change'];
  readonly limit: string;
}

/** `portolan tariff diff`: lines added, ended and changed between two editions at hand. */
export function diffCommand(io: Io): Command {
  const command = new Command('diff')
    .description('Lines added, ended and changed between two editions')
    .argument('<from>', 'edition, see "portolan tariff list"')
    .argument('<to>', 'the later edition')
    .argument('[number]', 'only numbers that begin so', '')
    .addOption(new Option('--change <kind>', 'only these').choices(['added', 'ended', 'changed']))
    .option('--limit <count>', 'print at most so many; JSON has all', '100')
    .addHelpText('after', examples)
    .action(async (from: string, to: string, number: string, flags: DiffFlags) => {
      io.exitCode = await runDiff(io, { from, to, number }, flags);
    });
  return withJsonFlag(withShelfFlag(command));
}

async function runDiff(
  io: Io,
  asked: { from: string; to: string; number: string },
  flags: DiffFlags,
): Promise<number> {
  const limit = Number(flags.limit);
  if (!Number.isSafeInteger(limit) || limit < 1) {
    const params = { option: '--limit', value: flags.limit, expected: 'a whole number above zero' };
    return reportFailure(io, flags, refuse('CLI_OPTION_INVALID', params, exitCodes.usage));
  }
  const shelf = await openShelf(io, flags);
  if (!shelf.ok) return reportFailure(io, flags, shelf);
  const { reference } = shelf.value;
  const from = outcomeOf(editionNamed(reference, asked.from, '/from'));
  const to = outcomeOf(editionNamed(reference, asked.to, '/to'));
  if (!from.ok) return reportFailure(io, flags, from);
  if (!to.ok) return reportFailure(io, flags, to);
  const digits = asked.number.replaceAll('.', '');
  const items = changesOf(diffEditions(from.value, to.value), reference.concordance)
    .filter(({ hts }) => hts.startsWith(digits))
    .filter(({ change }) => flags.change === undefined || change === flags.change);
  report(io, flags, { from: asked.from, to: asked.to, items }, diffText(asked, items, limit));
  return exitCodes.ok;
}

function diffText(
  { from, to }: { from: string; to: string },
  items: readonly EditionChange[],
  limit: number,
): string[] {
  const count = (kind: EditionChange['change']) => items.filter(({ change }) => change === kind).length;
  return [
    `From ${from} to ${to}: ${counted(count('added'), 'line')} added, ${count('ended')} ended, ${count('changed')} changed.`,
    ...items
      .slice(0, limit)
      .flatMap(({ hts, change, description, changes, became }) => [
        '',
        `${tariffNumber(hts)}  ${change}`,
        `  ${description}`,
        ...(became.length > 0 ? [`  became ${became.map(tariffNumber).join(', ')}`] : []),
        ...changes.map((each) => `  ${changeText(each)}`),
      ]),
    ...(items.length > limit ? ['', `… and ${items.length - limit} more: --limit ${items.length}`] : []),
  ];
}
