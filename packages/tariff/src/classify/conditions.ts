import { Decimal } from '@portolan/kernel';
import type { Trait, Traits } from './traits.ts';
import { wordsOf } from './words.ts';

/** A condition of a row that a number decides. */
export type NumericCondition = ValueCondition | ShareCondition;

/** Value of one piece in US dollars: above `over` and up to `upTo`. */
export interface ValueCondition {
  readonly kind: 'value';
  readonly over?: Decimal;
  readonly upTo?: Decimal;
  /** Its words in the row. */
  readonly text: string;
}

/** Percent of the weight in materials of a trait: at least `least`, or less than `below`. */
export interface ShareCondition {
  readonly kind: 'share';
  readonly trait: Trait;
  readonly least?: Decimal;
  readonly below?: Decimal;
  readonly text: string;
}

const MONEY = String.raw`(?:\$[\d.,]+\d|\$\d|[\d.]+ ?(?:cents|¢))`;
const PER = String.raw`(?: (each|per pair|\/pair|per dozen(?: pairs| pieces)?(?: or parts)?|\/doz\.?|per piece|per article))`;
const VALUE = new RegExp(
  `valued (not over|over|under|at|more than|less than) (${MONEY})(?: but not (?:over|more than) (${MONEY}))?${PER}`,
  'i',
);
const SHARE =
  /containing (?:by weight )?(less than |over |more than |not more than )?(\d+(?:\.\d+)?) percent(?: or more)?(?: by weight)? (?:or more )?(?:by weight )?of ([a-z -]+?)(?=$|[,;:()]|\bor\b(?! silk waste| fine animal hair| artificial))/i;

/** The numeric conditions of a row's text, with the words that state them. */
export function readConditions(text: string, traits: Traits): NumericCondition[] {
  return [...valueConditions(text), ...shareOf(text, traits)];
}

function valueConditions(text: string): ValueCondition[] {
  const [words, how = '', first = '', second, per = ''] = VALUE.exec(text) ?? [];
  if (words === undefined) return [];
  const one = pieceValue(first, per);
  if (/^(?:not over|under|less than|at)$/i.test(how)) return [{ kind: 'value', upTo: one, text: words }];
  const upTo = second === undefined ? {} : { upTo: pieceValue(second, per) };
  return [{ kind: 'value', over: one, ...upTo, text: words }];
}

const DOZEN = Decimal.of('12');
const CENTS = Decimal.of('100');

function pieceValue(amount: string, per: string): Decimal {
  const number = Decimal.of(amount.replace(/[^\d.]/g, '').replace(/\.$/, ''));
  const dollars = amount.startsWith('$') ? number : number.dividedBy(CENTS, 8, 'half-even');
  return /doz/i.test(per) ? dollars.dividedBy(DOZEN, 8, 'half-even') : dollars;
}

function shareOf(text: string, traits: Traits): ShareCondition[] {
  const [words, how = '', percent = '', of = ''] = SHARE.exec(text) ?? [];
  const [stated] = traits.stated(wordsOf(of), 'schedule');
  if (words === undefined || !stated) return [];
  const number = Decimal.of(percent);
  const least = !/less|not more/i.test(how);
  return [
    { kind: 'share', trait: stated.trait, ...(least ? { least: number } : { below: number }), text: words },
  ];
}

/** Whether a value of one piece meets a condition. */
export function meetsValue({ over, upTo }: ValueCondition, value: Decimal): boolean {
  return (over === undefined || value.gt(over)) && (upTo === undefined || value.lte(upTo));
}

/** Whether a share of the weight meets a condition. */
export function meetsShare({ least, below }: ShareCondition, percent: Decimal): boolean {
  return (least === undefined || percent.gte(least)) && (below === undefined || percent.lt(below));
}
