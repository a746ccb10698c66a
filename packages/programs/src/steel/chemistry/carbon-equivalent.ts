import { Decimal } from '@portolan/kernel';
import { type Analysis, shareOf } from './analysis.ts';

const PLACES = 12;

/** Carbon equivalents that standards name. */
export type CarbonEquivalentFormula = 'IIW' | 'A706';

/** The carbon equivalent by a formula. */
export function carbonEquivalentBy(formula: CarbonEquivalentFormula, analysis: Analysis): Decimal {
  return formula === 'IIW' ? carbonEquivalent(analysis) : reinforcingEquivalent(analysis);
}

/** C + Mn/6 + Cu/40 + Ni/20 + Cr/10 - Mo/50 - V/10, in percent (ASTM A706/A706M, 6.4). */
function reinforcingEquivalent(analysis: Analysis): Decimal {
  const part = (element: string, divisor: number) =>
    shareOf(analysis, element).dividedBy(Decimal.of(divisor), PLACES, 'half-even');
  return shareOf(analysis, 'C')
    .plus(part('Mn', 6))
    .plus(part('Cu', 40))
    .plus(part('Ni', 20))
    .plus(part('Cr', 10))
    .minus(part('Mo', 50))
    .minus(part('V', 10));
}

/**
 * Carbon equivalent of the International Institute of Welding: C + Mn/6 + (Cr + Mo + V)/5 + (Ni + Cu)/15, in percent.
 * Elements that are not reported count as none, so it is a lower bound. Exact to twelve places; round before comparing.
 */
export function carbonEquivalent(analysis: Analysis): Decimal {
  const of = (...elements: string[]) =>
    elements.reduce((sum, element) => sum.plus(shareOf(analysis, element)), Decimal.zero);
  const part = (sum: Decimal, divisor: number) => sum.dividedBy(Decimal.of(divisor), PLACES, 'half-even');
  return of('C')
    .plus(part(of('Mn'), 6))
    .plus(part(of('Cr', 'Mo', 'V'), 5))
    .plus(part(of('Ni', 'Cu'), 15));
}
