import { writeFile } from 'node:fs/promises';
import {
  draftPipelineEntries,
  exportPipelineCsv,
  exportPipelineXlsx,
  getPipelineDay,
  getPipelineMonth,
  listBrokerSheets,
  listPipelines,
  listPipelineTickets,
} from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { NodeClient } from '../node/client.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { partyOf } from '../node/party.ts';
import { done, type Outcome } from '../outcome.ts';
import { counted } from '../output/format.ts';
import { report } from '../output/report.ts';
import { dayLines, sheetLines } from '../pipelines/day-text.ts';
import { draftedLines } from '../pipelines/entry-text.ts';
import { findLine } from '../pipelines/find-line.ts';
import { runImport } from '../pipelines/import.ts';
import { lineRows, monthLines } from '../pipelines/month-text.ts';
import { runSell } from '../pipelines/sell.ts';

const examples = `
A line is named as its operator names it, or by words that fit one line alone. Volumes are barrels at 60 degrees Fahrenheit.

Examples:
  portolan line list --as oil-pipeline                       lines that you hold papers of, worst first
  portolan line month "Borealis" 2026-08 --as agency         the month: days, owners, entries, balance, findings
  portolan line month "Borealis" 2026-08 --csv --as oil-pipeline > august.csv
  portolan line day "Borealis" 2026-08-05 --as oil-aurora    title at the meter, and the tickets
  portolan line sheet "Borealis" 2026-08 --owner "Sample Prairie Refining LLC" --as broker
  portolan line import notices.xlsx --as oil-pipeline        nominations from a spreadsheet; --sign signs them
  portolan line sell sale.json --as oil-aurora               sign a transfer of title, and send it to those who need it
  portolan line entries "Borealis" 2026-08 --as broker       draft entries for what is not entered yet

${exitCodesHelp}`;

interface LineFlags extends NodeFlags {
  readonly csv?: boolean;
  readonly xlsx?: string;
  readonly owner?: string;
  readonly limit: string;
}

type Work = (node: NodeClient, line: string) => Promise<Outcome<number>>;

/** `portolan line`: pipelines and their months, down to the ticket, and drafts of what crossed. */
export function lineCommand(io: Io): Command {
  const group = new Command('line')
    .description('Pipelines: what crossed, whose it was, and what is to be entered')
    .addHelpText('after', examples);
  const list = new Command('list')
    .description('Lines that you hold papers of, worst imbalance and gaps first')
    .argument('[words...]', 'parts of a name')
    .option('--limit <number>', 'how many', '50')
    .action(async (words: string[], flags: LineFlags) => {
      io.exitCode = await runList(io, words.join(' '), flags);
    });
  const month = new Command('month')
    .description('A month: days, owners, process, entries, balance, findings')
    .argument('<line>', 'its name')
    .argument('<month>', 'such as 2026-08')
    .option('--csv', 'print every crossing as CSV')
    .option('--xlsx <file>', 'save the month as a workbook')
    .action(async (line: string, name: string, flags: LineFlags) => {
      io.exitCode = await runMonth(io, line, name, flags);
    });
  const day = new Command('day')
    .description('Title at the meter on one day, and its tickets')
    .argument('<line>', 'its name')
    .argument('<day>', 'such as 2026-08-05')
    .option('--limit <number>', 'how many tickets', '50')
    .action(async (line: string, name: string, flags: LineFlags) => {
      io.exitCode = await runDay(io, line, name, flags);
    });
  const sheet = new Command('sheet')
    .description("The broker's sheet of each owner: what it enters and what that rests on")
    .argument('<line>', 'its name')
    .argument('<month>', 'such as 2026-08')
    .option('--owner <party>', 'identifier or name of one owner')
    .action(async (line: string, name: string, flags: LineFlags) => {
      io.exitCode = await runSheet(io, line, name, flags);
    });
  const entries = new Command('entries')
    .description('Make draft entries with their evidence for what is not entered yet')
    .argument('<line>', 'its name')
    .argument('<month>', 'such as 2026-08')
    .option('--owner <party>', 'identifier or name of one owner')
    .action(async (line: string, name: string, flags: LineFlags) => {
      io.exitCode = await runEntries(io, line, name, flags);
    });
  const notices = new Command('import')
    .description('Read notices of shipment from spreadsheets into nominations to be signed')
    .argument('<files...>', 'CSV or XLSX')
    .option('--sign', 'sign what was read without a fault')
    .action(async (files: string[], flags: NodeFlags & { readonly sign?: boolean }) => {
      io.exitCode = await runImport(io, files, flags);
    });
  const sell = new Command('sell')
    .description(
      'Sign a transfer of title; buyer and agency read the deal, the operator of the line does not',
    )
    .argument('<file>', 'the transfer as JSON')
    .action(async (file: string, flags: NodeFlags) => {
      io.exitCode = await runSell(io, file, flags);
    });
  for (const command of [list, month, day, sheet, entries, notices, sell])
    group.addCommand(withNodeFlags(command).addHelpText('after', examples));
  return group;
}

