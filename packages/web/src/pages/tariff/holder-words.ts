import type { Holder } from '@portolan/contract';

const HOLDERS: Record<Holder, string> = {
  program: 'comes with the program',
  node: 'imported for the whole node',
  organization: 'imported by your organization',
};

/** Who brought a body of data, in words. */
export const holderWords = (holder: Holder) => HOLDERS[holder];
