import { holdsOn } from '../../reference/dated.ts';
import type { OriginTables } from '../tables.ts';
import { inRange } from './range.ts';
import type { ProductOriginRule } from './rule.ts';

export interface FoundRule {
  readonly rule: ProductOriginRule;
  /** The older number that the rule is written in, where the good was found through a concordance. */
  readonly through?: string;
}

/**
 * The rule of an agreement (or of part 102, `marking`) for a tariff number on a day: the narrowest one at hand, under
 * the number itself or an older one that it had. Undefined where none is at hand, which says nothing about whether one
 * exists.
 */
export function findOriginRule(
  { rules, renumberings }: Pick<OriginTables, 'rules' | 'renumberings'>,
  set: ProductOriginRule['set'],
  hs: string,
  day: string,
): FoundRule | undefined {
  const own = narrowest(rules, set, hs, day);
  if (own) return { rule: own };
  for (const { rule: older } of renumberings.filter(({ schedule }) => hs.startsWith(schedule))) {
    const rule = narrowest(rules, set, older, day);
    if (rule) return { rule, through: older };
  }
  return undefined;
}

function narrowest(
  rules: readonly ProductOriginRule[],
  set: string,
  hs: string,
  day: string,
): ProductOriginRule | undefined {
  return chapterRules(rules, set, hs.slice(0, 2))
    .filter((rule) => holdsOn(rule, day) && inRange(`${rule.first}-${rule.last}`, hs))
    .toSorted((a, b) => b.first.length - a.first.length || (a.from < b.from ? 1 : -1))[0];
}

/** Every claim asks: the rules of a table by set and chapter are sorted out once. */
const sorted = new WeakMap<readonly ProductOriginRule[], Map<string, ProductOriginRule[]>>();

function chapterRules(
  rules: readonly ProductOriginRule[],
  set: string,
  chapter: string,
): readonly ProductOriginRule[] {
  const key = `${set} ${chapter}`;
  const known = sorted.get(rules) ?? new Map<string, ProductOriginRule[]>();
  sorted.set(rules, known);
  const found = known.get(key) ?? rules.filter((rule) => rule.set === set && spans(rule, chapter));
  known.set(key, found);
  return found;
}

function spans({ first, last }: ProductOriginRule, chapter: string): boolean {
  return first.slice(0, 2) <= chapter && chapter <= last.slice(0, 2);
}
