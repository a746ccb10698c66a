import {
  delegateAuthority,
  grantAuthority,
  listAuthority,
  listStoppedDrafts,
  setCredentialStatus,
} from '@portolan/contract';
import { isRecord, type JsonObject } from '@portolan/kernel';
import { type AuthorityType, isAuthorityType } from '@portolan/parties';
import { Command } from 'commander';
import { authorityCheckCommand } from '../authority/check.ts';
import { authorityKeyCommand } from '../authority/key.ts';
import { authoritySignCommand } from '../authority/sign.ts';
import { authorityTable } from '../authority/table.ts';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { counted } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { table } from '../output/table.ts';

const examples = `
Examples:
  portolan authority list --as broker
  portolan authority grant power.json --type PowerOfAttorney --as importer-signer
  portolan authority delegate sha256:1f0c… --to did:key:z6Mk… --name "Sample Port Agents" --number SUB-1 --powers file-entry --ports 2604 --from 2026-02-01 --as broker-signer
  portolan authority revoke sha256:1f0c… --reason "The contract ended." --as importer-signer
  portolan authority stopped --as broker                    drafts whose power is gone
  portolan authority key --save me.key.json                 a signing key of your own (PORTOLAN_KEY_PASSPHRASE)
  portolan authority sign 0197f3c2-… --key me.key.json --name "Sample Signatory" --as broker
  portolan authority check examples/legitimacy/capability-widened/authority.json      needs no node

${exitCodesHelp}`;

interface GrantFlags extends NodeFlags {
  readonly type: string;
  readonly until?: string;
  readonly at?: string;
  readonly copyTo: readonly string[];
}

interface DelegateFlags extends NodeFlags {
  readonly to: string;
  readonly name: string;
  readonly country: string;
  readonly number: string;
  readonly powers: readonly string[];
  readonly ports?: readonly string[];
  readonly entryTypes?: readonly string[];
  readonly most?: string;
  readonly from: string;
  readonly until?: string;
  readonly at?: string;
}

/** `portolan authority`: who may act for whom, down to the person who signs. */
export function authorityCommand(io: Io): Command {
  const group = new Command('authority')
    .description('Who may act for whom: grant, pass on, revoke, sign as a person, check')
    .addHelpText('after', examples);
  const list = new Command('list')
    .description('Powers, delegations, officers and employees that you gave or hold')
    .option('--type <type>', 'only this type, such as FilingSignature')
    .action(async (flags: NodeFlags & { type?: string }) => {
      io.exitCode = await runList(io, flags);
    });
  const grant = new Command('grant')
    .description('Sign a power, a delegation, or that somebody is officer or employee (signer)')
    .argument('<file>', 'JSON of the document')
    .requiredOption(
      '--type <type>',
      'PowerOfAttorney, AuthorityDelegation, OfficerAffirmation or EmploymentAffirmation',
    )
    .option('--until <date>', 'last day on which the credential is valid')
    .option('--copy-to <did>', 'who gets a copy beside the holder; may be repeated', collect, [])
    .option('--at <time>', 'time of a story; sample organizations only')
    .action(async (file: string, flags: GrantFlags) => {
      io.exitCode = await runGrant(io, file, flags);
    });
  const delegate = new Command('delegate')
    .description('Pass on a power that you hold, or a part of it (signer)')
    .argument('<digest>', 'the power; see authority list')
    .requiredOption('--to <did>', 'who gets it')
    .requiredOption('--name <name>', 'its name')
    .option('--country <code>', 'its country', 'US')
    .requiredOption('--number <number>', 'number of the delegation')
    .requiredOption('--powers <list>', 'powers, by commas', words)
    .option('--ports <list>', 'ports, by commas; all of the power when left out', words)
    .option('--entry-types <list>', 'entry types, by commas', words)
    .option('--most <amount>', 'highest entered value of one entry, US dollars')
    .requiredOption('--from <date>', 'first day')
    .option('--until <date>', 'last day')
    .option('--at <time>', 'time of a story; sample organizations only')
    .action(async (digest: string, flags: DelegateFlags) => {
      io.exitCode = await runDelegate(io, digest, flags);
    });
  const revoke = new Command('revoke')
    .description('Take back what you gave: drafts that rest on it stop at once (signer)')
    .argument('<digest>', 'the power or employment')
    .requiredOption('--reason <text>', 'why')
    .action(async (digest: string, flags: NodeFlags & { reason: string }) => {
      io.exitCode = await runRevoke(io, digest, flags);
    });
  const stopped = new Command('stopped')
    .description('Drafts that can no longer be filed, since the power they rest on is gone')
    .action(async (flags: NodeFlags) => {
      io.exitCode = await runStopped(io, flags);
    });
  for (const command of [list, grant, delegate, revoke, stopped, authoritySignCommand(io)])
    group.addCommand(withNodeFlags(command).addHelpText('after', examples));
  return group.addCommand(authorityKeyCommand(io)).addCommand(authorityCheckCommand(io));
}

