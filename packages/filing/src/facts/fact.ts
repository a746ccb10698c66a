/** How sure a fact is: read in its source, generally known but not re-read, or still open. */
export type Certainty = 'verified' | 'general' | 'open';

/** What every row of facts carries beside its value. */
export interface Sourced {
  readonly source: string;
  readonly certainty: Certainty;
}

/** A fact in force from a day, until another day or until further notice. */
export interface Dated extends Sourced {
  readonly from: string;
  readonly until?: string;
}

/** The row in force on a day, the latest one where several are. */
export function inForce<T extends Dated>(rows: readonly T[], day: string): T | undefined {
  return rows.findLast((row) => row.from <= day && (row.until === undefined || day <= row.until));
}
