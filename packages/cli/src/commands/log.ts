import { ok } from '@portolan/kernel';
import {
  addTrustedLog,
  listTrustedLogs,
  listWitnessing,
  type OperatorContext,
  removeTrustedLog,
  submitTo,
  type Witnessing,
  witnessLog,
} from '@portolan/server/platform';
import { Command } from 'commander';
import { type AdminFlags, adminHelp, administer, withAdminFlags } from '../administer.ts';
import type { Io } from '../io.ts';
import { when } from '../output/format.ts';
import { table } from '../output/table.ts';

const examples = `
Trust a log, or a witness, only where its keeper gains nothing by dating back: an agency, a neutral service. A witness's word
counts on receipts of any log.

Two nodes witness each other when each operator enters the other's keys:
  at the witness     portolan log witness "$(curl -s https://mill.example/log/key)" --reason "Our supplier."
  at the log         portolan log submit "$(curl -s https://customs.example/log/witness/key)" --to https://customs.example/log/witness
  at who verifies    portolan log trust "$(curl -s https://customs.example/log/witness/key)" --reason "The agency's own witness."

Examples:
  portolan log trust "$(curl -s https://customs.example/log/key)" --reason "The agency's own log."
  portolan log list
  portolan log withdraw customs.example
${adminHelp}`;

/** `portolan log`: logs and witnesses of other nodes, whose word counts as the time by which something was signed. */
export function logCommand(io: Io): Command {
  const group = new Command('log')
    .description('Logs and witnesses of other nodes (operator)')
    .addHelpText('after', examples);
  for (const command of [trust(io), witness(io), submit(io), list(io), withdraw(io)])
    group.addCommand(withAdminFlags(command).addHelpText('after', examples));
  return group;
}

function trust(io: Io): Command {
  return new Command('trust')
    .description("Let receipts of another node's log, or cosignatures of a witness, count as signing time")
    .argument('<key>', 'public key, as its node answers at /log/key or /log/witness/key')
    .requiredOption('--reason <text>', 'why it is trusted')
    .action(async (key: string, flags: AdminFlags & { reason: string }) => {
      await administer(
        io,
        flags,
        (context) => addTrustedLog(context, key, flags.reason),
        ({ origin, kind }) => [
          `${kind === 'log' ? 'Receipts' : 'Cosignatures'} of ${origin} count from now on.`,
        ],
      );
    });
}

function witness(io: Io): Command {
  return new Command('witness')
    .description("Cosign the checkpoints of another node's log, when they continue what was cosigned before")
    .argument('<key>', 'public key of the log, as its node answers at /log/key')
    .requiredOption('--reason <text>', 'why it is witnessed')
    .action(async (key: string, flags: AdminFlags & { reason: string }) => {
      await administer(
        io,
        flags,
        (context) => witnessLog(context, key, flags.reason),
        ({ name }) => [`Checkpoints of ${name} are cosigned from now on; its operator hands them in.`],
      );
    });
}

function submit(io: Io): Command {
  return new Command('submit')
    .description("Hand the checkpoints of this node's log to a witness; receipts carry its cosignatures")
    .argument('<key>', 'public key of the witness, as its node answers at /log/witness/key')
    .requiredOption(
      '--to <address>',
      'where it takes checkpoints; of a node its address followed by /log/witness',
    )
    .action(async (key: string, flags: AdminFlags & { to: string }) => {
      await administer(
        io,
        flags,
        (context) => submitTo(context, key, flags.to),
        ({ name }) => [`${name} is asked for a cosignature whenever the log has grown.`],
      );
    });
}

function list(io: Io): Command {
  return new Command('list')
    .description('Trusted logs and witnesses, logs that are cosigned here, witnesses of this log')
    .action(async (flags: AdminFlags) => {
      await administer(io, flags, async (context) => ok(await everything(context)), linesOf);
    });
}

function withdraw(io: Io): Command {
  return new Command('withdraw')
    .description('Trust, cosign or ask a log or witness no longer')
    .argument('<name>', 'name of the log or witness')
    .action(async (name: string, flags: AdminFlags) => {
      await administer(
        io,
        flags,
        (context) => removeTrustedLog(context, name),
        () => ['Its word counts no longer, and it is neither cosigned nor asked.'],
      );
    });
}

type Everything = Witnessing & { readonly trusted: Awaited<ReturnType<typeof listTrustedLogs>> };

async function everything(context: OperatorContext): Promise<Everything> {
  return { trusted: await listTrustedLogs(context), ...(await listWitnessing(context)) };
}

const titled = (...titles: string[]) => titles.map((title) => ({ title }));

function linesOf({ trusted, cosigned, witnesses }: Everything): string[] {
  return [
    ...table(
      titled('Trusted', 'Kind', 'Since', 'Leaves seen', 'State', 'Reason'),
      trusted.map(({ origin, kind, trustedAt, seenSize, withdrawnAt, reason }) => [
        ...[origin, kind, when(trustedAt), kind === 'log' ? String(seenSize) : ''],
        ...[withdrawnAt ? `withdrawn ${when(withdrawnAt)}` : 'trusted', reason],
      ]),
    ),
    ...section(
      titled('Cosigned here', 'Since', 'Leaves', 'Last', 'State', 'Reason'),
      cosigned.map(({ origin, addedAt, size, cosignedAt, withdrawnAt, reason }) => [
        ...[origin, when(addedAt), String(size), cosignedAt ? when(cosignedAt) : 'never'],
        ...[withdrawnAt ? `withdrawn ${when(withdrawnAt)}` : 'cosigned', reason],
      ]),
    ),
    ...section(
      titled('Witness of this log', 'Address', 'Leaves', 'Last', 'State'),
      witnesses.map(({ name, prefix, size, cosignedAt, withdrawnAt, lastError }) => [
        ...[name, prefix, String(size), cosignedAt ? when(cosignedAt) : 'never'],
        withdrawnAt ? `withdrawn ${when(withdrawnAt)}` : (lastError ?? 'well'),
      ]),
    ),
  ];
}

/** A further table, where there is something to show. */
function section(columns: { title: string }[], rows: string[][]): string[] {
  return rows.length === 0 ? [] : ['', ...table(columns, rows)];
}
