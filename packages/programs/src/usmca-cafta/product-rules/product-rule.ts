import type { Dated } from '@portolan/filing';
import type { AgreementId } from '../facts/agreement.ts';

/** How far up the tariff a material must stand from the good: "from any other chapter", "heading", "subheading". */
export type ChangeLevel = 'chapter' | 'heading' | 'subheading';

/** One product-specific rule of origin, taken apart into what classification alone can decide and what it can't. */
export interface ProductRule extends Dated {
  readonly agreement: AgreementId;
  /** First and last heading or subheading covered, digits only, of equal length. */
  readonly first: string;
  readonly last: string;
  /** Every non-originating material must come from another one of these. */
  readonly change?: ChangeLevel;
  /** Materials of these ranges do not count, even when they change: '0805', '7213-7215', '54'. */
  readonly except?: readonly string[];
  /** Materials must come from outside the headings covered, not just from another of them. */
  readonly outsideGroup?: boolean;
  /** Regional value content asked for, any one of them. */
  readonly regionalValue?: readonly RegionalValue[];
  /** What else the rule asks, in our words: not decidable from tariff numbers. */
  readonly also?: string;
  /** Another way to meet the rule, in our words. */
  readonly or?: string;
}

export interface RegionalValue {
  readonly method: 'TV' | 'NC';
  readonly minimum: string;
  readonly when?: string;
}