function runList(io: Io, flags: NodeFlags & { type?: string }): Promise<number> {
  return withNode(io, flags, async (node) => {
    const { type } = flags;
    const page = await node.call(listAuthority, { query: type ? { type } : {} });
    if (!page.ok) return page;
    const { items, next } = page.value;
    const more = next === undefined ? '' : ', the newest';
    report(io, flags, page.value, [
      ...authorityTable(items),
      `${counted(items.length, 'credential')}${more}`,
    ]);
    return done(exitCodes.ok);
  });
}

async function runGrant(io: Io, file: string, flags: GrantFlags): Promise<number> {
  const read = await readGrant(file, flags.type);
  if (!read.ok) return reportFailure(io, flags, read);
  const { type, document } = read.value;
  return withNode(io, flags, async (node) => {
    const { until, at, copyTo } = flags;
    const body = {
      ...{ type, document, copyTo: [...copyTo] },
      ...(until ? { validUntil: until } : {}),
      ...(at ? { storyAt: at } : {}),
    };
    const granted = await node.call(grantAuthority, { body });
    if (!granted.ok) return granted;
    report(io, flags, granted.value, [`Signed and sent: ${granted.value.digest}`]);
    return done(exitCodes.ok);
  });
}

/** What may be granted from a file; a person signs a filing with `authority sign`, never so. */
type Grantable = Exclude<AuthorityType, 'FilingSignature'>;

async function readGrant(
  file: string,
  type: string,
): Promise<Outcome<{ type: Grantable; document: JsonObject }>> {
  if (!isAuthorityType(type) || type === 'FilingSignature') {
    const expected = 'PowerOfAttorney, AuthorityDelegation, OfficerAffirmation or EmploymentAffirmation';
    return refuse('CLI_OPTION_INVALID', { option: '--type', value: type, expected }, exitCodes.usage);
  }
  const document = await readJsonObject(file, `a ${type}`);
  return document.ok ? done({ type, document: document.value }) : document;
}

function runDelegate(io: Io, parent: string, flags: DelegateFlags): Promise<number> {
  const { to, name, country, number, powers, ports, entryTypes, most, from, until, at } = flags;
  const limits = {
    ...(ports ? { ports } : {}),
    ...(entryTypes ? { entryTypes } : {}),
    ...(most ? { maximumEntryValue: { amount: most, currency: 'USD' } } : {}),
  };
  const body = {
    ...{ parent, to: { did: to, name, country }, number, powers, from },
    ...(Object.keys(limits).length > 0 ? { limits } : {}),
    ...(until ? { until } : {}),
    ...(at ? { storyAt: at } : {}),
  };
  return withNode(io, flags, async (node) => {
    const granted = await node.call(delegateAuthority, { body });
    if (!granted.ok) return granted;
    report(io, flags, granted.value, [`Passed on to ${name}: ${granted.value.digest}`]);
    return done(exitCodes.ok);
  });
}

function runRevoke(io: Io, digest: string, flags: NodeFlags & { reason: string }): Promise<number> {
  return withNode(io, flags, async (node) => {
    const body = { action: 'revoke' as const, reason: flags.reason };
    const revoked = await node.call(setCredentialStatus, { params: { digest }, body });
    if (!revoked.ok) return revoked;
    report(io, flags, revoked.value, [
      'Revoked: nothing can be filed under it any more, drafts in progress included.',
    ]);
    return done(exitCodes.ok);
  });
}

function runStopped(io: Io, flags: NodeFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listStoppedDrafts);
    if (!page.ok) return page;
    const columns = ['Draft', 'Title', 'Why'].map((title) => ({ title }));
    const rows = page.value.items.map(({ id, title, refusals }) => [
      ...[id, title, refusals.map((one) => (isRecord(one) ? String(one.message) : '')).join(' ')],
    ]);
    report(io, flags, page.value, [...table(columns, rows), counted(rows.length, 'draft')]);
    return done(exitCodes.ok);
  });
}

function words(text: string): string[] {
  return text.split(',').map((word) => word.trim());
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
