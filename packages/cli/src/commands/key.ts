import { revokeKey, rotateKey } from '@portolan/server/platform';
import { Command } from 'commander';
import { type AdminFlags, adminHelp, administer, withAdminFlags } from '../administer.ts';
import type { Io } from '../io.ts';
import { when } from '../output/format.ts';
import { facts } from '../output/table.ts';

const examples = `
Examples:
  portolan key rotate acme-brokers
  portolan key rotate acme-brokers --new-identifier    where the key is the name (did:key)
  portolan key revoke acme-brokers key-1 --reason "laptop stolen"
${adminHelp}`;

const newIdentifierNote =
  'Tell your peers and the agency the new identifier; what was issued under the old one stays good, and its status lists go on.';

/** `portolan key`: the signing keys that this machine's node holds for its organizations. */
export function keyCommand(io: Io): Command {
  const rotate = new Command('rotate')
    .description('Make a new signing key; what older keys signed stays good')
    .argument('<tenant>', 'short name of the organization')
    .option('--new-identifier', 'become another identifier, where the key is the name (did:key)')
    .action(async (tenant: string, flags: AdminFlags & { newIdentifier?: boolean }) => {
      const newIdentifier = flags.newIdentifier === true;
      await administer(
        io,
        flags,
        (context) => rotateKey(context, tenant, { newIdentifier }),
        ({ id, did, validFrom }) => [
          'A new key signs from now on.',
          ...(newIdentifier ? [newIdentifierNote] : []),
          ...facts([
            ['Key', id],
            ['DID', did],
            ['From', when(validFrom)],
          ]),
        ],
      );
    });
  const revoke = new Command('revoke')
    .description('Revoke a key: what it signs from now on is refused everywhere')
    .argument('<tenant>', 'short name of the organization')
    .argument('<key>', 'key, such as key-1')
    .requiredOption('--reason <text>', 'why')
    .action(async (tenant: string, key: string, flags: AdminFlags & { reason: string }) => {
      await administer(
        io,
        flags,
        (context) => revokeKey(context, tenant, key, flags.reason),
        ({ id }) => [`${id} is revoked.`],
      );
    });
  const group = new Command('key')
    .description('Signing keys held by this node (operator)')
    .addHelpText('after', examples);
  for (const command of [rotate, revoke])
    group.addCommand(withAdminFlags(command).addHelpText('after', examples));
  return group;
}
