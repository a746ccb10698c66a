import type { CaseRow, CaseState, Mover } from '../store/cases.ts';

/** What a state of an entry means, in the words of the trade. */
export const stateWords: Readonly<Record<CaseState, string>> = {
  draft: 'Draft, not filed',
  discarded: 'Discarded',
  filed: 'Filed, on its way to the agency',
  accepted: 'Accepted by the rules',
  referred: 'Waiting for an officer',
  asked: 'The agency asks for information',
  answered: 'Answered, the agency looks at it',
  released: 'Released by an officer',
  refused: 'Refused by an officer',
  held: 'Held by an officer',
  corrected: 'Corrected and accepted',
};

const movers: Readonly<Record<Mover, string>> = {
  filer: 'The filer',
  agency: 'The agency',
  importer: 'The importer of record',
  holder: 'The holder of the evidence',
  nobody: 'Nobody: nothing is open',
};

export function whoMoves({ next_mover }: Pick<CaseRow, 'next_mover'>): string {
  return movers[next_mover];
}

/** Time left until an instant, in words. */
export function dueWords(due: string, now: string): string {
  const days = Math.ceil((Date.parse(due) - Date.parse(now)) / 86_400_000);
  if (days > 1) return `${days} days left`;
  if (days === 1) return 'Due within a day';
  return days === 0 ? 'Due today' : `${-days} ${days === -1 ? 'day' : 'days'} late`;
}
