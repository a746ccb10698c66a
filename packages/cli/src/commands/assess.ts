import { getReview, type Review } from '@portolan/contract';
import { Command } from 'commander';
import { exitCodes, exitCodesHelp } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { withNode } from '../node/connect.ts';
import { type NodeFlags, withNodeFlags } from '../node/flags.ts';
import { done } from '../outcome.ts';
import { when } from '../output/format.ts';
import { report } from '../output/report.ts';
import { facts, table } from '../output/table.ts';

const examples = `
Examples:
  portolan assess usmca-cafta --as agency-lead
  portolan assess usmca-cafta --as agency-lead --json

${exitCodesHelp}`;

/** `portolan assess`: the agency's review of a trial on its four sides. */
export function assessCommand(io: Io): Command {
  const command = new Command('assess')
    .description(
      "Show the agency's review of a trial: technical, operational, legal and policy side, and verdict",
    )
    .argument('<program>', 'program, such as usmca-cafta')
    .addHelpText('after', examples)
    .action(async (program: string, flags: NodeFlags) => {
      io.exitCode = await runAssess(io, program, flags);
    });
  return withNodeFlags(command);
}

function runAssess(io: Io, program: string, flags: NodeFlags): Promise<number> {
  return withNode(io, flags, async (node) => {
    const review = await node.call(getReview, { params: { program } });
    if (!review.ok) return review;
    report(io, flags, review.value, reviewLines(review.value));
    return done(exitCodes.ok);
  });
}

function reviewLines(review: Review): string[] {
  return [
    `${review.title}${review.sample ? ' (sample data)' : ''}`,
    ...facts([
      ['Hypothesis', review.hypothesis],
      ['Participants', review.participants.join(', ')],
      ['Dates', `${review.from} to ${review.to}`],
      ['As of', when(review.asOf)],
      ['Verdict', review.verdict.toUpperCase()],
    ]),
    ...review.reasons.map((reason) => `  ${reason}`),
    '',
    'Baseline',
    ...review.baseline.map((line) => `  ${line}`),
    ...measureLines(review, 'technical'),
    ...measureLines(review, 'operational'),
    ...registerLines(review, 'legal'),
    ...registerLines(review, 'policy'),
  ];
}

const measureColumns = [
  { title: 'Measure' },
  { title: 'Value', align: 'right' },
  { title: 'Unit' },
  { title: 'Cases', align: 'right' },
  { title: 'Baseline' },
  { title: 'Threshold' },
  { title: 'Met' },
] as const;

function measureLines({ measures }: Review, side: 'technical' | 'operational'): string[] {
  const rows = measures
    .filter((measure) => measure.side === side)
    .map(({ label, value, counts, unit, cases, baseline, threshold, met }) => [
      label,
      counts ?? value,
      unit,
      String(cases),
      baseline ?? '',
      threshold ?? '',
      met === undefined ? '' : met ? 'yes' : 'NO',
    ]);
  return rows.length > 0
    ? ['', `${side === 'technical' ? 'Technical' : 'Operational'} side`, ...table(measureColumns, rows)]
    : [];
}

function registerLines({ registers }: Review, side: 'legal' | 'policy'): string[] {
  const rows = registers.filter((register) => register.side === side);
  return [
    ...(rows.length > 0 ? ['', `${side === 'legal' ? 'Legal' : 'Policy'} side`] : []),
    ...rows.flatMap(({ question, citation, answer, owner, status }) => [
      `${status.padEnd(8)}  ${question} (${citation})`,
      `          ${answer || 'no answer yet'} [${owner}]`,
    ]),
  ];
}
