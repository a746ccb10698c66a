import { writeFile } from 'node:fs/promises';
import {
  getEntryStandings,
  getStanding,
  getStandingBundle,
  issueStanding,
  listStandingNotices,
  listStandings,
  watchStandingRoute,
} from '@portolan/contract';
import { isRecord } from '@portolan/kernel';
import { nodeCrypto } from '@portolan/kernel/node';
import {
  presentationFaults,
  recompute,
  type Standing,
  type StandingBundle,
  standingDigest,
} from '@portolan/parties';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withJsonFlag, withNodeFlags } from '../node/flags.ts';
import { done, failed } from '../outcome.ts';
import { counted, when } from '../output/format.ts';
import { type OutputFlags, report, reportFailure } from '../output/report.ts';
import { table } from '../output/table.ts';
import { standingLines } from '../party/standing-text.ts';

const examples = `
Examples:
  portolan standing list --as agency
  portolan standing show did:key:z6Mk… --role importer --as agency
  portolan standing show did:key:z6Mk… --as-of 2026-06-12T14:30:00Z --save bundle.json --as agency
  portolan standing recompute bundle.json            needs no node: whoever has the evidence gets the same bytes
  portolan standing presented shown.json --challenge c-1 --domain https://customs.example     a copy proves nothing
  portolan standing entry ZZ9-0000103-5 --as agency  standings of the parties when the entry was filed
  portolan standing watch did:key:z6Mk… --as agency

${exitCodesHelp}`;

interface StandingFlags extends NodeFlags {
  readonly role?: string;
  readonly asOf?: string;
  readonly agency?: string;
  readonly save?: string;
  readonly hideable?: boolean;
}

/** `portolan standing`: who somebody is by consensus, with every reason. */
export function standingCommand(io: Io): Command {
  const group = new Command('standing')
    .description('Standings: list, show, recompute, watch')
    .addHelpText('after', examples);
  const act = (command: Command, run: (flags: StandingFlags, argument: string) => Promise<number>) =>
    command.action(async (...given: unknown[]) => {
      const flags = given.at(-2) as StandingFlags;
      io.exitCode = await run(flags, typeof given[0] === 'string' ? given[0] : '');
    });
  const list = withQuery(
    new Command('list').description('Standings of the parties you hold attestations about'),
  );
  const show = withQuery(
    new Command('show').description('One standing with its reasons').argument('<did>', 'the party'),
  );
  show.option('--save <file>', 'write the bundle: all it was computed from');
  const watch = withQuery(
    new Command('watch').description('Be told when it changes').argument('<did>', 'the party'),
  );
  const sign = withQuery(
    new Command('sign').description('Sign a standing as a credential').argument('<did>', 'the party'),
  );
  sign.option('--save <file>', 'write the credential there');
  sign.option('--hideable', 'as vc+sd-jwt: bound to the key of the party, which may hide members');
  const notices = new Command('notices').description('Changes of standings you rely on');
  const entry = new Command('entry')
    .description('Standings of the parties of an entry when it was filed')
    .argument('<entry>', 'entry number');
  act(list, (flags) => runList(io, flags));
  act(show, (flags, did) => runShow(io, flags, did));
  act(watch, (flags, did) => runWatch(io, flags, did));
  act(sign, (flags, did) => runSign(io, flags, did));
  act(notices, (flags) => runNotices(io, flags));
  act(entry, (flags, number) => runEntry(io, flags, number));
  for (const command of [list, show, watch, sign, notices, entry])
    group.addCommand(withNodeFlags(command).addHelpText('after', examples));
  return group.addCommand(recomputeCommand(io)).addCommand(presentedCommand(io));
}

function withQuery(command: Command): Command {
  return command
    .option('--role <role>', 'role for which it is asked, such as importer', 'any')
    .option('--as-of <time>', 'as of an instant (now)')
    .option('--agency <did>', 'agency by whose policy it is asked');
}

function queryOf({ role, asOf, agency }: StandingFlags) {
  return { ...(role ? { role } : {}), ...(asOf ? { asOf } : {}), ...(agency ? { agency } : {}) };
}

function runList(io: Io, flags: StandingFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listStandings, { query: { ...queryOf(flags), limit: 200 } });
    if (!page.ok) return page;
    const columns = ['Name', 'Level', 'Attestations', 'Findings', 'DID'].map((title) => ({ title }));
    const rows = page.value.items.map(({ name, level, barred, counted: count, findings, subject }) => [
      ...[name, barred ? `${level}, barred` : level, String(count), String(findings), subject],
    ]);
    report(io, flags, page.value, [...table(columns, rows), counted(page.value.total, 'organization')]);
    return done(exitCodes.ok);
  });
}

function runShow(io: Io, flags: StandingFlags, did: string): Promise<number> {
  return withNode(io, flags, async (node) => {
    const answer = await node.call(getStanding, { params: { did }, query: queryOf(flags) });
    if (!answer.ok) return answer;
    const { standing, digest } = answer.value;
    if (flags.save) {
      const asOf = standing.asOf;
      const bundle = await node.call(getStandingBundle, {
        params: { did },
        query: { ...queryOf(flags), asOf },
      });
      if (!bundle.ok) return bundle;
      await writeFile(flags.save, `${JSON.stringify(bundle.value, null, 2)}\n`);
    }
    report(io, flags, answer.value, [
      ...standingLines(standing, digest),
      ...(flags.save ? [`Saved: ${flags.save}`] : []),
    ]);
    return done(standing.barred ? exitCodes.refused : exitCodes.ok);
  });
}

