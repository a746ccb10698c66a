import { writeFile } from 'node:fs/promises';
import {
  copyEntry,
  type DossierView,
  downloadPacket,
  type EntrySummaryRow,
  getEntry,
  listEntries,
  type MilestoneKind,
  planCopy,
  printForm,
  recordMilestone,
} from '@portolan/contract';
import { Command, Option } from 'commander';
import { entryNumberOf } from '../arguments.ts';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { dutyLines } from '../output/duty.ts';
import { counted, dollars, tariffNumber, when } from '../output/format.ts';
import { pageSections } from '../output/pages.ts';
import { findingLines } from '../output/refusals.ts';
import { report, reportFailure } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

const examples = `
Examples:
  portolan entry --as broker                        entries that you filed, received or are a party to
  portolan entry ZZ9-0000103-5 --as broker          the dossier of one
  portolan entry --state referred --as agency
  portolan entry ZZ9-0000103-5 --form 7501 --output 7501.pdf --as broker
  portolan entry ZZ9-0000103-5 --copy --as broker   a new draft with its standing answers and documents
  portolan entry ZZ9-0000103-5 --record released --on 2026-06-12 --note "release message" --as broker

${exitCodesHelp}`;

interface EntryFlags extends NodeFlags {
  readonly state?: string;
  readonly search?: string;
  readonly form?: '7501' | '3461';
  readonly output?: string;
  readonly copy?: boolean;
  readonly packet?: string;
  readonly record?: MilestoneKind;
  readonly on?: string;
  readonly note?: string;
}

/** `portolan entry`: entries in a list, or the dossier of one. */
export function entryCommand(io: Io): Command {
  const command = new Command('entry')
    .description('Show entries, or the dossier of one')
    .argument('[number]', 'entry number, such as ZZ9-0000103-5')
    .option('--state <state>', 'only entries in this state')
    .option('--search <words>', 'only entries with these words')
    .addOption(new Option('--form <form>', 'write the form as PDF').choices(['7501', '3461']))
    .option('--output <file>', 'where to write it (default: form and entry number)')
    .option('--packet <file>', 'write the audit packet (ZIP) there')
    .option('--copy', 'begin a draft with its standing answers and documents')
    .addOption(
      new Option('--record <what>', "record what happened in the agency's own system, signed").choices([
        ...['released', 'summary', 'paid', 'liquidated', 'rejected'],
      ]),
    )
    .option('--on <date>', 'day on which it happened (default: today)')
    .option('--note <text>', 'what it was read from')
    .addHelpText('after', examples)
    .action(async (number: string | undefined, flags: EntryFlags) => {
      io.exitCode = number === undefined ? await runList(io, flags) : await runEntry(io, number, flags);
    });
  return withNodeFlags(command);
}

function runList(io: Io, flags: EntryFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listEntries, { query: { state: flags.state, q: flags.search, limit: 100 } });
    if (!page.ok) return page;
    const { items, total } = page.value;
    const shown =
      items.length < total
        ? `${items.length} of ${counted(total, 'entry', 'entries')}`
        : counted(total, 'entry', 'entries');
    report(io, flags, page.value, [...table(columns, items.map(row)), shown]);
    return done(exitCodes.ok);
  });
}

async function runEntry(io: Io, text: string, flags: EntryFlags): Promise<number> {
  const entryNumber = entryNumberOf(text);
  if (!entryNumber.ok) return reportFailure(io, flags, entryNumber);
  if (flags.packet !== undefined) return writePacket(io, flags, entryNumber.value, flags.packet);
  if (flags.record) return runRecord(io, flags, entryNumber.value, flags.record);
  if (flags.copy) return runCopy(io, flags, entryNumber.value);
  if (flags.form) return writeForm(io, flags, entryNumber.value, flags.form);
  return withNode(io, flags, async (node) => {
    const dossier = await node.call(getEntry, { params: { entryNumber: entryNumber.value } });
    if (!dossier.ok) return dossier;
    report(io, flags, dossier.value, dossierLines(dossier.value));
    return done(exitCodes.ok);
  });
}

function runCopy(io: Io, flags: EntryFlags, entryNumber: string): Promise<number> {
  return withNode(io, flags, async (node) => {
    const plan = await node.call(planCopy, { params: { entryNumber } });
    if (!plan.ok) return plan;
    const draft = await node.call(copyEntry, { params: { entryNumber }, body: {} });
    if (!draft.ok) return draft;
    const { taken, left } = plan.value;
    const lines = (items: typeof taken) => items.map(({ what, why }) => `${what}: ${why}`);
    report(io, flags, { ...draft.value, copied: plan.value }, [
      `Draft ${draft.value.id} from entry ${entryNumber}.`,
      ...titled('Taken along', lines(taken)),
      ...titled('Left, to be said anew', lines(left)),
    ]);
    return done(exitCodes.ok);
  });
}

