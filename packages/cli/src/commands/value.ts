import { computeValue, parseValueInput } from '@portolan/tariff';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withJsonFlag } from '../node/flags.ts';
import { outcomeOf } from '../outcome.ts';
import { report, reportFailure } from '../output/report.ts';
import { openShelf, type ShelfFlags, withShelfFlag } from '../tariff/shelf.ts';
import { valueLines } from '../tariff/value-text.ts';

const examples = `
Needs no node. Rates of exchange are imported: portolan tariff import rates.csv --kind exchange-rates --name … --source …

Examples:
  portolan value examples/tariff/value.json
  portolan value examples/tariff/value.json --json

Exit codes: 0 done, 1 refused, 2 wrong usage.`;

/** `portolan value`: the customs value of a sale as a worksheet, without any node. */
export function valueCommand(io: Io): Command {
  const command = new Command('value')
    .description(
      'Work out the customs value of a sale: price, additions, deductions, currency, whole dollars',
    )
    .argument(
      '<file>',
      'JSON with the sale: currency, exportDate, incoterm, lines, adjustments, relationship',
    )
    .addHelpText('after', examples)
    .action(async (file: string, flags: ShelfFlags) => {
      io.exitCode = await runValue(io, file, flags);
    });
  return withJsonFlag(withShelfFlag(command));
}

async function runValue(io: Io, file: string, flags: ShelfFlags): Promise<number> {
  const value = await readJsonObject(file, 'a sale to value');
  if (!value.ok) return reportFailure(io, flags, value);
  const input = outcomeOf(parseValueInput(value.value));
  if (!input.ok) return reportFailure(io, flags, input);
  const shelf = await openShelf(io, flags);
  if (!shelf.ok) return reportFailure(io, flags, shelf);
  const { knownAt = io.now() } = input.value;
  const worksheet = outcomeOf(computeValue({ ...input.value, knownAt }, shelf.value.reference));
  if (!worksheet.ok) return reportFailure(io, flags, worksheet);
  report(io, flags, worksheet.value, valueLines(worksheet.value));
  return exitCodes.ok;
}
