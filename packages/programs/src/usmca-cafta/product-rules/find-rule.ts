import { inForce } from '@portolan/filing';
import type { AgreementId } from '../facts/agreement.ts';
import { ruleNumbers } from './concordance.ts';
import type { ProductRule } from './product-rule.ts';

/**
 * The product rule of an agreement for a subheading on a day: the narrowest one at hand. Undefined when none is at
 * hand, which says nothing about whether one exists.
 */
export function findRule(
  rules: readonly ProductRule[],
  agreement: AgreementId,
  hs6: string,
  day: string,
): ProductRule | undefined {
  for (const number of ruleNumbers(hs6)) {
    const covering = rules.filter((rule) => rule.agreement === agreement && covers(rule, number));
    const narrowest = covering.toSorted((a, b) => b.first.length - a.first.length)[0];
    const dated =
      narrowest &&
      inForce(
        covering.filter(({ first }) => first === narrowest.first),
        day,
      );
    if (dated) return dated;
  }
  return undefined;
}

function covers({ first, last }: ProductRule, hs6: string): boolean {
  const number = hs6.slice(0, first.length);
  return first <= number && number <= last;
}
