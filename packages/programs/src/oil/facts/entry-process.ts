import type { Dated } from '@portolan/filing';

/** Whose days must all be free of duty before one entry covers a month. */
export interface ProcessPolicy extends Dated {
  /** `owner`: what the importer itself enters; `line`: everything that crossed, whoever enters it. */
  readonly judgedFor: 'owner' | 'line';
}

export const processPolicies: readonly ProcessPolicy[] = [
  {
    judgedFor: 'owner',
    from: '1989-01-01',
    source:
      'CSMS 64859298 allows one entry for a month of nondutiable merchandise, and an entry is of the merchandise of one importer (19 U.S.C. 1484(a)); whether dutiable oil of another owner in the same line bars it was not found',
    certainty: 'open',
  },
];
