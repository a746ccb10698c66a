import type { ElementShare } from '@portolan/documents';
import { Decimal, sumDecimals } from '@portolan/kernel';

/** Shares in percent by element. */
export type Analysis = ReadonlyMap<string, Decimal>;

/** The heat analysis of an item; where an element was only found in the product, that figure. */
export function analysisOf(chemistry: readonly ElementShare[]): Analysis {
  const shares = new Map<string, Decimal>();
  const product = chemistry.filter(({ analysis }) => analysis === 'product');
  const heat = chemistry.filter(({ analysis }) => analysis !== 'product');
  for (const { element, percent } of [...product, ...heat]) shares.set(element, Decimal.of(percent));
  return shares;
}

/** What was found in the product itself, beside the heat it was rolled of. */
export function productAnalysisOf(chemistry: readonly ElementShare[]): Analysis {
  return analysisOf(chemistry.filter(({ analysis }) => analysis === 'product'));
}

/** Elements of which there is a figure of the product and none of the heat. */
export function foundInProductAlone(chemistry: readonly ElementShare[]): ReadonlySet<string> {
  const heat = new Set(chemistry.flatMap(({ analysis, element }) => (analysis === 'product' ? [] : element)));
  return new Set(chemistry.flatMap(({ element }) => (heat.has(element) ? [] : element)));
}

export function shareOf(analysis: Analysis, element: string): Decimal {
  return analysis.get(element) ?? Decimal.zero;
}

export interface Absurdity {
  readonly element: string;
  readonly percent: string;
  readonly why: string;
}

const HUNDRED = Decimal.of(100);

/**
 * What can't be in a metal: a share below nothing, elements that come to more than the whole, or an element that there is
 * more of than of the metal itself, which by the notes of its section must predominate (HTSUS section XV, note 5; chapter 72,
 * note 1).
 */
export function absurdities(analysis: Analysis, base: string): Absurdity[] {
  const negative = [...analysis].flatMap(([element, share]) =>
    share.isNegative() ? [{ element, percent: share.toString(), why: 'a share below zero' }] : [],
  );
  if (negative.length > 0) return negative;
  const others = [...analysis].filter(([element]) => element !== base);
  const sum = sumDecimals(others.map(([, share]) => share));
  const whole = sum.plus(shareOf(analysis, base));
  const most = sum.gt(HUNDRED) ? sum : whole.gt(HUNDRED.plus(WHOLE_TOLERANCE)) ? whole : undefined;
  if (most)
    return [{ element: 'all', percent: most.toString(), why: 'the elements come to more than the whole' }];
  const rest = HUNDRED.minus(sum);
  return others.flatMap(([element, share]) =>
    share.gte(rest)
      ? [{ element, percent: share.toString(), why: `no less of it than of the metal (${base})` }]
      : [],
  );
}

/** Where the metal itself is analysed too, rounding may bring the sum a little above the whole. */
const WHOLE_TOLERANCE = Decimal.of('0.5');
