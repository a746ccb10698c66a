import { type Dated, inForce } from './fact.ts';

interface InformalLimit extends Dated {
  /** Highest entered value in whole dollars that may be entered informally. */
  readonly dollars: number;
}

const LIMITS: readonly InformalLimit[] = [
  {
    dollars: 2500,
    from: '2013-01-07',
    source: '19 CFR 143.21(a); 77 FR 72715',
    certainty: 'general',
  },
];

/** Informal entry limit of a day in whole dollars; undefined for days before the table begins. */
export function informalLimit(day: string): number | undefined {
  return inForce(LIMITS, day)?.dollars;
}
