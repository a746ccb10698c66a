import type { Sourced } from '@portolan/filing';
import type { AgreementId } from './agreement.ts';

/** A published ruling that found goods of a subheading not originating. */
export interface Ruling extends Sourced {
  readonly number: string;
  readonly agreement: AgreementId;
  readonly hs6: string;
  readonly madeIn: string;
  readonly finding: string;
}

export const rulings: readonly Ruling[] = [
  {
    number: 'HQ H327583',
    agreement: 'USMCA',
    hs6: '853710',
    madeIn: 'MX',
    finding: 'control panels assembled in Mexico from Chinese printed circuit assemblies do not originate',
    source: 'HQ H327583',
    certainty: 'verified',
  },
];
