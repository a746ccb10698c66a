import { readFile } from 'node:fs/promises';
import { compareEntry } from '@portolan/contract';
import { agrees, type ComparedField, type Comparison } from '@portolan/filing';
import { Command } from 'commander';
import { entryNumberOf } from '../arguments.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done, refuse } from '../outcome.ts';
import { counted } from '../output/format.ts';
import { report, reportFailure } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

const examples = `
The file is the summary as it was really filed: ABI text (AE, 80 columns a line), or form 7501 as JSON
{"blocks": {"1": "..."}, "lines": [{"33A": "..."}]} or CSV with the columns block, line and value. Nothing of it is kept.

Examples:
  portolan compare ZZ9-0000103-5 filed.txt --as broker
  portolan compare ZZ9-0000103-5 filed-7501.csv --as broker --json

Exit codes: 0 nothing differs, 1 something differs or was refused, 2 wrong usage, 3 no connection, 4 not signed in or not allowed.`;

/** `portolan compare`: a summary really filed beside ours, field by field. */
export function compareCommand(io: Io): Command {
  const command = new Command('compare')
    .description('Compare an entry with the summary that was really filed, field by field')
    .argument('<number>', 'entry number, such as ZZ9-0000103-5')
    .argument('<file>', 'the summary filed: AE text, or form 7501 as JSON or CSV')
    .addHelpText('after', examples)
    .action(async (number: string, file: string, flags: NodeFlags) => {
      io.exitCode = await runCompare(io, number, file, flags);
    });
  return withNodeFlags(command);
}

async function runCompare(io: Io, number: string, file: string, flags: NodeFlags): Promise<number> {
  const entryNumber = entryNumberOf(number);
  if (!entryNumber.ok) return reportFailure(io, flags, entryNumber);
  const text = await readFile(file, 'latin1').catch((error: Error) => error);
  if (typeof text !== 'string')
    return reportFailure(io, flags, refuse('CLI_FILE_UNREADABLE', { file, reason: text.message }));
  return withNode(io, flags, async (node) => {
    const params = { entryNumber: entryNumber.value };
    const compared = await node.call(compareEntry, { params, body: { text } });
    if (!compared.ok) return compared;
    report(io, flags, compared.value, comparisonLines(compared.value));
    return done(agrees(compared.value) ? exitCodes.ok : exitCodes.refused);
  });
}

const columns = [
  { title: 'Line', align: 'right' },
  { title: 'Block' },
  { title: 'Field' },
  { title: 'Filed' },
  { title: 'Ours' },
  { title: 'Ours from' },
] as const;

function row({ line, block, label, theirs = '–', ours = '–', provenance }: ComparedField): string[] {
  return [line === undefined ? '' : String(line), block ?? '', label, theirs, ours, provenance ?? ''];
}

function comparisonLines(comparison: Comparison): string[] {
  const { fields, counts, theirs, ours, speed, tolerance, notCompared } = comparison;
  const apart = fields.filter(({ verdict }) => verdict !== 'same');
  const effort = ({ keystrokes, minutes }: Comparison['ours']) =>
    `${counted(keystrokes, 'keystroke')}, ${minutes} minutes`;
  return [
    apart.length === 0 ? 'Nothing differs.' : `${counted(apart.length, 'field')} of ${fields.length} differ.`,
    ...(apart.length === 0 ? [] : ['', ...table(columns, apart.map(row))]),
    '',
    ...facts([
      ['Same', String(counts.same)],
      ['Different', String(counts.different)],
      ['Only filed', String(counts.onlyTheirs)],
      ['Only ours', String(counts.onlyOurs)],
      ['Keyed for theirs', effort(theirs)],
      ['Keyed for ours', effort(ours)],
      ['Speed', `${speed.keystrokesPerHour} keystrokes an hour (${speed.certainty}: ${speed.source})`],
      ['Totals', `less than $${tolerance.dollars} apart count as the same (${tolerance.source})`],
      ['Not compared', notCompared.length === 0 ? undefined : `records ${notCompared.join(', ')}`],
    ]),
  ];
}
