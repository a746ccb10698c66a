import { writeFile } from 'node:fs/promises';
import { downloadCalendar, getWork, listStatements, payStatement, type WorkItem } from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { counted, dollars } from '../output/format.ts';
import { report } from '../output/report.ts';
import { table } from '../output/table.ts';

const examples = `
Examples:
  portolan work --as broker                          what is due, asked and decided
  portolan work --calendar work.ics --as broker      the terms as a calendar with alarms
  portolan work --statements --as broker             money due by client and statement day
  portolan work --paid ZZ9-0000103-5 --on 2026-07-22 --as broker

${exitCodesHelp}`;

interface WorkFlags extends NodeFlags {
  readonly calendar?: string;
  readonly statements?: boolean;
  readonly paid?: readonly string[];
  readonly on?: string;
  readonly note?: string;
}

/** `portolan work`: the work list, statements, and the calendar of terms. */
export function workCommand(io: Io): Command {
  const command = new Command('work')
    .description('What is due, asked and decided; statements; the terms as a calendar')
    .option('--calendar <file>', 'write the terms as a calendar (ICS)')
    .option('--statements', 'money due by client and statement day')
    .option('--paid <numbers...>', 'record these entries as paid')
    .option('--on <date>', 'day of the payment')
    .option('--note <text>', 'what it was read from')
    .addHelpText('after', examples)
    .action(async (flags: WorkFlags) => {
      io.exitCode = await runWork(io, flags);
    });
  return withNodeFlags(command);
}

function runWork(io: Io, flags: WorkFlags): Promise<number> {
  if (flags.paid) return runPaid(io, flags, flags.paid);
  if (flags.statements) return runStatements(io, flags);
  if (flags.calendar !== undefined) return runCalendar(io, flags, flags.calendar);
  return withNode(io, flags, async (node) => {
    const work = await node.call(getWork, {});
    if (!work.ok) return work;
    const { items, counts } = work.value;
    report(io, flags, work.value, [
      ...table(columns, items.map(row)),
      `${counted(counts.do ?? 0, 'item')} to do, ${counts.wait ?? 0} waiting, ${counts.decided ?? 0} decided`,
    ]);
    return done(exitCodes.ok);
  });
}

const columns = [
  { title: 'Group' },
  { title: 'Due' },
  { title: 'What' },
  { title: 'Why' },
  { title: 'State' },
] as const;

function row({ group, due, dueWords, title, reason, state }: WorkItem): string[] {
  return [group, due ? (dueWords ?? due) : '', title.slice(0, 60), reason.slice(0, 60), state];
}

function runCalendar(io: Io, flags: WorkFlags, file: string): Promise<number> {
  return withNode(io, flags, async (node) => {
    const bytes = await node.file(downloadCalendar, {});
    if (!bytes.ok) return bytes;
    await writeFile(file, bytes.value);
    report(io, flags, { file }, [`Calendar with alarms: ${file}`]);
    return done(exitCodes.ok);
  });
}

function runStatements(io: Io, flags: WorkFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const due = await node.call(listStatements, {});
    if (!due.ok) return due;
    const { items, summaries } = due.value;
    const rows = items.map(
      ({ importer, kind, month = '', printsOn = '', due: day, daysLeft, total, entries }) => [
        ...[
          day,
          `${daysLeft}`,
          importer,
          `${kind} ${month}`.trim(),
          printsOn,
          dollars(total),
          `${entries.length}`,
        ],
      ],
    );
    report(io, flags, due.value, [
      ...table(statementColumns, rows),
      `${counted(items.length, 'statement')}, ${counted(summaries.length, 'summary', 'summaries')} not recorded as filed`,
    ]);
    return done(exitCodes.ok);
  });
}

const statementColumns = [
  { title: 'Due' },
  { title: 'Days', align: 'right' },
  { title: 'Client' },
  { title: 'Payment' },
  { title: 'Statement made' },
  { title: 'Money', align: 'right' },
  { title: 'Entries', align: 'right' },
] as const;

function runPaid(io: Io, flags: WorkFlags, entryNumbers: readonly string[]): Promise<number> {
  const { on = io.now().slice(0, 10), note = '' } = flags;
  return withNode(io, flags, async (node) => {
    const body = { entryNumbers: [...entryNumbers], on, note };
    const paid = await node.call(payStatement, { body });
    if (!paid.ok) return paid;
    const { recorded } = paid.value;
    report(io, flags, paid.value, [`${counted(recorded, 'entry', 'entries')} recorded as paid on ${on}.`]);
    return done(exitCodes.ok);
  });
}
