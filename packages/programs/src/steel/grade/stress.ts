import type { StressUnit } from '@portolan/documents';
import { Decimal } from '@portolan/kernel';
import type { MetalFacts } from '../facts/metal.ts';

export interface Stress {
  readonly value: string;
  readonly unit: StressUnit;
}

/** Megapascals in one thousand pounds-force per square inch: 4.4482216152605 N over 0.00064516 m² (NIST SP 811). */
const MPA_PER_KSI = Decimal.of('4448.2216152605').dividedBy(Decimal.of('645.16'), 12, 'half-even');
const THOUSAND = Decimal.of(1000);

/** In megapascals; a newton per square millimetre is one. */
export function megapascals({ value, unit }: Stress): Decimal {
  const amount = Decimal.of(value);
  if (unit === 'ksi') return amount.times(MPA_PER_KSI);
  return unit === 'psi' ? amount.times(MPA_PER_KSI).dividedBy(THOUSAND, 12, 'half-even') : amount;
}

/** In the system of units that the report uses: ksi for pounds, MPa for the others. */
export function asReported({ value, unit }: Stress): {
  readonly value: Decimal;
  readonly system: 'mpa' | 'ksi';
} {
  const amount = Decimal.of(value);
  if (unit === 'ksi') return { value: amount, system: 'ksi' };
  if (unit === 'psi') return { value: amount.dividedBy(THOUSAND, 9, 'half-even'), system: 'ksi' };
  return { value: amount, system: 'mpa' };
}

/**
 * The unit that a tensile strength was meant in, where the one it states can't be: the figure lies outside what goods of the
 * metal can have, and inside when it is read in the other unit.
 */
export function meantUnit(stress: Stress, { tensile }: MetalFacts): StressUnit | undefined {
  const fits = (unit: StressUnit) => {
    const mpa = megapascals({ value: stress.value, unit });
    return mpa.gte(Decimal.of(tensile.least)) && mpa.lte(Decimal.of(tensile.most));
  };
  if (fits(stress.unit)) return undefined;
  return (['MPa', 'ksi', 'psi'] as const).find((unit) => unit !== stress.unit && fits(unit));
}
