import type { Dated, Sourced, Spi } from '@portolan/filing';

export type AgreementId = 'USMCA' | 'CAFTA-DR';

export interface PartyCountry extends Dated {
  readonly country: string;
}

export interface Indicator extends Sourced {
  readonly spi: Spi;
  /** `originating`: the good meets the rules of origin. `qualifying`: it enters under a preference level without meeting them. */
  readonly kind: 'originating' | 'qualifying';
}

export interface Criterion extends Sourced {
  readonly letter: 'A' | 'B' | 'C' | 'D';
  readonly meaning: string;
  /** Chapters whose goods may not use it. */
  readonly notForChapters: readonly string[];
}

export interface Element extends Sourced {
  readonly id: string;
  readonly number: string;
  readonly label: string;
}

export interface Term extends Sourced {
  readonly value: number;
}

export interface Permission extends Sourced {
  readonly allowed: boolean;
}

/** What one agreement's customs rules say, as data: a rule in code asks here and cites the row. */
export interface Agreement {
  readonly id: AgreementId;
  readonly name: string;
  readonly countries: readonly PartyCountry[];
  readonly indicators: readonly Indicator[];
  readonly criteria: readonly Criterion[];
  readonly elements: readonly Element[];
  readonly blanketMonths: Term;
  readonly certificateYears: Term;
  /** Highest value in whole dollars of an importation that needs no certification. */
  readonly lowValueDollars: Term;
  readonly nonPartyDocument: Permission;
  readonly knowledgeClaim: Permission;
  readonly transit: Sourced;
  readonly postImportationYears: Term;
  readonly correctionDays: Term;
}
