/**
 * What a rate column of the tariff says. Decimals are texts: percent 2.9 is "2.9", 4.7 cents is "0.047" dollars.
 * `of` keeps the schedule's own words where a rate counts only a part of the goods ("lead content").
 */
export type Rate =
  | FreeRate
  | AdValoremRate
  | SpecificRate
  | CompoundRate
  | PolarityRate
  | ApplicableRate
  | DerivedRate
  | SeeRate
  | { readonly kind: 'no-change' }
  | { readonly kind: 'none' }
  | UnparsedRate;

export interface FreeRate {
  readonly kind: 'free';
  readonly condition?: string;
}

/** Percent of the entered value, or of the value of the part named by `of`. */
export interface AdValoremRate {
  readonly kind: 'ad-valorem';
  readonly percent: string;
  readonly of?: string;
}

/** US dollars per unit (UNECE Rec 20), counted only above `over` units where the schedule says so. */
export interface SpecificRate {
  readonly kind: 'specific';
  readonly amount: string;
  readonly currency: 'USD';
  readonly per: string;
  readonly of?: string;
  readonly over?: string;
}

/** All parts together; `limit` is a ceiling that the schedule gives in words. */
export interface CompoundRate {
  readonly kind: 'compound';
  readonly parts: readonly Rate[];
  readonly limit?: string;
}

/** Raw sugar: `amount` less `less` for each degree under `degrees`, but not less than `minimum`, per unit. */
export interface PolarityRate {
  readonly kind: 'polarity';
  readonly amount: string;
  readonly less: string;
  readonly degrees: string;
  readonly minimum: string;
  readonly per: string;
}

/** Chapters 98 and 99: the duty of the goods' own subheading, with `plus` added or `minus` percentage points taken. */
export interface ApplicableRate {
  readonly kind: 'applicable';
  readonly plus?: Rate;
  readonly minus?: string;
  readonly headings?: readonly string[];
}

/** The rate of something else, which the text names: a set, a complete movement, the natural juice. */
export interface DerivedRate {
  readonly kind: 'derived';
  readonly basis: string;
}

/** Found under other headings or in a note. */
export interface SeeRate {
  readonly kind: 'see';
  readonly headings: readonly string[];
  readonly note?: string;
}

export interface UnparsedRate {
  readonly kind: 'unparsed';
  readonly text: string;
  readonly reason: string;
}

/** One group of the special column: the programs in parentheses and what they get. */
export interface SpecialRate {
  readonly programs: readonly string[];
  readonly rate: Rate;
}
