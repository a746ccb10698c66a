import { getTitle, listTitles, moveTitle, registerTitle, type Title } from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import type { NodeClient } from '../node/client.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { partyOf } from '../node/party.ts';
import { done, type Outcome } from '../outcome.ts';
import { counted, when } from '../output/format.ts';
import { report } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

const examples = `
A title is a bill of lading to order that its carrier signed and registered. One party holds it at a time.

Examples:
  portolan title list --as grower
  portolan title show sha256:5e… --as grower
  portolan title register sha256:5e… --holder "Sample Valle Verde" --as carrier
  portolan title endorse sha256:5e… --to "Sample Harbor Foods" --as grower
  portolan title surrender sha256:5e… --as importer

${exitCodesHelp}`;

interface TitleFlags extends NodeFlags {
  readonly to?: string;
  readonly holder?: string;
}

/** `portolan title`: negotiable bills of lading, who holds them, and moving them. */
export function titleCommand(io: Io): Command {
  const command = new Command('title').description(
    'Negotiable bills of lading: who holds them, and moving them',
  );
  const sub = (name: string, description: string) =>
    withNodeFlags(command.command(name).description(description));
  sub('list', 'titles that your organization registered, holds or held').action(async (flags: TitleFlags) => {
    io.exitCode = await runList(io, flags);
  });
  sub('show', 'one title with its chain')
    .argument('<title>', 'digest of the bill')
    .action(async (digest: string, flags: TitleFlags) => {
      io.exitCode = await withNode(io, flags, async (node) =>
        show(io, flags, await node.call(getTitle, { params: { digest } })),
      );
    });
  sub('register', 'register a bill to order that your organization signed')
    .argument('<title>', 'digest of the bill')
    .requiredOption('--holder <party>', 'identifier or name of its first holder')
    .action(async (digest: string, flags: TitleFlags) => {
      io.exitCode = await withParty(io, flags, flags.holder ?? '', (node, holder) =>
        node.call(registerTitle, { body: { digest, holder } }),
      );
    });
  sub('endorse', 'endorse a title to another party')
    .argument('<title>', 'digest of the bill')
    .requiredOption('--to <party>', 'identifier or name of the new holder')
    .action(async (digest: string, flags: TitleFlags) => {
      io.exitCode = await withParty(io, flags, flags.to ?? '', (node, to) =>
        node.call(moveTitle, { params: { digest }, body: { kind: 'endorse', to } }),
      );
    });
  sub('surrender', 'surrender a title to the carrier, against the goods')
    .argument('<title>', 'digest of the bill')
    .action(async (digest: string, flags: TitleFlags) => {
      io.exitCode = await withNode(io, flags, async (node) =>
        show(io, flags, await node.call(moveTitle, { params: { digest }, body: { kind: 'surrender' } })),
      );
    });
  return command.addHelpText('after', examples);
}

function withParty(
  io: Io,
  flags: TitleFlags,
  name: string,
  work: (node: NodeClient, party: string) => Promise<Outcome<Title>>,
): Promise<number> {
  return withNode(io, flags, async (node) => {
    const party = await partyOf(node, name);
    return party.ok ? show(io, flags, await work(node, party.value)) : party;
  });
}

function runList(io: Io, flags: TitleFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listTitles, { query: { limit: 100 } });
    if (!page.ok) return page;
    const { items, total } = page.value;
    report(io, flags, page.value, [...table(columns, items.map(row)), counted(total, 'title')]);
    return done(exitCodes.ok);
  });
}

const columns = [
  { title: 'Bill' },
  { title: 'Holder' },
  { title: 'State' },
  { title: 'Home' },
  { title: 'Title' },
] as const;

function row({ number, holder, state, home, title }: Title): string[] {
  return [number, holder.name, state, home.name, title];
}

function show(io: Io, flags: TitleFlags, title: Outcome<Title>): Outcome<number> {
  if (!title.ok) return title;
  report(io, flags, title.value, linesOf(title.value));
  return done(exitCodes.ok);
}

function linesOf({ title, number, goods, holder, home, state, steps, orders }: Title): string[] {
  return [
    ...facts([
      ['Bill', number],
      ['Goods', goods],
      ['Title', title],
      ['State', state],
      ['Holder', holder.name],
      ['Home', home.name],
    ]),
    '',
    'Chain',
    ...steps.map(
      ({ seq, kind, from, to, at }) => `  ${seq}  ${when(at)}  ${kind}: ${from.name} to ${to.name}`,
    ),
    ...(orders.length > 0 ? ['', 'Orders'] : []),
    ...orders.flatMap(({ kind, toName, at, state: became, refusals, problem }) => [
      `  ${when(at)}  ${kind} to ${toName}: ${became}${problem ? ` (${problem})` : ''}`,
      ...refusals.map(({ code, message, mend }) => `    ${code}: ${message} ${mend}`),
    ]),
  ];
}