function runRecord(io: Io, flags: EntryFlags, entryNumber: string, kind: MilestoneKind): Promise<number> {
  const { on = io.now().slice(0, 10), note = '' } = flags;
  return withNode(io, flags, async (node) => {
    const body = { kind, on, note };
    const recorded = await node.call(recordMilestone, { params: { entryNumber }, body });
    if (!recorded.ok) return recorded;
    const { digest } = recorded.value;
    report(io, flags, recorded.value, [`${entryNumber}: ${kind} on ${on}, signed record ${digest}`]);
    return done(exitCodes.ok);
  });
}

function writePacket(io: Io, flags: EntryFlags, entryNumber: string, file: string): Promise<number> {
  return withNode(io, flags, async (node) => {
    const bytes = await node.file(downloadPacket, { params: { entryNumber } });
    if (!bytes.ok) return bytes;
    await writeFile(file, bytes.value);
    report(io, flags, { entryNumber, file }, [`Audit packet of entry ${entryNumber}: ${file}`]);
    return done(exitCodes.ok);
  });
}

function writeForm(
  io: Io,
  flags: EntryFlags,
  entryNumber: string,
  form: NonNullable<EntryFlags['form']>,
): Promise<number> {
  return withNode(io, flags, async (node) => {
    const bytes = await node.file(printForm, { params: { entryNumber, form } });
    if (!bytes.ok) return bytes;
    const file = flags.output ?? `${form}-${entryNumber}.pdf`;
    await writeFile(file, bytes.value);
    report(io, flags, { entryNumber, form, file }, [`Form ${form} of entry ${entryNumber}: ${file}`]);
    return done(exitCodes.ok);
  });
}

const columns = [
  { title: 'Entry' },
  { title: 'State' },
  { title: 'Importer' },
  { title: 'Filed' },
  { title: 'Lines', align: 'right' },
  { title: 'Value', align: 'right' },
  { title: 'Next move' },
] as const;

function row(entry: EntrySummaryRow): string[] {
  const { entryNumber, stateWords, importer, filedAt, lines, enteredValue, whoMoves } = entry;
  return [entryNumber, stateWords, importer, when(filedAt), String(lines), dollars(enteredValue), whoMoves];
}

function dossierLines(dossier: DossierView): string[] {
  const { entry, evaluation, decisions, timeline, requests, clocks } = dossier;
  return [
    `Entry ${dossier.entryNumber}${dossier.story ? ' (story)' : ''}`,
    ...facts([
      ['State', dossier.stateWords],
      ['Next move', dossier.whoMoves],
      ['Importer', `${entry.importerOfRecord.name} (${entry.importerOfRecord.number})`],
      ['Filer', dossier.filer],
      ['Filed', when(dossier.filedAt)],
      ['Value', dollars(dossier.enteredValue)],
    ]),
    ...titled('Lines', table(lineColumns, entry.lines.map(lineRow))),
    ...titled('Findings', findingLines(evaluation?.findings ?? [])),
    ...titled('Duty and fees', evaluation?.duty ? dutyLines(evaluation.duty) : []),
    ...pageSections(dossier.pages).flatMap(({ title, lines }) => titled(title, lines)),
    ...titled(
      'Decisions',
      decisions.map(
        ({ decidedAt, outcome, by, reason }) => `${when(decidedAt)}  ${outcome} by ${by}: ${reason}`,
      ),
    ),
    ...titled(
      'Requests',
      requests.map(({ id, title, stateWords, due }) => `${id}  ${title}: ${stateWords}, due ${when(due)}`),
    ),
    ...titled(
      'Terms',
      clocks.map(({ label, due, daysLeft }) => `${label}: ${due} (${counted(daysLeft, 'day')} left)`),
    ),
    ...titled(
      'Timeline',
      timeline.map(({ at, title, detail }) => `${when(at)}  ${title}${detail ? `: ${detail}` : ''}`),
    ),
  ];
}

const lineColumns = [
  { title: 'Line', align: 'right' },
  { title: 'HTS' },
  { title: 'Description' },
  { title: 'Origin' },
  { title: 'Claim' },
  { title: 'Value', align: 'right' },
] as const;

function lineRow(line: DossierView['entry']['lines'][number]): string[] {
  const { number, hts, description, originCountry, spi, enteredValue } = line;
  return [String(number), tariffNumber(hts), description, originCountry, spi ?? '', dollars(enteredValue)];
}

function titled(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];
}
