import { getLot, listLotMovements, listLots, lotEpcis } from '@portolan/contract';
import { Command, Option } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { csvLines } from '../lots/csv.ts';
import { type Cells, lotCells, lotLines, movementCells, tableLines } from '../lots/lot-text.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { counted } from '../output/format.ts';
import { report } from '../output/report.ts';

const examples = `
Examples:
  portolan lot list --as steel-mill-signer
  portolan lot list 4711 --state left --as steel-buyer
  portolan lot show urn:sample:acero:bundle:2606-118 --as steel-buyer
  portolan lot show "tank 4" --from 2026-06-01T00:00:00Z --until 2026-07-01T00:00:00Z --as importer
  portolan lot movements "tank 4" --csv --as importer > tank-4.csv
  portolan lot epcis "tank 4" --as importer > tank-4.jsonld

See also: portolan trace --help

${exitCodesHelp}`;

interface LotFlags extends NodeFlags {
  readonly state?: string;
  readonly commodity?: string;
  readonly limit: string;
  readonly csv?: boolean;
  readonly from?: string;
  readonly until?: string;
}

/** `portolan lot`: lots in the organization's ledger: what there is, its account, what moved. */
export function lotCommand(io: Io): Command {
  const group = new Command('lot')
    .description('Lots: what there is of each, who holds it, what moved')
    .addHelpText('after', examples);
  const list = new Command('list')
    .description('Lots that you know, youngest first')
    .argument('[words...]', 'parts of a name, commodity or attribute')
    .addOption(new Option('--state <state>', 'only those').choices(['left', 'gone', 'pool', 'open']))
    .option('--commodity <text>', 'beginning of the commodity')
    .option('--limit <number>', 'how many', '50')
    .option('--csv', 'print CSV for a spreadsheet');
  list.action(async (words: string[], flags: LotFlags) => {
    io.exitCode = await runList(io, words.join(' '), flags);
  });
  const show = new Command('show')
    .description('One lot: account, holders, composition, measured stocks, what does not count')
    .argument('<lot>', 'its name')
    .option('--from <instant>', 'beginning of the account')
    .option('--until <instant>', 'end of the account');
  show.action(async (lot: string, flags: LotFlags) => {
    io.exitCode = await runShow(io, lot, flags);
  });
  const movements = new Command('movements')
    .description('What went into a lot and out of it, newest first')
    .argument('<lot>', 'its name')
    .option('--limit <number>', 'how many', '200')
    .option('--csv', 'print CSV for a spreadsheet');
  movements.action(async (lot: string, flags: LotFlags) => {
    io.exitCode = await runMovements(io, lot, flags);
  });
  const epcis = new Command('epcis')
    .description('All that counts about a lot and what it was made of, as an EPCIS 2.0 document')
    .argument('<lot>', 'its name');
  epcis.action(async (lot: string, flags: LotFlags) => {
    io.exitCode = await runEpcis(io, lot, flags);
  });
  for (const command of [list, show, movements, epcis])
    group.addCommand(withNodeFlags(command).addHelpText('after', examples));
  return group;
}

/** The table for people or spreadsheets. */
export function cellLines(cells: Cells, { csv }: { readonly csv?: boolean }): string[] {
  if (!csv) return tableLines(cells);
  return csvLines(
    cells.columns.map(({ title }) => title),
    cells.rows,
  );
}

function runList(io: Io, q: string, flags: LotFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const { state, commodity, limit } = flags;
    const query = {
      limit,
      ...(q ? { q } : {}),
      ...(state ? { state } : {}),
      ...(commodity ? { commodity } : {}),
    };
    const page = await node.call(listLots, { query });
    if (!page.ok) return page;
    const { items, total, atLeast, next } = page.value;
    const sum = `${atLeast ? 'more than ' : ''}${counted(total, 'lot')}${next ? `, ${items.length} shown` : ''}`;
    report(io, flags, page.value, [...cellLines(lotCells(items), flags), ...(flags.csv ? [] : [sum])]);
    return done(exitCodes.ok);
  });
}

function runShow(io: Io, lot: string, flags: LotFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const { from, until } = flags;
    const query = { ...(from ? { from } : {}), ...(until ? { until } : {}) };
    const view = await node.call(getLot, { params: { lot }, query });
    if (!view.ok) return view;
    report(io, flags, view.value, lotLines(view.value));
    return done(exitCodes.ok);
  });
}

function runMovements(io: Io, lot: string, flags: LotFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listLotMovements, { params: { lot }, query: { limit: flags.limit } });
    if (!page.ok) return page;
    const more = page.value.next && !flags.csv ? ['Older ones are left out; raise --limit.'] : [];
    report(io, flags, page.value, [...cellLines(movementCells(page.value.items), flags), ...more]);
    return done(exitCodes.ok);
  });
}

function runEpcis(io: Io, lot: string, flags: LotFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const document = await node.call(lotEpcis, { params: { lot } });
    if (!document.ok) return document;
    report(io, flags, document.value, [JSON.stringify(document.value, null, 2)]);
    return done(exitCodes.ok);
  });
}
