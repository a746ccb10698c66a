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
    ...amountOf('Antidumping deposit', result.totals.antidumping),
    ...amountOf('Countervailing deposit', result.totals.countervailing),
    ...result.fees.map(({ code, class: kind, amount }) => [`${code} (class ${kind})`, amount]),
    ...amountOf('Tax', result.totals.tax),
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

/** An amount by its name, left out where nothing is owed. */
function amountOf(name: string, amount = '0.00'): [string, string][] {
  return amount === '0.00' ? [] : [[name, amount]];
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
    ...result.lines.flatMap(({ number, layers, deposits = [], taxes = [], fees }) =>
      [...layers, ...[...deposits, ...taxes, ...fees].map(({ trace }) => trace)].map((step) => ({
        of: `line ${number}`,
        step,
      })),
    ),
    ...result.trace.map((step) => ({ of: 'entry', step })),
  ];
  return steps.flatMap(({ of, step }) => [
    `${of}: ${step.layer}${step.applied ? '' : ' (not applied)'}: ${step.rate} on ${step.basis} = ${dollars(step.amount)}`,
    `  ${step.why} (${step.cite})`,
  ]);
}