function withLine(io: Io, flags: NodeFlags, named: string, work: Work): Promise<number> {
  return withNode(io, flags, async (node) => {
    const line = await findLine(node, named);
    return line.ok ? work(node, line.value) : line;
  });
}

function runList(io: Io, q: string, flags: LineFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listPipelines, { query: { limit: flags.limit, ...(q ? { q } : {}) } });
    if (!page.ok) return page;
    const { items, total } = page.value;
    report(io, flags, page.value, [...lineRows(items), counted(total, 'line')]);
    return done(exitCodes.ok);
  });
}

function runMonth(io: Io, named: string, month: string, flags: LineFlags): Promise<number> {
  return withLine(io, flags, named, async (node, line) => {
    const params = { line, month };
    if (flags.csv || flags.xlsx !== undefined) {
      const file = await node.file(flags.csv ? exportPipelineCsv : exportPipelineXlsx, { params });
      if (!file.ok) return file;
      if (flags.xlsx === undefined) io.out(new TextDecoder().decode(file.value).trimEnd());
      else await writeFile(flags.xlsx, file.value);
      return done(exitCodes.ok);
    }
    const view = await node.call(getPipelineMonth, { params });
    if (!view.ok) return view;
    report(io, flags, view.value, monthLines(view.value));
    return done(exitCodes.ok);
  });
}

function runDay(io: Io, named: string, day: string, flags: LineFlags): Promise<number> {
  return withLine(io, flags, named, async (node, line) => {
    const params = { line, month: day.slice(0, 7), day };
    const view = await node.call(getPipelineDay, { params });
    if (!view.ok) return view;
    const tickets = await node.call(listPipelineTickets, { params, query: { limit: flags.limit } });
    if (!tickets.ok) return tickets;
    const { items, total } = tickets.value;
    report(io, flags, { ...view.value, tickets: items }, dayLines(view.value, items, total));
    return done(exitCodes.ok);
  });
}

function runSheet(io: Io, named: string, month: string, flags: LineFlags): Promise<number> {
  return withLine(io, flags, named, async (node, line) => {
    const owner = await ownerOf(node, flags);
    if (!owner.ok) return owner;
    const sheets = await node.call(listBrokerSheets, { params: { line, month }, query: owner.value });
    if (!sheets.ok) return sheets;
    const { items } = sheets.value;
    const lines = items.flatMap((sheet, index) => [...(index > 0 ? ['', ''] : []), ...sheetLines(sheet)]);
    report(io, flags, sheets.value, items.length > 0 ? lines : ['Nobody has anything to enter.']);
    return done(exitCodes.ok);
  });
}

function runEntries(io: Io, named: string, month: string, flags: LineFlags): Promise<number> {
  return withLine(io, flags, named, async (node, line) => {
    const owner = await ownerOf(node, flags);
    if (!owner.ok) return owner;
    const drafted = await node.call(draftPipelineEntries, { params: { line, month }, body: owner.value });
    if (!drafted.ok) return drafted;
    report(io, flags, drafted.value, draftedLines(drafted.value.items));
    return done(exitCodes.ok);
  });
}

async function ownerOf(node: NodeClient, { owner }: LineFlags): Promise<Outcome<{ owner?: string }>> {
  if (owner === undefined) return done({});
  const party = await partyOf(node, owner, '--owner');
  return party.ok ? done({ owner: party.value }) : party;
}
