import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { compareEntry, compareEntryCodes, compareMany, type ManyCompared } from '@portolan/contract';
import { agrees, comparisonTotals } from '@portolan/filing';
import type { Refusal } from '@portolan/kernel';
import { Command } from 'commander';
import { entryNumberOf } from '../arguments.ts';
import { inBatches, type NamedText } from '../compare/batches.ts';
import { codeLines } from '../compare/codes.ts';
import { comparisonLines, manyLines } from '../compare/lines.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, type Outcome, refuse } from '../outcome.ts';
import { report, reportFailure } from '../output/report.ts';

const examples = `
The file is the summary as it was really filed: ABI text (AE, 80 columns a line), or form 7501 as JSON
{"blocks": {"1": "..."}, "lines": [{"33A": "..."}]} or CSV with the columns block, line and value. Nothing of it is kept.

A folder, or one file with many summaries, is compared as a whole: each summary with the entry of ours that has its number, whose
number stands in the name of its file, or that has its bill of lading; a row each, and the totals.

Minutes are keystrokes by speed. Keystrokes of the summary filed are counted from it; ours are the fields that members typed, as
recorded. The speed is assumed until you give your own with --speed.

Examples:
  portolan compare ZZ9-0000103-5 filed.txt --as broker
  portolan compare ZZ9-0000103-5 filed-7501.csv --as broker --json
  portolan compare filed-in-june --speed 9500 --as broker
  portolan compare ZZ9-0000103-5 --codes --as agency-officer     facts of the goods beside the declared codes

Exit codes: 0 nothing differs, 1 something differs or was refused, 2 wrong usage, 3 no connection, 4 not signed in or not allowed.`;

interface CompareFlags extends NodeFlags {
  readonly speed?: string;
  readonly codes?: boolean;
}

/** `portolan compare`: summaries really filed beside ours, field by field. */
export function compareCommand(io: Io): Command {
  const command = new Command('compare')
    .description('Compare entries with the summaries that were really filed, field by field')
    .argument(
      '<number or folder>',
      'entry number, such as ZZ9-0000103-5; or a folder or file with many summaries',
    )
    .argument('[file]', 'the summary filed: AE text, or form 7501 as JSON or CSV')
    .option('--speed <keystrokes>', 'keystrokes an hour as measured at your own desk')
    .option('--codes', 'the facts of each line beside its declared tariff number, instead of a summary')
    .addHelpText('after', examples)
    .action(async (subject: string, file: string | undefined, flags: CompareFlags) => {
      io.exitCode = await runCompare(io, subject, file, flags);
    });
  return withNodeFlags(command);
}

async function runCompare(
  io: Io,
  subject: string,
  file: string | undefined,
  flags: CompareFlags,
): Promise<number> {
  if (flags.codes) return runCodes(io, subject, flags);
  const speed = speedOf(flags);
  if (!speed.ok) return reportFailure(io, flags, speed);
  return file === undefined
    ? runMany(io, subject, flags, speed.value)
    : runOne(io, subject, file, flags, speed.value);
}

/** What an agency checks: whether the papers speak of the goods that the code is for. */
async function runCodes(io: Io, number: string, flags: NodeFlags): Promise<number> {
  const entryNumber = entryNumberOf(number);
  if (!entryNumber.ok) return reportFailure(io, flags, entryNumber);
  return withNode(io, flags, async (node) => {
    const compared = await node.call(compareEntryCodes, { params: { entryNumber: entryNumber.value } });
    if (!compared.ok) return compared;
    report(io, flags, compared.value, codeLines(compared.value));
    const differs = compared.value.lines.some(({ comparison }) => comparison.verdict === 'differs');
    return done(differs ? exitCodes.refused : exitCodes.ok);
  });
}

type Speed = { readonly keystrokesPerHour?: number };

function speedOf({ speed }: CompareFlags): Outcome<Speed> {
  if (speed === undefined) return done({});
  const keystrokesPerHour = Number(speed);
  if (Number.isInteger(keystrokesPerHour) && keystrokesPerHour >= 500 && keystrokesPerHour <= 60_000)
    return done({ keystrokesPerHour });
  return refuse('CLI_SPEED', { speed }, exitCodes.usage);
}

async function runOne(io: Io, number: string, file: string, flags: NodeFlags, speed: Speed): Promise<number> {
  const entryNumber = entryNumberOf(number);
  if (!entryNumber.ok) return reportFailure(io, flags, entryNumber);
  const text = await textOf(file);
  if (!text.ok) return reportFailure(io, flags, text);
  return withNode(io, flags, async (node) => {
    const params = { entryNumber: entryNumber.value };
    const compared = await node.call(compareEntry, { params, body: { text: text.value.text, ...speed } });
    if (!compared.ok) return compared;
    report(io, flags, compared.value, comparisonLines(compared.value));
    return done(agrees(compared.value) ? exitCodes.ok : exitCodes.refused);
  });
}

async function runMany(io: Io, path: string, flags: NodeFlags, speed: Speed): Promise<number> {
  const files = await filesOf(path);
  if (!files.ok) return reportFailure(io, flags, files);
  return withNode(io, flags, async (node) => {
    const empty = files.value.filter(({ text }) => text === '');
    const items: ManyCompared['items'] = empty.map(({ name }) => ({ name, refusals: [...emptyFile(name)] }));
    for (const batch of inBatches(files.value.filter(({ text }) => text !== ''))) {
      const compared = await node.call(compareMany, { body: { files: batch, ...speed } });
      if (!compared.ok) return compared;
      items.push(...compared.value.items);
    }
    const totals = comparisonTotals(
      items.flatMap(({ comparison }) => comparison ?? []),
      items.length,
    );
    report(io, flags, { items, totals }, manyLines({ items, totals }));
    return done(totals.agree === totals.summaries ? exitCodes.ok : exitCodes.refused);
  });
}

/** Files of a folder by name, hidden ones left out; or the file itself. */
async function filesOf(path: string): Promise<Outcome<NamedText[]>> {
  const found = await stat(path).catch((error: Error) => error);
  if (found instanceof Error) return refuse('CLI_FILE_UNREADABLE', { file: path, reason: found.message });
  if (!found.isDirectory()) {
    const one = await textOf(path);
    return one.ok ? done([one.value]) : one;
  }
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.flatMap((entry) =>
    entry.isFile() && !entry.name.startsWith('.') ? [entry.name] : [],
  );
  if (names.length === 0) return refuse('CLI_FILE_UNREADABLE', { file: path, reason: 'it has no files' });
  const files: NamedText[] = [];
  for (const name of names.sort()) {
    const one = await textOf(join(path, name));
    if (!one.ok) return one;
    files.push(one.value);
  }
  return done(files);
}

function emptyFile(file: string): readonly Refusal[] {
  return refuse('CLI_FILE_UNREADABLE', { file, reason: 'it is empty' }).refusals;
}

/** Forms are UTF-8; a message may hold letters of ISO 8859-1, one column each. */
async function textOf(file: string): Promise<Outcome<NamedText>> {
  const bytes = await readFile(file).catch((error: Error) => error);
  if (bytes instanceof Error) return refuse('CLI_FILE_UNREADABLE', { file, reason: bytes.message });
  const text = isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1');
  return done({ name: basename(file), text });
}
