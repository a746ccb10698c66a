import type { Treatment } from '../chapter98/treatment.ts';
import type { PreferenceProgram } from '../program/program.ts';

/** What the fees need to know of a line. */
export interface FeePayer {
  readonly number: number;
  readonly hts: string;
  /** Entered value in cents. */
  readonly cents: bigint;
  /** The program claimed, accepted on the line. */
  readonly program?: PreferenceProgram;
  /** Headings of chapters 98 and 99 claimed, digits only. */
  readonly headings: readonly string[];
  /** The provision of chapter 98 that the line claims. */
  readonly treatment?: Treatment;
  /** The filer's own ground for exemption. */
  readonly feeExempt?: string;
}
