import {
  type Client,
  getClient,
  listClients,
  listPartners,
  type Partner,
  removeClient,
  removePartner,
  removeTolerances,
  saveClient,
  savePartner,
  saveTolerances,
} from '@portolan/contract';
import { Command, Option } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome } from '../outcome.ts';
import { counted, dollars } from '../output/format.ts';
import { report } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

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

interface PartnerFlags extends NodeFlags {
  readonly role?: Partner['role'];
  readonly search?: string;
  readonly code?: string;
  readonly street?: string;
  readonly city?: string;
  readonly country?: string;
  readonly related?: 'yes' | 'no';
  readonly remove?: boolean;
}

interface ToleranceFlags extends NodeFlags {
  readonly from: string;
  readonly until?: string;
  readonly over: string;
  readonly under: string;
  readonly price: string;
  readonly weight: string;
  readonly source?: string;
  readonly remove?: boolean;
}

const ROLES: Partner['role'][] = ['manufacturer', 'seller', 'consignee', 'carrier'];

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
  numbered('partners', 'manufacturers and trading partners of a client')
    .addOption(new Option('--role <role>', 'only these').choices(ROLES))
    .option('--search <words>', 'name or code')
    .action(async (number: string, flags: PartnerFlags) => {
      io.exitCode = await runPartners(io, number, flags);
    });
  numbered('partner', 'enter, change or remove a trading partner')
    .argument('<name>', 'its name')
    .addOption(new Option('--role <role>', 'what it is').choices(ROLES).default('manufacturer'))
    .option('--code <code>', 'manufacturer code (MID) or carrier code; made of the address where empty')
    .option('--street <street>', 'street')
    .option('--city <city>', 'city')
    .option('--country <code>', 'two letters')
    .addOption(new Option('--related <answer>', 'a seller related to the client').choices(['yes', 'no']))
    .option('--remove', 'remove it')
    .action(async (number: string, name: string, flags: PartnerFlags) => {
      io.exitCode = await runPartner(io, number, name, flags);
    });
  numbered('tolerances', 'how much papers of a client may differ, from a day on')
    .requiredOption('--from <date>', 'first day, by the date of the order')
    .option('--until <date>', 'last day')
    .option('--over <percent>', 'more than ordered', '5')
    .option('--under <percent>', 'less than ordered', '5')
    .option('--price <percent>', 'unit price', '0')
    .option('--weight <percent>', 'gross weight', '0.5')
    .option('--source <text>', 'where it is agreed', 'agreed with the client')
    .option('--remove', 'take them back')
    .action(async (number: string, flags: ToleranceFlags) => {
      io.exitCode = await runTolerances(io, number, flags);
    });
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

function given<K extends string>(name: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<K, string>);
}

function show(io: Io, flags: NodeFlags, client: Outcome<Client>): Outcome<number> {
  if (!client.ok) return client;
  report(io, flags, client.value, clientLines(client.value));
  return done(exitCodes.ok);
}

function clientLines(client: Client): string[] {
  const { number, name, bondType, surety, bondAmount, sufficiency, payment, account, paymentType } = client;
  const { nextPayment, powers, tolerances, entries, note } = client;
  const bond = [bondType, surety && `surety ${surety}`, bondAmount && dollars(bondAmount)].filter(Boolean);
  return [
    ...facts([
      ['Number', number],
      ['Name', name],
      ['Bond', bond.join(', ')],
      ...(sufficiency
        ? ([
            [
              'Sufficiency',
              `${sufficiency.sufficient ? 'sufficient' : `needs ${dollars(sufficiency.needed)}`}; owed in 365 days ${dollars(sufficiency.owed)} over ${counted(entries, 'entry', 'entries')}`,
            ],
          ] as const)
        : []),
      ['Payment', `${payment}, ${account}${paymentType ? ` (payment type ${paymentType})` : ''}`],
      ...(nextPayment
        ? ([
            [
              'An entry of today is paid',
              `${nextPayment.due}${nextPayment.printsOn ? `, statement made ${nextPayment.printsOn}` : ''}`,
            ],
          ] as const)
        : []),
      [
        'Powers of attorney',
        powers.map(({ from, until }) => `${from} to ${until ?? 'further notice'}`).join('; ') ||
          'none on record',
      ],
      ...(note ? ([['Note', note]] as const) : []),
    ]),
    ...(tolerances.length > 0 ? ['', 'Tolerances'] : []),
    ...tolerances.map(
      ({ from, over, under, price, weight, source }) =>
        `  from ${from}: +${over} %, -${under} %, price ${price} %, weight ${weight} % (${source})`,
    ),
  ];
}

function runPartners(io: Io, number: string, { role, search, ...flags }: PartnerFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const query = { q: search, role, limit: 200 };
    const page = await node.call(listPartners, { params: { number }, query });
    if (!page.ok) return page;
    const { items, total } = page.value;
    report(io, flags, page.value, [
      ...table(partnerColumns, items.map(partnerRow)),
      counted(total, 'partner'),
    ]);
    return done(exitCodes.ok);
  });
}

const partnerColumns = [
  { title: 'Role' },
  { title: 'Name' },
  { title: 'Code' },
  { title: 'Place' },
  { title: 'Related' },
  { title: 'Last entry' },
] as const;

function partnerRow({ role, name, code, address, related, lastEntry }: Partner): string[] {
  const place = [address?.city, address?.country].filter(Boolean).join(', ');
  const relation = related === undefined ? '' : related ? 'yes' : 'no';
  return [role, name, code ?? '', place, relation, lastEntry ?? 'by hand'];
}

function runPartner(io: Io, number: string, name: string, flags: PartnerFlags): Promise<number> {
  const { role = 'manufacturer', code, street, city, country, related } = flags;
  return withNode(io, flags, async (node) => {
    if (flags.remove) {
      const query = { q: name, role, limit: 200 };
      const page = await node.call(listPartners, { params: { number }, query });
      if (!page.ok) return page;
      const key = page.value.items.find((one) => one.name === name)?.key ?? name;
      const removed = await node.call(removePartner, { params: { number, role, key } });
      if (!removed.ok) return removed;
      report(io, flags, removed.value, [`${name} removed.`]);
      return done(exitCodes.ok);
    }
    const address = { ...given('street', street), ...given('city', city), ...given('country', country) };
    const body = {
      ...{ role, name },
      ...given('code', code),
      ...(Object.keys(address).length > 0 ? { address } : {}),
      ...(related === undefined ? {} : { related: related === 'yes' }),
    };
    const saved = await node.call(savePartner, { params: { number }, body });
    if (!saved.ok) return saved;
    report(io, flags, saved.value, table(partnerColumns, [partnerRow(saved.value)]));
    return done(exitCodes.ok);
  });
}

function runTolerances(io: Io, number: string, flags: ToleranceFlags): Promise<number> {
  const { from, until, over, under, price, weight, source = '' } = flags;
  return withNode(io, flags, async (node) => {
    if (flags.remove) return show(io, flags, await node.call(removeTolerances, { params: { number, from } }));
    const body = {
      from,
      ...given('until', until),
      over,
      under,
      price,
      weight,
      source,
      certainty: 'agreed' as const,
    };
    return show(io, flags, await node.call(saveTolerances, { params: { number }, body }));
  });
}
