import { Decimal, sumDecimals } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { agrees } from './compare.ts';
import type { Comparison } from './comparison.ts';

const KeyedSchema = Type.Object({
  fields: Type.Integer(),
  keystrokes: Type.Integer(),
  /** The minutes of the summaries, added. */
  minutes: Type.String(),
});

/** Many summaries beside ours, in sum. */
export const ComparisonTotalsSchema = Type.Object({
  summaries: Type.Integer(),
  compared: Type.Integer(),
  /** Compared, and nothing differs. */
  agree: Type.Integer(),
  fields: Type.Integer(),
  same: Type.Integer(),
  different: Type.Integer(),
  onlyTheirs: Type.Integer(),
  onlyOurs: Type.Integer(),
  linesMoved: Type.Integer(),
  theirs: KeyedSchema,
  ours: KeyedSchema,
  /** Fields that differ most often: how often each, the most frequent first. */
  often: Type.Array(Type.Object({ label: Type.String(), summaries: Type.Integer() })),
});
export type ComparisonTotals = Static<typeof ComparisonTotalsSchema>;

const MOST_OFTEN = 20;

/** Adds up comparisons; `summaries` counts also those that could not be compared. */
export function comparisonTotals(
  comparisons: readonly Comparison[],
  summaries = comparisons.length,
): ComparisonTotals {
  const sum = (of: (one: Comparison) => number) =>
    comparisons.reduce((total, comparison) => total + of(comparison), 0);
  const keyed = (side: 'theirs' | 'ours') => ({
    fields: sum((one) => one[side].fields),
    keystrokes: sum((one) => one[side].keystrokes),
    minutes: sumDecimals(comparisons.map((one) => Decimal.of(one[side].minutes))).toFixed(1),
  });
  return {
    ...{ summaries, compared: comparisons.length, agree: comparisons.filter(agrees).length },
    fields: sum(({ fields }) => fields.length),
    same: sum(({ counts }) => counts.same),
    different: sum(({ counts }) => counts.different),
    onlyTheirs: sum(({ counts }) => counts.onlyTheirs),
    onlyOurs: sum(({ counts }) => counts.onlyOurs),
    linesMoved: sum(({ lines }) => lines.filter(({ moved }) => moved).length),
    ...{ theirs: keyed('theirs'), ours: keyed('ours'), often: differingOften(comparisons) },
  };
}

/** In how many summaries a field differs, whatever the number of its lines. */
function differingOften(comparisons: readonly Comparison[]): ComparisonTotals['often'] {
  const counts = new Map<string, number>();
  for (const { fields } of comparisons)
    for (const label of new Set(fields.filter(({ verdict }) => verdict !== 'same').map((one) => one.label)))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts]
    .map(([label, summaries]) => ({ label, summaries }))
    .sort((left, right) => right.summaries - left.summaries || (left.label < right.label ? -1 : 1))
    .slice(0, MOST_OFTEN);
}
