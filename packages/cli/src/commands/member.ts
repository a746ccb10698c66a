import { ok } from '@portolan/kernel';
import {
  addMember,
  listMembers,
  type MemberRole,
  memberRoles,
  removeMember,
  tenantBySlug,
} from '@portolan/server/platform';
import { Command, Option } from 'commander';
import { type AdminFlags, adminHelp, administer, withAdminFlags } from '../administer.ts';
import type { Io } from '../io.ts';
import { facts, table } from '../output/table.ts';

const examples = `
Examples:
  portolan member add acme-brokers --name "Jo Filer" --role filer
  portolan member list acme-brokers
  portolan member remove acme-brokers 0197f3c2-…
${adminHelp}`;

interface AddFlags extends AdminFlags {
  readonly name: string;
  readonly role: MemberRole;
}

/** `portolan member`: the people who act for an organization on this machine's node. */
export function memberCommand(io: Io): Command {
  const add = new Command('add')
    .description('Give a person a seat, and an access key to sign in with')
    .argument('<tenant>', 'short name of the organization')
    .requiredOption('--name <name>', 'name of the person')
    .addOption(
      new Option('--role <role>', 'what the person may do').choices(memberRoles).makeOptionMandatory(),
    )
    .action(async (tenant: string, flags: AddFlags) => {
      const { name, role } = flags;
      await administer(
        io,
        flags,
        (context) => addMember(context, { tenant, name, role }),
        ({ member, accessKey }) => [
          `${member.name} may sign in as ${member.role}.`,
          ...facts([
            ['Member', member.id],
            ['Access key', accessKey],
          ]),
          'The access key is shown this once.',
        ],
      );
    });
  const list = new Command('list')
    .description('People of an organization')
    .argument('<tenant>', 'short name of the organization')
    .action(async (slug: string, flags: AdminFlags) => {
      const columns = ['Member', 'Name', 'Role'].map((title) => ({ title }));
      await administer(
        io,
        flags,
        async ({ pool }) => {
          const tenant = await tenantBySlug(pool, slug);
          return tenant.ok ? ok(await listMembers(pool, tenant.value.id)) : tenant;
        },
        (members) =>
          table(
            columns,
            members.map(({ id, name, role }) => [id, name, role]),
          ),
      );
    });
  const remove = new Command('remove')
    .description("End a person's seat at once; what was signed stays")
    .argument('<tenant>', 'short name of the organization')
    .argument('<member>', 'id of the person')
    .action(async (tenant: string, member: string, flags: AdminFlags) => {
      await administer(
        io,
        flags,
        (context) => removeMember(context, tenant, member),
        () => ['The seat has ended.'],
      );
    });
  const group = new Command('member')
    .description('People who act for an organization (operator)')
    .addHelpText('after', examples);
  for (const command of [add, list, remove])
    group.addCommand(withAdminFlags(command).addHelpText('after', examples));
  return group;
}
