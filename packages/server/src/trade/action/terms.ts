/** A term that practice sets, with where it is read from and how sure that is. */
export interface ActionTerm {
  readonly from: string;
  readonly days: number;
  readonly source: string;
  readonly certainty: 'verified' | 'general' | 'open';
}

/** Days to answer a proposed action, newest last. */
const terms: readonly ActionTerm[] = [
  {
    from: '2018-01-01',
    days: 20,
    source: 'CBP Form 29, customary term of a proposed action',
    certainty: 'general',
  },
];

/** The term in force on a day. */
export function answerTerm(day: string): ActionTerm {
  const term = terms.findLast(({ from }) => from <= day) ?? terms[0];
  if (!term) throw new Error('no term for proposed actions');
  return term;
}
