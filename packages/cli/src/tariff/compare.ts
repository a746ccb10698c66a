import type { WhatIfCase, WhatIfChange } from '@portolan/tariff';
import { dollars } from '../output/format.ts';
import { refusalLines } from '../output/refusals.ts';
import { table } from '../output/table.ts';

/** "origin=MX", "date=2026-03-01", "claim=S", "claim=none", "mode=11": one way in which the line could be otherwise. */
export function changeOf(text: string): WhatIfChange | undefined {
  const [, name, value = ''] = /^(origin|date|claim|mode|hts)=(\S+)$/.exec(text) ?? [];
  switch (name) {
    case 'origin':
      return { label: `origin ${value.toUpperCase()}`, originCountry: value.toUpperCase() };
    case 'date':
      return { label: `on ${value}`, date: value };
    case 'claim':
      return value === 'none'
        ? { label: 'without a claim', spi: null }
        : { label: `claiming ${value}`, spi: value };
    case 'mode':
      return { label: `mode ${value}`, modeOfTransport: value };
    case 'hts':
      return { label: `HTS ${value}`, hts: value };
    default:
      return undefined;
  }
}

const columns = [
  { title: 'Case' },
  { title: 'Layer' },
  { title: 'Rate' },
  { title: 'US dollars', align: 'right' },
  { title: 'Difference', align: 'right' },
] as const;

/** The cases below one another: the layers that each charges, fees, total, and how far it is from the first. */
export function compareLines(cases: readonly WhatIfCase[]): string[] {
  const refused = cases.filter(({ result }) => result === undefined);
  return [
    ...table(columns, cases.flatMap(caseRows)),
    ...refused.flatMap(({ label, refusals = [] }) => [
      '',
      `${label}: not computed`,
      ...refusalLines(refusals),
    ]),
  ];
}

function caseRows({ label, result, difference }: WhatIfCase): string[][] {
  if (!result) return [[label, 'not computed', '', '', '']];
  const layers = result.lines.flatMap((line) => line.layers).filter(({ applied }) => applied);
  return [
    [label, 'total', '', dollars(result.totals.total), difference ? signed(difference.total) : ''],
    ...layers.map(({ layer, rate, amount }) => ['', layer, rate, dollars(amount), '']),
    ['', 'fees', '', dollars(result.totals.fees), ''],
  ];
}

function signed(amount: string): string {
  return amount.startsWith('-') || amount === '0.00' ? dollars(amount) : `+${dollars(amount)}`;
}
