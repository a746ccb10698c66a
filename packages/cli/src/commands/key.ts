import { writeFile } from 'node:fs/promises';
import { exportKey, importKey, revokeKey, rotateIssuerKey, rotateKey } from '@portolan/server/platform';
import { Command } from 'commander';
import { type AdminFlags, adminHelp, administer, withAdminFlags } from '../administer.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { when } from '../output/format.ts';
import { reportFailure } from '../output/report.ts';
import { facts } from '../output/table.ts';

const examples = `
Examples:
  portolan key rotate acme-brokers
  portolan key rotate acme-brokers --new-identifier    where the key is the name (did:key)
  portolan key rotate-issuer bbs-2023                  an issuer of the node's VC API
  portolan key rotate-issuer bbs-2023 acme-brokers     the organization's own
  portolan key revoke acme-brokers key-1 --reason "laptop stolen"
  portolan key export acme-brokers key-1 --save key.json    the passphrase in PORTOLAN_EXPORT_PASSPHRASE
  portolan key import acme-brokers key.json
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
  const exporting = new Command('export')
    .description('Write a signing key to a file for another node, closed under PORTOLAN_EXPORT_PASSPHRASE')
    .argument('<tenant>', 'short name of the organization')
    .argument('<key>', 'key, such as key-1')
    .requiredOption('--save <file>', 'where to write it')
    .action(async (tenant: string, key: string, flags: AdminFlags & { save: string }) => {
      await administer(
        io,
        flags,
        async (context) => {
          const file = await exportKey(context, tenant, key, io.env.PORTOLAN_EXPORT_PASSPHRASE ?? '');
          if (!file.ok) return file;
          await writeFile(flags.save, `${JSON.stringify(file.value, null, 2)}\n`, { mode: 0o600 });
          return { ok: true, value: { did: file.value.did, saved: flags.save } };
        },
        ({ did, saved }) => [`The key of ${did} is in ${saved}, closed under the passphrase.`],
      );
    });
  const importing = new Command('import')
    .description('Take a signing key that another node exported; it signs from now on')
    .argument('<tenant>', 'short name of the organization')
    .argument('<file>', 'file of portolan key export')
    .action(async (tenant: string, name: string, flags: AdminFlags) => {
      const file = await readJsonObject(name, 'a key file');
      if (!file.ok) {
        io.exitCode = reportFailure(io, flags, file);
        return;
      }
      await administer(
        io,
        flags,
        (context) => importKey(context, tenant, file.value, io.env.PORTOLAN_EXPORT_PASSPHRASE ?? ''),
        ({ id, did }) => [
          'The key signs from now on.',
          ...facts([
            ['Key', id],
            ['DID', did],
          ]),
        ],
      );
    });
  const rotateIssuer = new Command('rotate-issuer')
    .description('Give an issuer of the VC API a new key and identifier; what the old one signed stays good')
    .argument('<issuer>', 'issuer, such as eddsa-rdfc-2022; GET /issuers lists them')
    .argument('[tenant]', "short name of the organization; without it the node's own issuer")
    .action(async (issuer: string, tenant: string | undefined, flags: AdminFlags) => {
      await administer(
        io,
        flags,
        (context) => rotateIssuerKey(context, issuer, tenant),
        ({ did }) => [
          'A new key signs from now on.',
          ...facts([
            ['Issuer', issuer],
            ['DID', did],
          ]),
        ],
      );
    });
  const group = new Command('key')
    .description('Signing keys held by this node (operator)')
    .addHelpText('after', examples);
  for (const command of [rotate, rotateIssuer, revoke, exporting, importing])
    group.addCommand(withAdminFlags(command).addHelpText('after', examples));
  return group;
}
