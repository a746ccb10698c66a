import type { Holder } from '@portolan/contract';

const HOLDERS: Record<Holder, string> = {
  program: 'comes with the program',
  node: 'imported for the whole node',
  organization: 'imported by your organization',
};

const COUNTS: Record<Holder, string> = {
  program: 'look-ups, drafts, filings and decisions',
  node: 'look-ups, drafts, filings and decisions, from its import on',
  organization: 'look-ups and worksheets of your organization; never decisions',
};

/** What a body of data counts for, by who brought it. */
export const countsFor = (holder: Holder) => COUNTS[holder];

/** Who brought a body of data, in words. */
export const holderWords = (holder: Holder) => HOLDERS[holder];
