import { dataAtHand } from '@portolan/server/tariff';
import { Command } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { report, reportFailure } from '../output/report.ts';
import { listText } from '../tariff/data-text.ts';
import { type PlaceFlags, placeHelp, placeOf, withPlaceFlags } from '../tariff/place.ts';
import { openShelf } from '../tariff/shelf.ts';

const examples = `
Examples:
  portolan tariff list
  portolan tariff list --as broker --json
${placeHelp}`;

/** `portolan tariff list`: which data is computed with, its source, certainty and validity. */
export function listCommand(io: Io): Command {
  const command = new Command('list')
    .description('Which tariff data is at hand, its source, certainty and validity')
    .addHelpText('after', examples)
    .action(async (flags: PlaceFlags) => {
      io.exitCode = await runList(io, flags);
    });
  return withPlaceFlags(command);
}

/** What speaks to a node is loaded only when a node is meant. */
async function runList(io: Io, flags: PlaceFlags): Promise<number> {
  const place = placeOf(io, flags);
  if (place === 'machine') return listHere(io, flags);
  const { listAtNode, listForAll } = await import('../tariff/at-node.ts');
  return place === 'node' ? listForAll(io, flags) : listAtNode(io, flags);
}

async function listHere(io: Io, flags: PlaceFlags): Promise<number> {
  const shelf = await openShelf(io, flags);
  if (!shelf.ok) return reportFailure(io, flags, shelf);
  const items = dataAtHand(shelf.value);
  report(io, flags, { items }, listText(items));
  return exitCodes.ok;
}
