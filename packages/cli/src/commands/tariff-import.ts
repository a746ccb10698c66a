import { certainties, dataKinds, type ImportFields, importedView } from '@portolan/server/tariff';
import { Command, Option } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { report, reportFailure } from '../output/report.ts';
import { importedText } from '../tariff/data-text.ts';
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
      io.exitCode = await runImport(io, file, flags);
    });
  return withPlaceFlags(command);
}

/** What speaks to a node is loaded only when a node is meant. */
async function runImport(io: Io, file: string, flags: ImportFlags): Promise<number> {
  const place = placeOf(io, flags);
  if (place === 'machine') return importHere(io, file, flags);
  const { importAtNode, importForAll } = await import('../tariff/at-node.ts');
  const work = place === 'node' ? importForAll : importAtNode;
  return work(io, flags, fieldsOf(flags), file);
}

async function importHere(io: Io, file: string, flags: ImportFlags): Promise<number> {
  const item = await importInto(shelfFolder(io, flags), fieldsOf(flags), file, io.now());
  if (!item.ok) return reportFailure(io, flags, item);
  const view = importedView(item.value);
  report(io, flags, view, importedText(view, `this machine (${shelfFolder(io, flags)})`));
  return exitCodes.ok;
}

function fieldsOf(flags: ImportFlags): ImportFields {
  const { name, kind, effective, until, published, unknownAfter, source, certainty } = flags;
  return { name, kind, effective, until, published, unknownAfter, source, certainty };
}
