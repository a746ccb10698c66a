import { Decimal } from '@portolan/kernel';
import type { AlloyFacts } from '../facts/alloy.ts';
import type { SteelFamily } from '../facts/classification.ts';
import { type Analysis, shareOf } from './analysis.ts';

export interface FamilyFinding {
  readonly family: SteelFamily;
  /** The elements that decide, as `Cr 0.35 at or above 0.3`. */
  readonly why: readonly string[];
}

/** Whether steel is stainless, other alloy or nonalloy, by chapter 72, note 1: a limit counts at and above its figure. */
export function familyOf(
  analysis: Analysis,
  { limits, others, never, stainless }: AlloyFacts,
): FamilyFinding {
  const [carbon, chromium] = [shareOf(analysis, 'C'), shareOf(analysis, 'Cr')];
  if (carbon.lte(Decimal.of(stainless.carbonAtMost)) && chromium.gte(Decimal.of(stainless.chromiumAtLeast)))
    return {
      family: 'stainless',
      why: [
        `C ${carbon} at most ${stainless.carbonAtMost}`,
        `Cr ${chromium} at or above ${stainless.chromiumAtLeast}`,
      ],
    };
  const own = new Map(limits.map(({ element, atLeast }) => [element, atLeast]));
  const why = [...analysis].flatMap(([element, share]) => {
    if (never.includes(element)) return [];
    const limit = own.get(element) ?? others;
    return share.gte(Decimal.of(limit)) ? [`${element} ${share} at or above ${limit}`] : [];
  });
  return { family: why.length > 0 ? 'alloy' : 'nonalloy', why };
}
