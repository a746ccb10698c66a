import { listPartners, type Partner, removePartner, savePartner } from '@portolan/contract';
import { type Command, Option } from 'commander';
import { exitCodes } from '../exit-codes.ts';
import { given } from '../filing/given.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import type { NodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { counted } from '../output/format.ts';
import { report } from '../output/report.ts';
import { table } from '../output/table.ts';

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

const ROLES: Partner['role'][] = ['manufacturer', 'seller', 'consignee', 'carrier'];

/** `portolan client partners` and `partner`: the library of a client; `numbered` makes a command that names one. */
export function partnerCommands(io: Io, numbered: (name: string, description: string) => Command): void {
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
