import { listTariffData, type TariffDataView } from '@portolan/contract';
import { dataAtHand, importedView } from '@portolan/server/tariff';
import { Command } from 'commander';
import { administer } from '../administer.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { done } from '../outcome.ts';
import { report, reportFailure } from '../output/report.ts';
import { table } from '../output/table.ts';
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
      const place = placeOf(io, flags);
      if (place === 'organization') io.exitCode = await listAtNode(io, flags);
      else if (place === 'node') await listForAll(io, flags);
      else io.exitCode = await listHere(io, flags);
    });
  return withPlaceFlags(command);
}

async function listHere(io: Io, flags: PlaceFlags): Promise<number> {
  const shelf = await openShelf(io, flags);
  if (!shelf.ok) return reportFailure(io, flags, shelf);
  const items = dataAtHand(shelf.value);
  report(io, flags, { items }, listText(items));
  return exitCodes.ok;
}

function listAtNode(io: Io, flags: PlaceFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const list = await node.call(listTariffData);
    if (!list.ok) return list;
    report(io, flags, list.value, listText(list.value.items));
    return done(exitCodes.ok);
  });
}

async function listForAll(io: Io, flags: PlaceFlags): Promise<void> {
  const { listNodeData } = await import('@portolan/server/platform');
  await administer(io, flags, listNodeData, (items) =>
    items.length === 0 ? ['Nothing was imported for the whole node.'] : listText(items.map(importedView)),
  );
}

const columns = ['Name', 'Kind', 'From', 'Until', 'Rows', 'Certainty', 'Held by', 'Source'].map((title) => ({
  title,
  ...(title === 'Rows' ? { align: 'right' as const } : {}),
}));

function listText(items: readonly TariffDataView[]): string[] {
  return table(
    columns,
    items.map(({ name, kind, from, until, rows, certainties, holder, sources }) => [
      name,
      kind,
      from ?? '',
      until ?? '',
      String(rows),
      certainties.join(', '),
      holder,
      shortSources(sources),
    ]),
  );
}

function shortSources([first = '', ...others]: readonly string[]): string {
  const text = first.length > 60 ? `${first.slice(0, 59)}…` : first;
  return others.length === 0 ? text : `${text} and ${others.length} more`;
}
