import { groupDigits, unitName } from '../../format/numbers.ts';

/** Address of a lot's page. */
export function lotAddress(lot: string): string {
  return `/lots/${encodeURIComponent(lot)}`;
}

/** Address of an event's page. */
export function eventAddress(event: string): string {
  return `/trace/${encodeURIComponent(event)}`;
}

/** The part of a lot's name that people use: what follows the last colon or slash; percent signs decoded. */
export function shortLot(lot: string): string {
  const last =
    lot
      .replace(/[:/]+$/, '')
      .split(/[:/]/)
      .at(-1) ?? lot;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

const PIECE = 'C62';

/** An exact amount with its unit in words and, of a volume, its base conditions: `9,500 cubic metre at 15C`. */
export function amountWords(amount: string, unit: string, base?: string): string {
  const named = unit === PIECE ? 'pieces' : unitName(unit);
  return `${groupDigits(amount)} ${named}${base === undefined ? '' : ` at ${base}`}`;
}

const KINDS: Record<string, string> = {
  produce: 'Produced',
  split: 'Split',
  merge: 'Merged',
  blend: 'Blended',
  transform: 'Transformed',
  lose: 'Lost',
  consume: 'Used up',
  measure: 'Measured',
  title: 'Title passed',
  custody: 'Custody passed',
  void: 'Taken back',
};

/** What an event did, in words. */
export function kindWords(kind: string): string {
  return KINDS[kind] ?? kind;
}

const STATES: Record<string, string> = {
  accepted: 'Counts',
  refused: 'Refused',
  waiting: 'Waits',
  superseded: 'Replaced by a correction',
};

export function stateWords(state: string): string {
  return STATES[state] ?? state;
}
