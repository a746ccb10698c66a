import { ok, parseInstant, type Refusal, type Result, refused } from '@portolan/kernel';
import { type DocumentsCode, documentsCatalogue } from '../../catalogue.ts';
import { incoterms } from '../../schema/value.ts';
import { shown } from '../../words.ts';
import { type Found, leaf } from '../found.ts';
import { plainDecimal } from '../ubl/number.ts';
import type { CellKind } from './columns.ts';
import { unitCode } from './units.ts';

/** Where a cell stands: row as a spreadsheet counts, column by letter and heading. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
  readonly heading: string;
}

/** One value that a cell gives, at a path below the document or line. */
export type CellValue = readonly [path: readonly string[], found: Found];

/**
 * The values of a cell. Text stays exactly as it is written, a formula too: nothing is ever evaluated. Numbers with a
 * comma, dates that are not year-month-day and unknown units are refused, since a guess could be wrong.
 */
export function readCell(
  kind: CellKind,
  path: readonly string[],
  text: string,
  place: CellPlace,
): Result<readonly CellValue[]> {
  const origin = placeText(place);
  const one = (value: string | number) => ok([[path, leaf(value, origin)] as const]);
  switch (kind) {
    case 'number':
      return number(text, place, one);
    case 'count':
      return /^\d{1,7}$/.test(text) ? one(Number(text)) : refused(wrong('DOC_CSV_NUMBER', text, place));
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? one(text) : refused(wrong('DOC_CSV_DATE', text, place));
    case 'unit': {
      const code = unitCode(text);
      return code ? one(code) : refused(wrong('DOC_CSV_UNIT', text, place));
    }
    case 'month': {
      const month = monthOf(text);
      return month ? one(month) : refused(wrong('DOC_CSV_MONTH', text, place));
    }
    case 'moment': {
      const at = parseInstant(text);
      return at.ok ? one(at.value) : refused(wrong('DOC_CSV_MOMENT', text, place));
    }
    case 'code':
      return one(text.toUpperCase());
    case 'digits':
      return one(text.replace(/[.\s]/g, ''));
    case 'incoterm':
      return ok(deliveryTerm(path, text, origin));
    default:
      return one(text);
  }
}

/** 'row 5, column G (Unit price)'. */
export function placeText({ row, column, heading }: CellPlace): string {
  return `row ${row}, column ${columnLetters(column)} (${heading})`;
}

function number(text: string, place: CellPlace, one: (value: string) => Result<readonly CellValue[]>) {
  const digits = plainDecimal(text);
  if (/^-?\d+(\.\d+)?$/.test(digits)) return one(digits);
  return refused(wrong(/\d,\d/.test(text) ? 'DOC_CSV_DECIMAL_COMMA' : 'DOC_CSV_NUMBER', text, place));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** '2026-08', 'Aug-26', 'August 2026' or the first day of the month; numbers alone could be a day. */
function monthOf(text: string): string | undefined {
  const plain = /^(\d{4}-(?:0[1-9]|1[0-2]))(?:-01)?$/.exec(text);
  if (plain) return plain[1];
  const [, word = '', year = ''] = /^([A-Za-z]{3,9})[\s.,'-]*(\d{4}|\d{2})$/.exec(text) ?? [];
  const month = MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  if (month === 0) return undefined;
  return `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}`;
}

/** 'FOB Nogales' is a rule and its place. */
function deliveryTerm(path: readonly string[], text: string, origin: string): CellValue[] {
  const [word = '', ...rest] = text.split(/\s+/);
  const term = incoterms.find((known) => known === word.toUpperCase());
  const named = rest.join(' ').replace(/^[,-]\s*/, '');
  return [
    [[...path, 'code'], leaf(term ?? text, origin)],
    [[...path, 'place'], leaf(term ? named : undefined, origin)],
  ];
}

function wrong(code: DocumentsCode, found: string, { row, column, heading }: CellPlace): Refusal {
  const params = { row, column: `${columnLetters(column)} (${heading})`, found: shown(found) };
  return documentsCatalogue.refuse(code, { params });
}

/** Column letters as a spreadsheet shows them: 1 is A, 27 is AA. */
function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + last : last;
}
