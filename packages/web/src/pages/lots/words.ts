import { unitInfo } from '@portolan/kernel';
import { placeOf } from '@portolan/traceability';
import { groupDigits, unitName } from '../../format/numbers.ts';

/** Address of a lot's page. */
export function lotAddress(lot: string): string {
  return `/lots/${encodeURIComponent(lot)}`;
}

/** Address of an event's page. */
export function eventAddress(event: string): string {
  return `/trace/${encodeURIComponent(event)}`;
}

/**
 * The name at the end of a page's address, decoded once. The router's own parameter takes a `%2F` that belongs to the name for a
 * slash.
 */
export function nameIn({ url }: Pick<Request, 'url'>): string {
  const last = new URL(url).pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** Lots are told apart by at least so much of their names. */
const LEAST = 3;

/** The part of a lot's name that people use: its last parts between colons or slashes; percent signs decoded. */
export function shortLot(lot: string): string {
  const parts = lot.split(/(?<=[:/])/);
  let shown = '';
  while (shown.length < LEAST && parts.length > 0) shown = parts.pop() + shown;
  try {
    return decodeURIComponent(shown);
  } catch {
    return shown;
  }
}

/** A place without its coordinates. */
export function placeWords(place: string): string {
  return placeOf(place).name;
}

const PIECE = 'C62';

/** An exact amount with the symbol of its unit and, of a volume, its base conditions: `9,500 m³ at 15C`. */
export function amountWords(amount: string, unit: string, base?: string): string {
  const named = unit === PIECE ? 'pieces' : unitInfo(unit)?.symbol || unitName(unit);
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
