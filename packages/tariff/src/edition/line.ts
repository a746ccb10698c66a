import type { Measure } from '../rate/measure.ts';
import type { Rate, SpecialRate } from '../rate/rate.ts';
import type { Season } from './season.ts';

/** One numbered row of an edition with everything it inherits from the rows above it. */
export interface TariffLine {
  /** Digits only: 4 (heading) to 10 (statistical). */
  readonly hts: string;
  readonly description: string;
  /** Descriptions from the heading down to the row above this one. */
  readonly path: readonly string[];
  /** UNECE Rec 20 codes of the quantities to report; empty where the schedule asks for none. */
  readonly units: readonly string[];
  readonly measures: readonly Measure[];
  readonly general: Rate;
  readonly special: readonly SpecialRate[];
  readonly column2: Rate;
  /** The rate columns as printed. */
  readonly texts: { readonly general: string; readonly special: string; readonly column2: string };
  /** Texts of the footnotes on this row and on the rows it inherits from. */
  readonly footnotes: readonly string[];
  /** Headings of chapters 98 and 99 that the footnotes name. */
  readonly headings: readonly string[];
  readonly indent: number;
  /** The row that prints the rates, when it is not this one. */
  readonly inheritedFrom?: string;
  readonly season?: Season;
  /** The row whose description gives the season. */
  readonly seasonFrom?: string;
  /** A number for goods within a tariff-rate quota: only entry types that carry quota can enter them. */
  readonly inQuota: boolean;
  /** Goods can be entered under this number: it has no rows of more digits below it. */
  readonly complete: boolean;
}
