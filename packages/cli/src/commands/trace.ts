import { listTraceEvents, lotBecame, postTraceEvent, traceLot } from '@portolan/contract';
import { Command, Option } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import { readJsonObject } from '../files.ts';
import type { Io } from '../io.ts';
import { becameCells, becameLines, eventLines, traceCells, traceLines } from '../lots/lot-text.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { counted, when } from '../output/format.ts';
import { refusalLines } from '../output/refusals.ts';
import { report, reportFailure } from '../output/report.ts';
import { cellLines } from './lot.ts';

const examples = `
Examples:
  portolan trace up urn:sample:acero:bundle:2606-118 --as steel-buyer      everything it came from
  portolan trace down "tank 4" --generations 3 --as importer               what it became, three steps far
  portolan trace recall "heat 4711" --csv --as steel-mill-signer           where any of it is now, how much, who has it
  portolan trace open --as steel-buyer                                     what was refused or waits, and what mends it
  portolan trace event step.json --as steel-mill-signer                    sign a step and enter it

A step to be signed is JSON such as
  {"kind": "split", "at": "2026-06-05T08:00:00Z", "losses": [],
   "inputs": [{"lot": "coil 12", "quantity": {"value": "5000", "unit": "KGM"}}],
   "outputs": [{"lot": "coil 12-a", "commodity": "steel coil", "quantity": {"value": "5000", "unit": "KGM"}}]}
Kinds: produce, split, merge, blend, transform, lose, consume; measure (lot, quantity); title and custody (lot, from, to);
void (corrects). A later event with "corrects" replaces an earlier one of the same signer.

${exitCodesHelp}`;

interface TraceFlags extends NodeFlags {
  readonly generations?: string;
  readonly csv?: boolean;
  readonly state: 'refused' | 'waiting' | 'superseded';
  readonly limit: string;
  readonly storyAt?: string;
}

/** `portolan trace`: what lots came from and became, recalls, and single events. */
export function traceCommand(io: Io): Command {
  const group = new Command('trace')
    .description('What a lot came from, what it became, recalls; signing a step')
    .addHelpText('after', examples);
  const recall = new Command('recall')
    .alias('became')
    .description('Where any of a lot is now, how much, who has it, and what left the chain')
    .argument('<lot>', 'its name')
    .option('--csv', 'print CSV for a spreadsheet');
  recall.action(async (lot: string, flags: TraceFlags) => {
    io.exitCode = await runRecall(io, lot, flags);
  });
  const open = new Command('open')
    .description('Events that do not count, and what mends them')
    .addOption(
      new Option('--state <state>', 'why').choices(['refused', 'waiting', 'superseded']).default('refused'),
    )
    .option('--limit <number>', 'how many', '50');
  open.action(async (flags: TraceFlags) => {
    io.exitCode = await runOpen(io, flags);
  });
  const event = new Command('event')
    .description(
      'Sign a step of your organization and enter it, or take in an event that another party signed',
    )
    .argument('<file>', 'JSON: a step, or the credential of an event')
    .option('--story-at <instant>', 'the story’s own time, at a sample node');
  event.action(async (file: string, flags: TraceFlags) => {
    io.exitCode = await runEvent(io, file, flags);
  });
  for (const command of [tracing(io, 'up'), tracing(io, 'down'), tracing(io, 'both'), recall, open, event])
    group.addCommand(withNodeFlags(command).addHelpText('after', examples));
  return group;
}

const directions = {
  up: 'Everything a lot was made of',
  down: 'Everything a lot became',
  both: 'The whole family of a lot',
} as const;

function tracing(io: Io, direction: keyof typeof directions): Command {
  return new Command(direction)
    .description(directions[direction])
    .argument('<lot>', 'its name')
    .option('--generations <number>', 'how many steps far', '30')
    .option('--csv', 'print CSV for a spreadsheet')
    .action(async (lot: string, flags: TraceFlags) => {
      io.exitCode = await withNode(io, flags, async (node) => {
        const query = { direction, generations: flags.generations };
        const trace = await node.call(traceLot, { params: { lot }, query });
        if (!trace.ok) return trace;
        const lines = flags.csv ? cellLines(traceCells(trace.value), flags) : traceLines(trace.value);
        report(io, flags, trace.value, lines);
        return done(exitCodes.ok);
      });
    });
}

function runRecall(io: Io, lot: string, flags: TraceFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const became = await node.call(lotBecame, { params: { lot } });
    if (!became.ok) return became;
    const lines = flags.csv ? cellLines(becameCells(became.value), flags) : becameLines(became.value);
    report(io, flags, became.value, lines);
    return done(exitCodes.ok);
  });
}

function runOpen(io: Io, flags: TraceFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const page = await node.call(listTraceEvents, { query: { state: flags.state, limit: flags.limit } });
    if (!page.ok) return page;
    const { items, counts, unread } = page.value;
    report(io, flags, page.value, [
      ...eventLines(items),
      ...unread.flatMap(({ title, at, refusals }) => [
        `NOT READ  ${title} of ${when(at)}`,
        ...refusalLines(refusals).map((line) => `  ${line}`),
      ]),
      `${counts.refused} refused, ${counts.waiting} waiting, ${counts.superseded} replaced by corrections, ${counted(unread.length, 'document')} not read.`,
      // The refused ones are shown unless told: nobody guesses how to see the others.
      ...(['refused', 'waiting', 'superseded'] as const)
        .filter((state) => state !== flags.state && counts[state] > 0)
        .map((state) => `Those ${state}: portolan trace open --state ${state}`),
    ]);
    return done(exitCodes.ok);
  });
}

async function runEvent(io: Io, file: string, flags: TraceFlags): Promise<number> {
  const read = await readJsonObject(file, 'a step, or the credential of an event');
  if (!read.ok) return reportFailure(io, flags, read);
  const told = 'credentialSubject' in read.value ? { credential: read.value } : { event: read.value };
  return withNode(io, flags, async (node) => {
    const body = { ...told, ...(flags.storyAt ? { storyAt: flags.storyAt } : {}) };
    const posted = await node.call(postTraceEvent, { body });
    if (!posted.ok) return posted;
    const { event, state, digest, refusals } = posted.value;
    report(io, flags, posted.value, [
      `${event}: ${state}`,
      `signed as ${digest}; --json prints the credential for others`,
      ...refusalLines(refusals),
    ]);
    return done(state === 'refused' ? exitCodes.refused : exitCodes.ok);
  });
}
