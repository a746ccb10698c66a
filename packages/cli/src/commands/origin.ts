import { originWorksheet, parseOriginInput } from '@portolan/tariff';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { outcomeOf } from '../outcome.ts';
import { report, reportFailure } from '../output/report.ts';
import { isUndetermined, originLines } from '../tariff/origin-text.ts';
import { openShelf, type ShelfFlags, withShelfFlag } from '../tariff/shelf.ts';

const examples = `
Needs no node. The four kinds are asked and answered apart: "preference", "marking", "transformation", "melt".

Examples:
  portolan origin examples/tariff/origin.json
  portolan origin examples/tariff/origin.json --json

Exit codes: 0 answered, 1 refused, 2 wrong usage, 5 something needed to be sure is not at hand.`;

/** `portolan origin`: origin in its four kinds as a worksheet, without any node. */
export function originCommand(io: Io): Command {
  const command = new Command('origin')
    .description(
      'Work out origin: preference, marking, substantial transformation, melt and smelt, each apart',
    )
    .argument('<file>', 'JSON with what is asked of each kind')
    .addHelpText('after', examples)
    .action(async (file: string, flags: ShelfFlags) => {
      io.exitCode = await runOrigin(io, file, flags);
    });
  return withJsonFlag(withShelfFlag(command));
}

async function runOrigin(io: Io, file: string, flags: ShelfFlags): Promise<number> {
  const value = await readJsonObject(file, 'a question of origin');
  if (!value.ok) return reportFailure(io, flags, value);
  const input = outcomeOf(parseOriginInput(value.value));
  if (!input.ok) return reportFailure(io, flags, input);
  const shelf = await openShelf(io, flags);
  if (!shelf.ok) return reportFailure(io, flags, shelf);
  const worksheet = outcomeOf(originWorksheet(input.value, shelf.value.reference));
  if (!worksheet.ok) return reportFailure(io, flags, worksheet);
  report(io, flags, worksheet.value, originLines(worksheet.value));
  return isUndetermined(worksheet.value) ? exitCodes.incomplete : exitCodes.ok;
}
