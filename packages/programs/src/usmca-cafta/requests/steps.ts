import type { Sourced } from '@portolan/filing';

/** A step of a verification with its term: what the agency may do, in this order, before a claim is denied. */
export interface RequestStep extends Sourced {
  readonly id: 'asked' | 'extended' | 'holder-asked' | 'proposed' | 'taken';
  readonly label: string;
  /** Calendar days to answer; absent where nothing is waited for. */
  readonly days?: number;
  readonly movesNext: 'importer' | 'holder' | 'agency';
}

/** The way from a question (Form 28) to a notice of action (Form 29), as dated data with sources. */
export const requestSteps: readonly RequestStep[] = [
  {
    id: 'asked',
    label: 'Request for information sent to importer, broker and holder',
    days: 30,
    movesNext: 'importer',
    source: 'CBP Form 28: 30 days from issue',
    certainty: 'verified',
  },
  {
    id: 'extended',
    label: 'Term extended once',
    days: 30,
    movesNext: 'importer',
    source: 'Practice of the agency on request; no public rule was found',
    certainty: 'open',
  },
  {
    id: 'holder-asked',
    label: 'Exporter or producer asked, since the importer could not answer',
    days: 30,
    movesNext: 'holder',
    source: '19 CFR 182.72; 19 CFR 10.616',
    certainty: 'general',
  },
  {
    id: 'proposed',
    label: 'Notice of action proposed',
    days: 20,
    movesNext: 'importer',
    source: 'CBP Form 29, proposed: usually 20 days',
    certainty: 'general',
  },
  {
    id: 'taken',
    label: 'Notice of action taken',
    movesNext: 'agency',
    source: 'CBP Form 29, taken',
    certainty: 'general',
  },
];
