import type { Sourced, Spi } from '@portolan/filing';
import type { AgreementName, OriginAgreement } from '@portolan/tariff';

export interface Indicator extends Sourced {
  readonly spi: Spi;
  /** `originating`: the good meets the rules of origin. `qualifying`: it enters under a preference level without meeting them. */
  readonly kind: 'originating' | 'qualifying';
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

/** What one agreement's customs rules say of claims, as data: a rule in code asks here and cites the row. */
export interface AgreementTerms {
  readonly id: AgreementName;
  readonly name: string;
  readonly indicators: readonly Indicator[];
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

/** The same with what the tariff knows of the agreement: its countries, criteria and rules of origin. */
export interface Agreement extends AgreementTerms {
  readonly origin: OriginAgreement;
}
