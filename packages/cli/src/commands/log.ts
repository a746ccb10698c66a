import { ok } from '@portolan/kernel';
import { addTrustedLog, listTrustedLogs, removeTrustedLog } from '@portolan/server/platform';
import { Command } from 'commander';
import { type AdminFlags, adminHelp, administer, withAdminFlags } from '../administer.ts';
import type { Io } from '../io.ts';
import { when } from '../output/format.ts';
import { table } from '../output/table.ts';

const examples = `
Trust a log only where its keeper gains nothing by dating back: an agency, a neutral service.

Examples:
  portolan log trust "$(curl -s https://customs.example/log/key)" --reason "The agency's own log."
  portolan log list
  portolan log withdraw customs.example
${adminHelp}`;

/** `portolan log`: logs of other nodes whose receipts count as the time by which something was signed. */
export function logCommand(io: Io): Command {
  const trust = new Command('trust')
    .description("Let receipts of another node's log count as signing time")
    .argument('<key>', 'public key of the log, as its node answers at /log/key')
    .requiredOption('--reason <text>', 'why it is trusted')
    .action(async (key: string, flags: AdminFlags & { reason: string }) => {
      await administer(
        io,
        flags,
        (context) => addTrustedLog(context, key, flags.reason),
        ({ origin }) => [`Receipts of ${origin} count from now on.`],
      );
    });
  const list = new Command('list').description('Trusted logs').action(async (flags: AdminFlags) => {
    const columns = ['Log', 'Trusted', 'Leaves seen', 'State', 'Reason'].map((title) => ({ title }));
    await administer(
      io,
      flags,
      async (context) => ok(await listTrustedLogs(context)),
      (logs) =>
        table(
          columns,
          logs.map(({ origin, trustedAt, seenSize, withdrawnAt, reason }) => [
            ...[origin, when(trustedAt), String(seenSize)],
            ...[withdrawnAt ? `withdrawn ${when(withdrawnAt)}` : 'trusted', reason],
          ]),
        ),
    );
  });
  const withdraw = new Command('withdraw')
    .description('Trust a log no longer: its receipts count for nothing from now on')
    .argument('<log>', 'name of the log')
    .action(async (origin: string, flags: AdminFlags) => {
      await administer(
        io,
        flags,
        (context) => removeTrustedLog(context, origin),
        () => ['The log is trusted no longer.'],
      );
    });
  const group = new Command('log')
    .description('Logs of other nodes that are trusted (operator)')
    .addHelpText('after', examples);
  for (const command of [trust, list, withdraw])
    group.addCommand(withAdminFlags(command).addHelpText('after', examples));
  return group;
}
