import { type Client, getClient, listClients, removeClient, saveClient } from '@portolan/contract';
import { Command, Option } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { clientLines } from '../filing/client-text.ts';
import { given } from '../filing/given.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome } from '../outcome.ts';
import { counted } from '../output/format.ts';
import { report } from '../output/report.ts';
import { table } from '../output/table.ts';
import { partnerCommands } from './client-partners.ts';
import { toleranceCommand } from './client-tolerances.ts';

const examples = `
What no paper of a shipment says is entered once: bond, payment, manufacturers, tolerances. Drafts take it from there.

Examples:
  portolan client list --as broker
  portolan client save 12-3456789AB --name "Sample Harbor Foods Inc." --bond 8 --surety 999 --amount 50000 --payment periodic --as broker
  portolan client show 12-3456789AB --as broker
  portolan client partners 12-3456789AB --role manufacturer --as broker
  portolan client partner 12-3456789AB "Sample Northern Works" --role manufacturer --city Toronto --country CA --as broker
  portolan client tolerances 12-3456789AB --from 2026-01-01 --over 10 --under 5 --price 1 --source "agreement of 2 March" --as broker

${exitCodesHelp}`;

interface ClientFlags extends NodeFlags {
  readonly search?: string;
  readonly name?: string;
  readonly did?: string;
  readonly bond?: Client['bondType'];
  readonly surety?: string;
  readonly amount?: string;
  readonly payment?: Client['payment'];
  readonly account?: Client['account'];
  readonly statementDay?: string;
  readonly note?: string;
}

/** `portolan client`: the client file of a filer. */
export function clientCommand(io: Io): Command {
  const command = new Command('client').description(
    'Clients of a filer: bond, payment, manufacturers, trading partners, tolerances',
  );
  const sub = (name: string, description: string) =>
    withNodeFlags(command.command(name).description(description));
  const numbered = (name: string, description: string) =>
    sub(name, description).argument('<number>', 'importer number, such as 12-3456789AB');

  sub('list', 'the client file')
    .option('--search <words>', 'name or number')
    .action(async (flags: ClientFlags) => {
      io.exitCode = await runList(io, flags);
    });
  numbered('show', 'one client: bond and sufficiency, payment, powers of attorney, tolerances').action(
    async (number: string, flags: ClientFlags) => {
      io.exitCode = await withNode(io, flags, async (node) =>
        show(io, flags, await node.call(getClient, { params: { number } })),
      );
    },
  );
  numbered('save', 'enter or change a client')
    .option('--name <name>', 'name of the client (needed for a new one)')
    .option('--did <identifier>', 'its decentralized identifier')
    .addOption(new Option('--bond <type>', 'bond type').choices(['0', '8', '9']))
    .option('--surety <code>', 'three digits')
    .option('--amount <dollars>', 'bond amount, whole US dollars')
    .addOption(new Option('--payment <kind>', 'way of payment').choices(['periodic', 'daily', 'single']))
    .addOption(new Option('--account <whose>', 'whose account pays').choices(['importer', 'broker']))
    .option('--statement-day <day>', 'working day of the preliminary monthly statement')
    .option('--note <text>', 'note')
    .action(async (number: string, flags: ClientFlags) => {
      io.exitCode = await runSave(io, number, flags);
    });
  numbered('remove', 'remove a client; entries stay').action(async (number: string, flags: ClientFlags) => {
    io.exitCode = await withNode(io, flags, async (node) => {
      const removed = await node.call(removeClient, { params: { number } });
      if (!removed.ok) return removed;
      report(io, flags, removed.value, [`Client ${number} removed.`]);
      return done(exitCodes.ok);
    });
  });
  partnerCommands(io, numbered);
  toleranceCommand(io, numbered);
  return command.addHelpText('after', examples);
}

function runList(io: Io, flags: ClientFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listClients, { query: { q: flags.search, limit: 100 } });
    if (!page.ok) return page;
    const { items, total } = page.value;
    report(io, flags, page.value, [...table(columns, items.map(row)), counted(total, 'client')]);
    return done(exitCodes.ok);
  });
}

const columns = [
  { title: 'Number' },
  { title: 'Name' },
  { title: 'Bond' },
  { title: 'Sufficient' },
  { title: 'Payment' },
  { title: 'Entries', align: 'right' },
] as const;

function row({
  number,
  name,
  bondType,
  surety,
  sufficiency,
  payment,
  paymentType,
  entries,
}: Client): string[] {
  const enough = sufficiency
    ? sufficiency.sufficient
      ? 'yes'
      : `needs $${sufficiency.needed}`
    : 'not judged';
  return [
    ...[number, name, `${bondType}${surety ? ` ${surety}` : ''}`, enough],
    ...[`${payment}${paymentType ? ` (${paymentType})` : ''}`, String(entries)],
  ];
}

/** What is not said stays as it is on file; a new client needs its name and bond. */
function runSave(io: Io, number: string, flags: ClientFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const { name, did, bond, surety, amount, payment, account, statementDay, note } = flags;
    const known = await node.call(getClient, { params: { number } });
    const before = known.ok ? known.value : undefined;
    const day = statementDay === undefined ? before?.statementDay : Number(statementDay);
    const body = {
      ...{ number, name: name ?? before?.name ?? number, bondType: bond ?? before?.bondType ?? '8' },
      ...{
        payment: payment ?? before?.payment ?? 'periodic',
        account: account ?? before?.account ?? 'importer',
      },
      ...given('did', did ?? before?.did),
      ...given('surety', surety ?? before?.surety),
      ...given('bondAmount', amount ?? before?.bondAmount),
      ...given('note', note ?? (before?.note || undefined)),
      ...(day === undefined ? {} : { statementDay: day }),
    };
    return show(io, flags, await node.call(saveClient, { body }));
  });
}

function show(io: Io, flags: NodeFlags, client: Outcome<Client>): Outcome<number> {
  if (!client.ok) return client;
  report(io, flags, client.value, clientLines(client.value));
  return done(exitCodes.ok);
}
