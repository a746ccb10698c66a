import type { DutyResult, LineDuty } from '@portolan/tariff';
import { dollars, tariffNumber } from './format.ts';
import { table } from './table.ts';

const columns = [
  { title: 'Line', align: 'right' },
  { title: 'HTS' },
  { title: 'Column' },
  { title: 'Rate' },
  { title: 'Duty', align: 'right' },
] as const;

/** Duty per line, fees and totals in US dollars, and what could not be computed. */
export function dutyLines(result: DutyResult): string[] {
  const rows = result.lines.flatMap(lineRows);
  const sums = [
    ['Duty', result.totals.duty],
    ...result.fees.map(({ code, class: kind, amount }) => [`${code} (class ${kind})`, amount]),
    ...(Number.parseFloat(result.totals.tax) === 0 ? [] : [['Tax', result.totals.tax]]),
    ['Total', result.totals.total],
  ] as [string, string][];
  return [
    ...table(columns, rows),
    '',
    ...table(
      [{ title: 'Sum' }, { title: 'US dollars', align: 'right' }],
      sums.map(([name, amount]) => [name, dollars(amount)]),
    ),
    '',
    `Tariff edition ${result.edition}, rates of ${result.date}.`,
    ...result.notComputed.map(
      ({ name, line, why, cite }) =>
        `Not computed${line ? ` on line ${line}` : ''}: ${name}. ${why} (${cite})`,
    ),
  ];
}

/** A line with its duty; where several layers make it up, each layer below it. */
function lineRows({ number, hts, column, rateText, duty, layers }: LineDuty): string[][] {
  const applied = layers.filter((layer) => layer.applied);
  const parts = applied.length > 1 ? applied : [];
  return [
    [String(number), tariffNumber(hts), column, rateText, dollars(duty)],
    ...parts.map(({ layer, rate, amount }) => ['', '', `  ${layer}`, rate, `of it ${dollars(amount)}`]),
  ];
}

/** Every step of the computation, line by line. */
export function traceLines(result: DutyResult): string[] {
  const steps = [
    ...result.lines.flatMap(({ number, layers, fees }) =>
      [...layers, ...fees.map(({ trace }) => trace)].map((step) => ({ of: `line ${number}`, step })),
    ),
    ...result.trace.map((step) => ({ of: 'entry', step })),
  ];
  return steps.flatMap(({ of, step }) => [
    `${of}: ${step.layer}${step.applied ? '' : ' (not applied)'}: ${step.rate} on ${step.basis} = ${dollars(step.amount)}`,
    `  ${step.why} (${step.cite})`,
  ]);
}
