import { ok } from '@portolan/kernel';
import { addTenant, listTenants, type NewTenant } from '@portolan/server/platform';
import { Command, Option } from 'commander';
import { type AdminFlags, adminHelp, administer, withAdminFlags } from '../administer.ts';
import type { Io } from '../io.ts';
import { facts, table } from '../output/table.ts';

const examples = `
Examples:
  portolan tenant add acme-brokers --name "Acme Brokers" --role broker --filer-code A1B
  portolan tenant add customs --name "Customs" --kind agency --role agency
  portolan tenant list
${adminHelp}`;

interface AddFlags extends AdminFlags {
  readonly name: string;
  readonly kind: NewTenant['kind'];
  readonly role: readonly string[];
  readonly filerCode?: string;
  readonly identifier: readonly string[];
  readonly did?: string;
}

/** `portolan tenant`: organizations with a seat on this machine's node. */
export function tenantCommand(io: Io): Command {
  const add = new Command('add')
    .description('Give an organization a seat, with a key of its own')
    .argument('<slug>', 'short name: lower-case letters, digits and hyphens')
    .requiredOption('--name <name>', 'full name')
    .addOption(new Option('--kind <kind>', 'agency or trade').choices(['agency', 'trade']).default('trade'))
    .option(
      '--role <role>',
      'what it does: importer, exporter, producer, broker, carrier, agency; may be repeated',
      collect,
      [],
    )
    .option('--filer-code <code>', 'filer code of a broker or self-filer')
    .option(
      '--identifier <scheme:value>',
      'identifier, such as importer-number:12-3456789AB; may be repeated',
      collect,
      [],
    )
    .option('--did <did>', 'its own DID, where it holds its key itself')
    .action(async (slug: string, flags: AddFlags) => {
      await administer(
        io,
        flags,
        (context) => addTenant(context, newTenant(slug, flags)),
        (tenant) => [
          `${tenant.name} has a seat.`,
          ...facts([
            ['Short name', tenant.slug],
            ['DID', tenant.did],
          ]),
          `Next: portolan member add ${tenant.slug} --name "…" --role ${tenant.kind === 'agency' ? 'officer' : 'filer'}`,
        ],
      );
    });
  const list = new Command('list')
    .description('Organizations with a seat')
    .action(async (flags: AdminFlags) => {
      const columns = ['Short name', 'Name', 'Kind', 'Roles', 'DID'].map((title) => ({ title }));
      await administer(
        io,
        flags,
        async ({ pool }) => ok(await listTenants(pool)),
        (tenants) =>
          table(
            columns,
            tenants.map(({ slug, name, kind, roles, did }) => [slug, name, kind, roles.join(', '), did]),
          ),
      );
    });
  const group = new Command('tenant')
    .description('Organizations with a seat on this node (operator)')
    .addHelpText('after', examples);
  for (const command of [add, list]) group.addCommand(withAdminFlags(command).addHelpText('after', examples));
  return group;
}

function newTenant(slug: string, { name, kind, role, filerCode, identifier, did }: AddFlags): NewTenant {
  const identifiers = identifier.map((text) => {
    const [scheme = '', ...value] = text.split(':');
    return { scheme, value: value.join(':') };
  });
  return { slug, name, kind, roles: role, identifiers, ...(filerCode && { filerCode }), ...(did && { did }) };
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
