import { indexPhrases, type Phrases } from './phrases.ts';
import { tableRows } from './traits.ts';
import { type Word, wordsOf } from './words.ts';

/** Where the Harmonized System has the goods that a trade term names, if the conditions hold. */
export interface TermPlace {
  /** Digits of a heading or subheading of the Harmonized System 2022. */
  readonly hs: string;
  /** Traits that must all hold; a `!` before one: must not. */
  readonly conditions: readonly string[];
  readonly weight: number;
}

/** A row of the alphabetical index: names of one kind of goods. */
export interface TradeTerm {
  readonly places: readonly TermPlace[];
  /** Traits that the name implies. */
  readonly traits: readonly string[];
  /** Words of the schedule that the name stands for. */
  readonly words: readonly Word[];
}

export type TradeTerms = Phrases<TradeTerm>;

const PLACE = /^(\d{2,8})(?:\[([^\]]+)\])?(?:\*([\d.]+))?$/;

/** Reads trade-terms.tsv: names, places, what the name implies. Throws on a damaged table. */
export function readTradeTerms(text: string): TradeTerms {
  return indexPhrases(
    tableRows(text).flatMap(([names = '', places = '', implied = '']) => {
      const term = termOf(places, implied);
      return names.split(',').map((name) => [name.trim(), term] as const);
    }),
  );
}

function termOf(places: string, implied: string): TradeTerm {
  const cells = implied.split(' ').filter((cell) => cell !== '');
  return {
    places: places.trim().split(/\s+/).map(placeOf),
    traits: cells.filter((cell) => cell.startsWith('+')).map((cell) => cell.slice(1)),
    words: wordsOf(cells.filter((cell) => !cell.startsWith('+')).join(' ')),
  };
}

function placeOf(cell: string): TermPlace {
  const [whole, hs = '', conditions, weight = '1'] = PLACE.exec(cell) ?? [];
  if (whole === undefined) throw new Error(`trade-terms.tsv: "${cell}" is no place`);
  return { hs, conditions: conditions?.split('&') ?? [], weight: Number(weight) };
}
