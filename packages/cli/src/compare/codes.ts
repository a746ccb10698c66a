import type { CodeComparison } from '@portolan/tariff';
import { tariffNumber } from '../output/format.ts';
import { table } from '../output/table.ts';

/** The lines of an entry with what the facts of their goods say of the declared codes. */
export interface ComparedCodes {
  readonly edition: string;
  readonly lines: readonly {
    readonly number: number;
    readonly description: string;
    readonly comparison: CodeComparison;
  }[];
}

const columns = [
  { title: 'Line', align: 'right' },
  { title: 'Goods' },
  { title: 'Declared' },
  { title: 'Verdict' },
  { title: 'By the facts' },
  { title: 'Sure', align: 'right' },
] as const;

/** The facts of each line beside its code: what agrees, what differs, what the facts leave open. */
export function codeLines({ edition, lines }: ComparedCodes): string[] {
  const differing = lines.filter(({ comparison }) => comparison.verdict === 'differs');
  return [
    ...table(columns, lines.map(row)),
    '',
    `${differing.length} of ${lines.length} codes differ from the facts, in edition ${edition}.`,
    ...differing.map(({ number, comparison }) => `Line ${number}: ${comparison.words}`),
  ];
}

function row({ number, description, comparison }: ComparedCodes['lines'][number]): string[] {
  const { hts, verdict, facts, confidence } = comparison;
  const percent = `${Math.round(Number(confidence) * 100)}%`;
  return [
    String(number),
    description,
    tariffNumber(hts),
    verdict,
    facts ? tariffNumber(facts.hts) : '–',
    percent,
  ];
}