function runWatch(io: Io, flags: StandingFlags, did: string): Promise<number> {
  return withNode(io, flags, async (node) => {
    const { role, agency } = queryOf(flags);
    const body = { ...(role ? { role } : {}), ...(agency ? { agency } : {}) };
    const answer = await node.call(watchStandingRoute, { params: { did }, body });
    if (!answer.ok) return answer;
    const { name, level } = answer.value.standing;
    report(io, flags, answer.value, [
      `You are told when the standing of ${name} changes; it is "${level}" now.`,
    ]);
    return done(exitCodes.ok);
  });
}

function runSign(io: Io, flags: StandingFlags, did: string): Promise<number> {
  return withNode(io, flags, async (node) => {
    const issued = await node.call(issueStanding, {
      params: { did },
      body: { ...queryOf(flags), ...(flags.hideable ? { form: 'vc+sd-jwt' as const } : {}) },
    });
    if (!issued.ok) return issued;
    const { token, credential } = issued.value;
    if (flags.save) await writeFile(flags.save, `${token ?? JSON.stringify(credential, null, 2)}\n`);
    report(io, flags, issued.value, [`Signed: ${issued.value.digest}`]);
    return done(exitCodes.ok);
  });
}

function runNotices(io: Io, flags: NodeFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listStandingNotices, { query: { limit: 100 } });
    if (!page.ok) return page;
    const columns = ['When', 'Who', 'Change', 'From', 'To'].map((title) => ({ title }));
    const rows = page.value.items.map(({ at, change }) => [
      when(at),
      ...['name', 'direction', 'from', 'to'].map((member) => String(change[member] ?? '')),
    ]);
    report(io, flags, page.value, [...table(columns, rows), counted(rows.length, 'change')]);
    return done(exitCodes.ok);
  });
}

function runEntry(io: Io, flags: NodeFlags, entryNumber: string): Promise<number> {
  return withNode(io, flags, async (node) => {
    const answer = await node.call(getEntryStandings, { params: { entryNumber } });
    if (!answer.ok) return answer;
    const columns = ['Role', 'Name', 'Level', 'DID'].map((title) => ({ title }));
    const rows = answer.value.items.map(({ role, name, did, standing }) => [
      ...[role, name, standing.barred ? `${standing.level}, barred` : standing.level, did],
    ]);
    report(io, flags, answer.value, [`As of ${when(answer.value.asOf)}`, ...table(columns, rows)]);
    return done(exitCodes.ok);
  });
}

function recomputeCommand(io: Io): Command {
  const command = new Command('recompute')
    .description('Compute a standing again from a saved bundle, without any node')
    .argument('<bundle>', 'file that "standing show --save" wrote')
    .action(async (file: string, flags: OutputFlags) => {
      const read = await readJsonObject(file, 'the bundle of a standing');
      if (!read.ok) {
        io.exitCode = reportFailure(io, flags, read);
        return;
      }
      const bundle = read.value as unknown as StandingBundle;
      const standing = recompute(bundle, nodeCrypto);
      const computed = standingDigest(nodeCrypto, standing);
      const stated = isRecord(bundle.standing)
        ? standingDigest(nodeCrypto, bundle.standing as Standing)
        : undefined;
      const same = stated === computed;
      const verdict = same ? 'The same bytes.' : `Not the same: the bundle states ${stated ?? 'nothing'}.`;
      report(io, flags, { same, computed, stated }, [...standingLines(standing, computed), '', verdict]);
      io.exitCode = same ? exitCodes.ok : exitCodes.refused;
    });
  return withJsonFlag(command);
}

interface PresentedFlags extends OutputFlags {
  readonly challenge: string;
  readonly domain: string;
}

function presentedCommand(io: Io): Command {
  const command = new Command('presented')
    .description('Check that credentials are shown by whom they are about, without any node')
    .argument('<file>', 'a presentation')
    .requiredOption('--challenge <text>', 'what the verifier asked to be signed')
    .requiredOption('--domain <text>', 'for whom')
    .action(async (file: string, flags: PresentedFlags) => {
      io.exitCode = await runPresented(io, file, flags);
    });
  return withJsonFlag(command);
}

async function runPresented(io: Io, file: string, flags: PresentedFlags): Promise<number> {
  const read = await readJsonObject(file, 'a presentation');
  if (!read.ok) return reportFailure(io, flags, read);
  const refusals = await presentationFaults(read.value, flags, io.now(), nodeCrypto);
  if (refusals.length > 0) return reportFailure(io, flags, failed(exitCodes.refused, refusals));
  report(io, flags, { holder: read.value.holder }, [`Shown by ${read.value.holder}, with its own key.`]);
  return exitCodes.ok;
}
