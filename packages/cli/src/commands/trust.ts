import { type AccreditationView, accredit, listTrust, suspendAccreditation } from '@portolan/contract';
import { fetchAgencyRegister } from '@portolan/server/platform';
import { Command } from 'commander';
import { type AdminFlags, administer, withAdminFlags } from '../administer.ts';
import { dateOf } from '../arguments.ts';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { when } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { table } from '../output/table.ts';

const examples = `
Examples:
  portolan trust list --as agency-lead
  portolan trust add did:web:farm.example --name "Sample Farm" --type CertificationOfOrigin --from 2026-01-01 --reason "Visited on 4 May." --as agency-lead
  portolan trust suspend 0197f3c2-… --reason "Under inquiry." --as agency-lead
  portolan trust fetch did:web:customs.example --data ./data       register of an agency elsewhere (operator)

${exitCodesHelp}`;

interface AddFlags extends NodeFlags {
  readonly name: string;
  readonly type: string;
  readonly from: string;
  readonly until?: string;
  readonly reason: string;
}

/** `portolan trust`: the agency's register of who may sign what. */
export function trustCommand(io: Io): Command {
  const list = new Command('list')
    .description('The register, newest first')
    .action(async (flags: NodeFlags) => {
      io.exitCode = await withNode(io, flags, async (node) => {
        const register = await node.call(listTrust);
        if (!register.ok) return register;
        report(io, flags, register.value, linesOf(register.value.items));
        return done(exitCodes.ok);
      });
    });
  const add = new Command('add')
    .description('Accredit a signer for one type of credential (lead)')
    .argument('<did>', 'identifier of the signer')
    .requiredOption('--name <name>', 'its name')
    .requiredOption('--type <type>', 'type of credential, such as CertificationOfOrigin')
    .requiredOption('--from <date>', 'first day')
    .option('--until <date>', 'last day')
    .requiredOption('--reason <text>', 'why')
    .action(async (did: string, flags: AddFlags) => {
      io.exitCode = await runAdd(io, did, flags);
    });
  const group = new Command('trust')
    .description("The agency's trust register")
    .addHelpText('after', examples);
  for (const command of [list, add, changing(io, 'suspend'), changing(io, 'restore')])
    group.addCommand(withNodeFlags(command).addHelpText('after', examples));
  group.addCommand(withAdminFlags(fetching(io)).addHelpText('after', examples));
  return group;
}

/** On the node's own database: which agency is believed is the operator's to say. */
function fetching(io: Io): Command {
  return new Command('fetch')
    .description(
      'Fetch the register of an agency on another node, which is a peer; kept fresh from then on (operator)',
    )
    .argument('<agency>', 'its identifier or name among the peers')
    .action(async (agency: string, flags: AdminFlags) => {
      await administer(
        io,
        flags,
        (context) => fetchAgencyRegister(context, agency),
        ({ name, asOf, accreditations }) => [
          `The register of ${name} as of ${when(asOf)}: ${accreditations.length} accreditations.`,
        ],
      );
    });
}

async function runAdd(io: Io, did: string, flags: AddFlags): Promise<number> {
  const { name, type: credentialType, from, until, reason } = flags;
  const dates = [from, ...(until === undefined ? [] : [until])].map(dateOf);
  for (const date of dates) if (!date.ok) return reportFailure(io, flags, date);
  return withNode(io, flags, async (node) => {
    const body = { did, name, credentialType, from, reason, ...(until === undefined ? {} : { until }) };
    const added = await node.call(accredit, { body });
    if (!added.ok) return added;
    report(io, flags, added.value, linesOf([added.value]));
    return done(exitCodes.ok);
  });
}

function changing(io: Io, name: 'suspend' | 'restore'): Command {
  const what = name === 'suspend' ? 'Suspend an accreditation from now on' : 'End a suspension';
  return new Command(name)
    .description(`${what} (lead)`)
    .argument('<id>', 'id of the accreditation')
    .requiredOption('--reason <text>', 'why')
    .action(async (id: string, flags: NodeFlags & { reason: string }) => {
      io.exitCode = await withNode(io, flags, async (node) => {
        const body = { suspended: name === 'suspend', reason: flags.reason };
        const changed = await node.call(suspendAccreditation, { params: { id }, body });
        if (!changed.ok) return changed;
        report(io, flags, changed.value, linesOf([changed.value]));
        return done(exitCodes.ok);
      });
    });
}

const columns = ['Id', 'Signer', 'For', 'From', 'Until', 'State', 'Reason'].map((title) => ({ title }));

function linesOf(items: readonly AccreditationView[]): string[] {
  return table(
    columns,
    items.map(({ id, name, credentialType, from, until, state, reason }) => [
      ...[id, name, credentialType, from, until ?? '', state, reason],
    ]),
  );
}
