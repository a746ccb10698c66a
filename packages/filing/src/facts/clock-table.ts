import type { Certainty, Dated } from './fact.ts';

/** What starts a legal term. */
export type ClockStart = 'arrival' | 'release' | 'entry' | 'liquidation';

interface ClockFact extends Dated {
  readonly name: string;
  readonly label: string;
  readonly starts: ClockStart;
  /** The event that stops it. */
  readonly met?: 'entry' | 'summary' | 'liquidation';
  readonly length: { readonly days: number } | { readonly workingDays: number } | { readonly years: number };
}

const general: Certainty = 'general';

/** Legal terms of an entry, each with the day since which it is known to be so. */
export const clockFacts: readonly ClockFact[] = [
  {
    name: 'entry',
    label: 'File the entry',
    starts: 'arrival',
    met: 'entry',
    length: { days: 15 },
    from: '1997-01-01',
    source: '19 CFR 142.2(a): within 15 calendar days after landing',
    certainty: general,
  },
  {
    name: 'summary',
    label: 'File the entry summary and deposit estimated duties',
    starts: 'release',
    met: 'summary',
    length: { workingDays: 10 },
    from: '1997-01-01',
    source: '19 CFR 142.12(b): within 10 working days after the time of entry',
    certainty: general,
  },
  {
    name: 'post-summary-correction',
    label: 'Correct the summary without protest',
    starts: 'entry',
    length: { days: 300 },
    from: '2017-01-14',
    source: '81 FR 89482: within 300 days of entry and at least 15 days before liquidation',
    certainty: general,
  },
  {
    name: 'liquidation',
    label: 'Usual liquidation',
    starts: 'entry',
    met: 'liquidation',
    length: { days: 314 },
    from: '1997-01-01',
    source: 'Practice of the agency within the year of 19 U.S.C. 1504(a)',
    certainty: 'verified',
  },
  {
    name: 'protest',
    label: 'Protest the liquidation',
    starts: 'liquidation',
    length: { days: 180 },
    from: '2004-12-18',
    source: '19 U.S.C. 1514(c)(3)',
    certainty: general,
  },
  {
    name: 'post-importation-claim',
    label: 'Claim preference after importation',
    starts: 'arrival',
    length: { years: 1 },
    from: '1994-01-01',
    source: '19 U.S.C. 1520(d)',
    certainty: general,
  },
  {
    name: 'records',
    label: 'Keep the records of the entry',
    starts: 'entry',
    length: { years: 5 },
    from: '1998-07-16',
    source: '19 CFR 163.4(a)',
    certainty: general,
  },
];
