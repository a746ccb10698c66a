import type { RuleResult } from '../result.ts';
import { describeRule } from '../rule/describe.ts';
import type { FoundRule } from '../rule/find.ts';
import { pointed } from '../rule/range.ts';
import { tryAlternative } from './alternative.ts';
import type { Material, PreferenceFacts } from './facts.ts';
import { anyOf } from './test.ts';

/** A product rule tested in each of its ways; any one of them suffices. */
export function tryRule(
  { rule, through }: FoundRule,
  materials: readonly Material[],
  facts: PreferenceFacts,
): RuleResult {
  const alternatives = rule.alternatives.map((one) => tryAlternative(one, rule, materials, facts));
  const { first, last, cite, from, to, source, certainty } = rule;
  return {
    range: first === last ? pointed(first) : `${pointed(first)}-${pointed(last)}`,
    words: describeRule(rule),
    outcome: anyOf(alternatives.map(({ outcome }) => outcome)),
    alternatives,
    cite,
    from,
    ...(to ? { to } : {}),
    source,
    certainty,
    ...(through ? { through: pointed(through) } : {}),
  };
}
