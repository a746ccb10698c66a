import type { EntryState } from '@portolan/contract';

/** The states of an entry as a filter offers them. */
export const entryStates: readonly (readonly [EntryState, string])[] = [
  ['filed', 'Filed'],
  ['accepted', 'Accepted'],
  ['referred', 'With an officer'],
  ['asked', 'Asked'],
  ['answered', 'Answered'],
  ['released', 'Released'],
  ['refused', 'Refused'],
  ['held', 'Held'],
  ['corrected', 'Corrected'],
];

const TONES: Record<EntryState, string> = {
  filed: 'info',
  accepted: 'good',
  referred: 'wait',
  asked: 'wait',
  answered: 'info',
  released: 'good',
  refused: 'bad',
  held: 'bad',
  corrected: 'info',
};

/** The tone beside the words of a state; the words carry the meaning. */
export function stateTone(state: EntryState): string {
  return TONES[state] ?? 'info';
}
