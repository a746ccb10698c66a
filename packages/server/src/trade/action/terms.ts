import { type Dated, inForce } from '@portolan/filing';

/** A term that practice sets. */
export interface ActionTerm extends Dated {
  /** Calendar days. */
  readonly days: number;
}

/** Days to answer a proposed action, by the day on which it is proposed. */
const answerTerms: readonly ActionTerm[] = [
  {
    days: 20,
    from: '2018-01-01',
    source: 'CBP Form 29, usual term of a proposed action; 19 CFR 152.2',
    certainty: 'general',
  },
];

/** The term to answer an action that is proposed on a day. */
export function answerTerm(day: string): ActionTerm {
  const term = inForce(answerTerms, day);
  if (!term) throw new Error(`no term for an action proposed on ${day}`);
  return term;
}
