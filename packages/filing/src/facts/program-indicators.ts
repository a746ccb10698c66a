import type { Spi } from '../entry-line.ts';
import type { Sourced } from './fact.ts';

interface Indicator extends Sourced {
  readonly agreement: 'USMCA' | 'CAFTA-DR';
  /** Claimed for a good that originates. */
  readonly originating: Spi;
}

/** The special program indicator put before the HTS number to make the claim. */
export const indicators: readonly Indicator[] = [
  {
    agreement: 'USMCA',
    originating: 'S',
    source: 'HTSUS GN 11; 19 CFR 182.11(b); CATAIR AE table 8',
    certainty: 'verified',
  },
  {
    agreement: 'CAFTA-DR',
    originating: 'P',
    source: 'HTSUS GN 29; 19 CFR 10.583; CATAIR AE table 8',
    certainty: 'verified',
  },
];

export function originatingIndicator(agreement: string): Spi | undefined {
  return indicators.find((row) => row.agreement === agreement)?.originating;
}
