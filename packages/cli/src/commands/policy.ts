import { listPolicies, publishPolicyRoute, simulatePolicyRoute } from '@portolan/contract';
import { checkPolicy } from '@portolan/parties';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome, outcomeOf } from '../outcome.ts';
import { counted, when } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { table } from '../output/table.ts';
import { policyImportCommand } from './policy-import.ts';

const examples = `
Examples:
  portolan policy list
  portolan policy simulate next.json --role importer --as agency
  portolan policy publish next.json --reason "Fresher word" --as agency-lead

${exitCodesHelp}`;

interface PolicyFlags extends NodeFlags {
  readonly role?: string;
  readonly reason: string;
}

/** `portolan policy`: the published rules by which standings are computed. */
export function policyCommand(io: Io): Command {
  const group = new Command('policy')
    .description('Policies of standings: list, simulate, publish')
    .addHelpText('after', examples);
  const list = new Command('list').description('Published policies').action(async (flags: NodeFlags) => {
    io.exitCode = await runList(io, flags);
  });
  const simulate = new Command('simulate')
    .description('Which standings a policy would change')
    .argument('<file>', 'the policy, JSON')
    .option('--role <role>', 'role for which they are asked', 'any')
    .action(async (file: string, flags: PolicyFlags) => {
      io.exitCode = await runSimulate(io, file, flags);
    });
  const publish = new Command('publish')
    .description('Publish a version of a policy; it never changes after that')
    .argument('<file>', 'the policy, JSON')
    .requiredOption('--reason <words>', 'why')
    .action(async (file: string, flags: PolicyFlags) => {
      io.exitCode = await runPublish(io, file, flags);
    });
  for (const command of [list, simulate, publish])
    group.addCommand(withNodeFlags(command).addHelpText('after', examples));
  return group.addCommand(policyImportCommand(io));
}

function runList(io: Io, flags: NodeFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listPolicies);
    if (!page.ok) return page;
    const columns = ['Policy', 'Version', 'From', 'Published', 'Why'].map((title) => ({ title }));
    const rows = page.value.items.map(({ policy, publishedAt, reason }) => [
      ...['id', 'version', 'effectiveFrom'].map((member) => String(policy[member] ?? '')),
      ...[when(publishedAt), reason],
    ]);
    report(io, flags, page.value, [...table(columns, rows), counted(rows.length, 'policy', 'policies')]);
    return done(exitCodes.ok);
  });
}

async function runSimulate(io: Io, file: string, flags: PolicyFlags): Promise<number> {
  const policy = await readPolicy(file);
  if (!policy.ok) return reportFailure(io, flags, policy);
  return withNode(io, flags, async (node) => {
    const body = { policy: policy.value, ...(flags.role ? { role: flags.role } : {}) };
    const simulated = await node.call(simulatePolicyRoute, { body });
    if (!simulated.ok) return simulated;
    const { changes, compared } = simulated.value;
    const columns = ['Name', 'Change', 'From', 'To'].map((title) => ({ title }));
    const rows = changes.map((change) =>
      ['name', 'direction', 'from', 'to'].map((member) => String(change[member] ?? '')),
    );
    const words = changes.length === 1 ? '1 standing' : `${changes.length} standings`;
    report(io, flags, simulated.value, [
      `This policy would change ${words} of ${compared}:`,
      ...table(columns, rows),
    ]);
    return done(exitCodes.ok);
  });
}

async function runPublish(io: Io, file: string, flags: PolicyFlags): Promise<number> {
  const policy = await readPolicy(file);
  if (!policy.ok) return reportFailure(io, flags, policy);
  return withNode(io, flags, async (node) => {
    const published = await node.call(publishPolicyRoute, {
      body: { policy: policy.value, reason: flags.reason },
    });
    if (!published.ok) return published;
    report(io, flags, published.value, [`Published: ${published.value.digest}`]);
    return done(exitCodes.ok);
  });
}

async function readPolicy(file: string): Promise<Outcome<Record<string, unknown>>> {
  const value = await readJsonObject(file, 'a policy');
  if (!value.ok) return value;
  const checked = outcomeOf(checkPolicy(value.value));
  return checked.ok ? done({ ...checked.value }) : checked;
}
