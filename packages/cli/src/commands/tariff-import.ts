import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { importTariffData, type TariffDataView } from '@portolan/contract';
import {
  certainties,
  dataKinds,
  type ImportFields,
  importedView,
  type ShelfItem,
} from '@portolan/server/tariff';
import { Command, Option } from 'commander';
import { administer } from '../administer.ts';
import { exitCodes } from '../exit-codes.ts';
import { readBytes } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { done } from '../outcome.ts';
import { report, reportFailure } from '../output/report.ts';
import { facts } from '../output/table.ts';
import { type PlaceFlags, placeHelp, placeOf, withPlaceFlags } from '../tariff/place.ts';
import { importInto, shelfFolder } from '../tariff/shelf.ts';

const examples = `
Examples:
  portolan tariff import hts_2026_rev_9.json.gz --name 2026-rev-9 --effective 2026-05-01 --published 2026-05-28 \\
      --until 2026-06-07 --source "USITC, HTS 2026 revision 9, JSON export" --certainty official
  portolan tariff import examples/tariff/exchange-rates.csv --kind exchange-rates --name sample-2026-q2 \\
      --source "invented for the example" --as broker
${placeHelp}

Exit codes: 0 imported, 1 refused, 2 wrong usage, 3 node not reachable, 4 not allowed.`;

interface ImportFlags extends PlaceFlags {
  readonly name: string;
  readonly kind: string;
  readonly effective?: string;
  readonly until?: string;
  readonly published?: string;
  readonly unknownAfter?: string;
  readonly source: string;
  readonly certainty: string;
}

/** `portolan tariff import`: adds an edition or other data, to this machine, an organization at a node, or a whole node. */
export function importCommand(io: Io): Command {
  const command = new Command('import')
    .description('Import an official export of the schedule, or other tariff data')
    .argument(
      '<file>',
      'export of the schedule or list of cases in JSON, rates of exchange in CSV; plain or gzip',
    )
    .requiredOption('--name <name>', 'short name, used up for ever, such as 2026-rev-9')
    .addOption(new Option('--kind <kind>', 'what the file holds').choices(dataKinds).default('edition'))
    .option('--effective <date>', 'editions: first day on which it holds')
    .option('--until <date>', 'editions: last day on which it is known to hold')
    .option('--published <date>', 'editions: day of publication (first day on which it holds)')
    .option('--unknown-after <words>', 'what is unknown after the last day')
    .requiredOption('--source <words>', 'who published it, and where it was taken from')
    .addOption(
      new Option('--certainty <certainty>', 'how sure it is').choices(certainties).default('unverified'),
    )
    .addHelpText('after', examples)
    .action(async (file: string, flags: ImportFlags) => {
      await runImport(io, file, flags);
    });
  return withPlaceFlags(command);
}

async function runImport(io: Io, file: string, flags: ImportFlags): Promise<void> {
  const place = placeOf(io, flags);
  if (place === 'organization') io.exitCode = await importAtNode(io, file, flags);
  else if (place === 'node') await importForAll(io, file, flags);
  else io.exitCode = await importHere(io, file, flags);
}

async function importHere(io: Io, file: string, flags: ImportFlags): Promise<number> {
  const item = await importInto(shelfFolder(io, flags), fieldsOf(flags), file, io.now());
  if (!item.ok) return reportFailure(io, flags, item);
  const view = importedView(item.value);
  report(io, flags, view, importedText(view, `this machine (${shelfFolder(io, flags)})`));
  return exitCodes.ok;
}

async function importAtNode(io: Io, file: string, flags: ImportFlags): Promise<number> {
  const bytes = await readBytes(file);
  if (!bytes.ok) return reportFailure(io, flags, bytes);
  return withNode(io, flags, async (node) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fieldsOf(flags))) if (value) form.set(name, value);
    // The export of a whole schedule is packed: a node takes no file larger than 5 MB.
    const packed = bytes.value[0] === 0x1f ? bytes.value : gzipSync(bytes.value);
    form.set('file', new Blob([new Uint8Array(packed)]), basename(file));
    const view = await node.call(importTariffData, { form });
    if (!view.ok) return view;
    report(io, flags, view.value, importedText(view.value, 'your organization at the node'));
    return done(exitCodes.ok);
  });
}

async function importForAll(io: Io, file: string, flags: ImportFlags): Promise<void> {
  const bytes = await readBytes(file);
  if (!bytes.ok) {
    io.exitCode = reportFailure(io, flags, bytes);
    return;
  }
  const { importForNode } = await import('@portolan/server/platform');
  await administer(
    io,
    flags,
    (context) => importForNode(context, fieldsOf(flags), { name: basename(file), bytes: bytes.value }),
    (item: ShelfItem) => importedText(importedView(item), 'every organization on the node'),
  );
}

function fieldsOf(flags: ImportFlags): ImportFields {
  const { name, kind, effective, until, published, unknownAfter, source, certainty } = flags;
  return { name, kind, effective, until, published, unknownAfter, source, certainty };
}

function importedText(view: TariffDataView, whom: string): string[] {
  return [
    `Imported ${view.title} for ${whom}.`,
    ...facts([
      ['Rows', String(view.rows)],
      ['Valid', `${view.from ?? 'as its rows say'} to ${view.until ?? 'further notice'}`],
      ['Published', view.published],
      ['Certainty', view.certainties.join(', ')],
      ['Digest', view.digest],
    ]),
  ];
}
