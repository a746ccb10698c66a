import type { MetalStage } from '@portolan/documents';
import type { Dated, Sourced } from '@portolan/filing';
import type { MetalContent } from '@portolan/tariff';

/** One field of the importer's additional declaration, with its columns (CATAIR record 54). */
export interface DeclarationField {
  readonly name: string;
  readonly start: number;
  readonly length: number;
  readonly stage: MetalStage;
  /** A country; Y or N whether the stage applies; the word that stands instead of a country; either of both. */
  readonly says: 'country' | 'applies' | 'word' | 'country-or-word';
}

export interface Declaration extends Sourced {
  readonly type: string;
  readonly name: string;
  readonly fields: readonly DeclarationField[];
}

export interface StageFacts {
  readonly stage: MetalStage;
  readonly label: string;
  readonly required: boolean;
  /** Block of form 7501 of October 2025. */
  readonly block?: string;
}

/** The licence that the importation of a metal needs, where one does. */
export interface LicenceFacts extends Dated {
  /** CATAIR licence type of record 52. */
  readonly type: string;
  readonly system: string;
  readonly daysValid: number;
  /** Highest customs value in whole dollars of an importation under a low-value licence. */
  readonly lowValueDollars: number;
  /** By which share the entry may go beyond the licence. No published tolerance was found: a policy, not a constant. */
  readonly tolerance: { readonly mass: string; readonly value: string } & Sourced;
}

/** All that the rules know of one metal. A further metal is a further row: no rule names one. */
export interface MetalFacts extends Sourced {
  readonly metal: MetalContent['metal'];
  readonly name: string;
  /** Symbol of the metal that makes up the rest of an analysis. */
  readonly base: string;
  /** First and last six digits of its primary articles and of those made of it. */
  readonly primary: readonly (readonly [string, string])[];
  readonly articles: readonly (readonly [string, string])[];
  /** Articles whose importation comes with the weight percent of their elements (19 CFR 141.89). */
  readonly analysed: readonly (readonly [string, string])[];
  readonly stages: readonly StageFacts[];
  readonly declaration: Declaration;
  /** Headings that need a licence, by their first six digits. */
  readonly licence?: LicenceFacts;
  /** Tensile strengths that goods of this metal can have at all, in MPa: outside, the unit is wrong. */
  readonly tensile: { readonly least: string; readonly most: string } & Sourced;
  /** Whether the classification table of chapter 72 applies. */
  readonly classified: boolean;
}
