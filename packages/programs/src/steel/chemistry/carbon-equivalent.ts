import { Decimal } from '@portolan/kernel';
import { type Analysis, shareOf } from './analysis.ts';

const PLACES = 12;

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
