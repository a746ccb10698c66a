import type { ChangeLevel, ProductRule } from './product-rule.ts';

/** A material that does not originate, as far as evidence names it. */
export interface Material {
  readonly hs6: string;
  readonly originCountry: string;
}

export interface RuleAnswer {
  readonly state: 'met' | 'not-met' | 'undetermined';
  readonly why: string;
}

const DIGITS: Record<ChangeLevel, number> = { chapter: 2, heading: 4, subheading: 6 };

/** Whether known non-originating materials meet a product rule, as far as tariff numbers decide it. */
export function checkRule(rule: ProductRule, goodHs6: string, materials: readonly Material[]): RuleAnswer {
  const failing = materials.find((material) => !changes(rule, goodHs6, material.hs6));
  if (failing && rule.or)
    return { state: 'undetermined', why: `${failingWords(rule, goodHs6, failing)}, unless: ${rule.or}` };
  if (failing) return { state: 'not-met', why: failingWords(rule, goodHs6, failing) };
  if (rule.also) return { state: 'undetermined', why: `the rule also asks: ${rule.also}` };
  if (rule.regionalValue)
    return { state: 'undetermined', why: 'the rule also asks for regional value content' };
  return { state: 'met', why: `every material named changes as the rule asks` };
}

function changes(rule: ProductRule, goodHs6: string, materialHs6: string): boolean {
  if (rule.change === undefined) return false;
  const digits = DIGITS[rule.change];
  if (materialHs6.slice(0, digits) === goodHs6.slice(0, digits)) return false;
  const inside = within(`${rule.first}-${rule.last}`, materialHs6);
  if (rule.outsideGroup && inside) return false;
  return !(rule.except ?? []).some((range) => within(range, materialHs6));
}

function within(range: string, hs6: string): boolean {
  const [first = '', last = first] = range.replaceAll('.', '').split('-');
  const number = hs6.slice(0, first.length);
  return first <= number && number <= last;
}

function failingWords(rule: ProductRule, goodHs6: string, { hs6, originCountry }: Material): string {
  return `${shown(goodHs6)} asks for ${describeRule(rule)}; the material is of ${shown(hs6)} from ${originCountry}`;
}

/** The rule in our words: "a change from any other chapter, except from 0805". */
export function describeRule(rule: ProductRule): string {
  const change = rule.change
    ? `a change from any ${rule.outsideGroup ? `heading outside ${rule.first} to ${rule.last}` : `other ${rule.change}`}`
    : 'more than a change of tariff number';
  const except = rule.except ? `, except from ${rule.except.join(', ')}` : '';
  return `${change}${except}`;
}

function shown(hs6: string): string {
  return `${hs6.slice(0, 4)}.${hs6.slice(4)}`;
}
