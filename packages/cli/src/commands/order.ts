import { stat } from 'node:fs/promises';
import { getOrder, type LeftOff, listOrders, type OrderSummary } from '@portolan/contract';
import { isColumnMapping, type MatchFinding, matchOrders, type OrderGraph } from '@portolan/documents';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { readOrderFolder } from '../orders/folder.ts';
import { findingsOf, graphLines, stateLines } from '../orders/lines.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { counted } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { table } from '../output/table.ts';

const examples = `
A folder needs no node: its files are read here, joined into one graph from order to arrival, and matched. A file that cannot be
read is told with its reason, and the others go on. A mapping is a JSON file: {"document": "PurchaseOrder", "columns":
{"Bestell-Nr": "number", "Menge": "lines.quantity.value"}, "dates": "dmy", "decimals": "comma"}.

Examples:
  portolan order examples/next-truck                      graph and match of a folder of papers
  portolan order papers --mapping seller.json             spreadsheets read by a mapping
  portolan order --as broker                              orders that your organization holds
  portolan order PO-77 --as broker                        one of them, from order to entry

${exitCodesHelp}`;

interface OrderFlags extends NodeFlags {
  readonly mapping?: string;
  readonly search?: string;
}

/** `portolan order`: from order to entry, out of a folder of papers or of what a node holds. */
export function orderCommand(io: Io): Command {
  const command = new Command('order')
    .description('From order to entry: graph and three-way match of a folder, or of orders held')
    .argument('[folder or number]', 'a folder of papers, or an order number')
    .option('--mapping <file>', 'column mapping for CSV and XLSX files of the folder')
    .option('--search <words>', 'only orders with these words')
    .addHelpText('after', examples)
    .action(async (subject: string | undefined, flags: OrderFlags) => {
      io.exitCode = await runOrder(io, subject, flags);
    });
  return withNodeFlags(command);
}

async function runOrder(io: Io, subject: string | undefined, flags: OrderFlags): Promise<number> {
  if (subject === undefined) return runList(io, flags);
  return (await isFolder(subject)) ? runFolder(io, subject, flags) : runHeld(io, subject, flags);
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function runFolder(io: Io, path: string, flags: OrderFlags): Promise<number> {
  const mapping = await mappingOf(flags.mapping);
  if (!mapping.ok) return reportFailure(io, flags, mapping);
  const folder = await readOrderFolder(path, mapping.value);
  if (!folder.ok) return reportFailure(io, flags, folder);
  const { evidence, unread, notices, file } = folder.value;
  const findings = matchOrders(file, evidence);
  const refused = unread.flatMap(({ name, refusals }) =>
    refusals.slice(0, 3).map(({ message }) => `${name}: ${message}`),
  );
  const aside = notices.map(({ name, message }) => `${name}: ${message}`);
  report(io, flags, { graph: file.graph, findings, unread, notices }, [
    ...graphText(file.graph, findings),
    ...(aside.length > 0 ? ['', 'Not taken over', ...aside] : []),
    ...(refused.length > 0 ? ['', 'Not read', ...refused] : []),
  ]);
  return findings.some(({ severity }) => severity === 'refer') || unread.length > 0
    ? exitCodes.refused
    : exitCodes.ok;
}

async function mappingOf(file: string | undefined) {
  if (file === undefined) return done(undefined);
  const read = await readJsonObject(file, 'a column mapping');
  if (!read.ok) return read;
  const expected = 'a column mapping with "document" and "columns"';
  return isColumnMapping(read.value) ? done(read.value) : refuse('CLI_NOT_JSON', { file, expected });
}

function graphText(graph: OrderGraph, findings: readonly MatchFinding[]): string[] {
  const orders = graph.orders.flatMap((order) => [...stateLines(order), '']);
  const matched =
    orders.length > 0 || findings.length > 0
      ? findingsOf(findings)
      : ['Match', 'No order is at hand: nothing was matched.'];
  return [...orders, ...graphLines(graph), ...matched];
}

function runList(io: Io, flags: OrderFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const items: OrderSummary[] = [];
    let leftOff: LeftOff | undefined;
    let cursor: string | undefined;
    do {
      const page = await node.call(listOrders, { query: { q: flags.search, limit: 200, cursor } });
      if (!page.ok) return page;
      items.push(...page.value.items);
      ({ next: cursor, leftOff } = page.value);
    } while (cursor !== undefined);
    report(io, flags, { items, total: items.length, ...(leftOff ? { leftOff } : {}) }, [
      ...table(columns, items.map(row)),
      counted(items.length, 'order'),
      ...(leftOff ? [leftOffWords(leftOff)] : []),
    ]);
    return done(exitCodes.ok);
  });
}

function runHeld(io: Io, number: string, flags: OrderFlags): Promise<number> {
  return withNode(io, flags, async (node): Promise<Outcome<number>> => {
    const page = await node.call(listOrders, { query: { q: number, limit: 100 } });
    if (!page.ok) return page;
    const found = page.value.items.find((order) => order.number.toLowerCase() === number.toLowerCase());
    if (!found) return refuse('CLI_ORDER_UNKNOWN', { number });
    const view = await node.call(getOrder, { params: { id: found.id } });
    if (!view.ok) return view;
    const { order, nodes, edges, findings } = view.value;
    const graph: OrderGraph = { nodes, edges, orders: [order], loose: [] };
    report(io, flags, view.value, graphText(graph, findings));
    return done(exitCodes.ok);
  });
}

function leftOffWords({ papers, filings, events }: LeftOff): string {
  return `Older than these orders reach: ${counted(papers, 'paper')}, ${counted(filings, 'filing')}, ${counted(events, 'event')}.`;
}

const columns = [
  { title: 'Order' },
  { title: 'Date' },
  { title: 'Buyer' },
  { title: 'Seller' },
  { title: 'Standing' },
  { title: 'Lines', align: 'right' },
  { title: 'Open', align: 'right' },
  { title: 'To decide', align: 'right' },
] as const;

function row({ number, date = '', buyer, seller, standing, lines, open, refer }: OrderSummary): string[] {
  return [number, date, buyer, seller, standing, String(lines), String(open), String(refer)];
}
