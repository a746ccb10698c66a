import type { Dated } from '@portolan/filing';

/** From when an entry of a line's crossings is due. */
export interface EntryClock extends Dated {
  readonly process: 'monthly' | 'daily';
  /** What the days are counted from. */
  readonly starts: 'day' | 'end-of-month';
  readonly days: number;
}

export const entryClocks: readonly EntryClock[] = [
  {
    process: 'daily',
    starts: 'day',
    days: 15,
    from: '1997-01-01',
    source: '19 CFR 142.2(a): within 15 calendar days; crude in a line arrives every day (HQ H272806)',
    certainty: 'general',
  },
  {
    process: 'monthly',
    starts: 'end-of-month',
    days: 15,
    from: '1997-01-01',
    source:
      'CSMS 64859298 allows one entry for a month of nondutiable merchandise; when it is due was not found and is taken from the end of the month',
    certainty: 'open',
  },
];
