import { addDays, date, ok, parseDecimal, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import type { Row } from '../csv/table.ts';
import { at, childrenOf, type XmlElement } from '../xml/element.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { unzip } from './unzip.ts';

const maxRows = 20_000;
const maxColumns = 500;

export interface Workbook {
  /** Rows of each sheet, in the order of the workbook. */
  readonly sheets: readonly (readonly Row[])[];
  /** Cells, as 'B7', whose value a formula made: the value that the file holds is taken, nothing is evaluated. */
  readonly formulas: readonly string[];
}

/** True for the bytes of a ZIP archive with a workbook in it, by its first parts. */
export function isWorkbook(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return false;
  const tail = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 65_557)));
  return tail.includes('xl/workbook.xml');
}

/**
 * Reads a workbook of Office Open XML (ECMA-376 part 1, SpreadsheetML) into rows of text. Numbers keep the digits of the file
 * as far as a spreadsheet shows them; cells formatted as dates become year-month-day. Pictures, macros and links are left
 * where they are.
 */
export function readWorkbook(bytes: Uint8Array): Result<Workbook> {
  const parts = unzip(bytes, (name) => /^xl\/(sharedStrings|styles|worksheets\/sheet\d+)\.xml$/.test(name));
  if (!parts.ok) return parts;
  const strings = sharedStrings(parts.value.get('xl/sharedStrings.xml'));
  if (!strings.ok) return strings;
  const dates = dateStyles(parts.value.get('xl/styles.xml'));
  if (!dates.ok) return dates;
  const names = [...parts.value.keys()].filter((name) => name.includes('/worksheets/')).sort(bySheetNumber);
  const sheets: Row[][] = [];
  const formulas: string[] = [];
  for (const name of names) {
    const sheet = parsed(parts.value.get(name));
    if (!sheet.ok) return sheet;
    const rows = rowsOf(sheet.value, strings.value, dates.value, formulas);
    if (!rows.ok) return rows;
    sheets.push(rows.value);
  }
  return ok({ sheets, formulas });
}

function bySheetNumber(left: string, right: string): number {
  return Number(/\d+/.exec(left)?.[0]) - Number(/\d+/.exec(right)?.[0]);
}

function parsed(bytes: Uint8Array | undefined): Result<XmlElement | undefined> {
  if (!bytes) return ok(undefined);
  return parseXml(new TextDecoder().decode(bytes), { elements: 400_000, paths: false });
}

function sharedStrings(bytes: Uint8Array | undefined): Result<string[]> {
  const root = parsed(bytes);
  return root.ok ? ok(childrenOf(root.value, 'si').map(richText)) : root;
}

/** The text of a string in its runs. */
function richText(element: XmlElement): string {
  const runs = childrenOf(element, 'r').map((run) => at(run, 't')?.text ?? '');
  return runs.length > 0 ? runs.join('') : (at(element, 't')?.text ?? '');
}

/** Built-in number formats of dates (ECMA-376 part 1, 18.8.30), and own ones that show a day or a year. */
const builtInDates = new Set([14, 15, 16, 17, 22, 27, 30, 36, 50, 57]);

function dateStyles(bytes: Uint8Array | undefined): Result<ReadonlySet<number>> {
  const root = parsed(bytes);
  if (!root.ok) return root;
  const own = childrenOf(at(root.value, 'numFmts'), 'numFmt')
    .filter(({ attributes }) =>
      /[dy]/i.test((attributes.formatCode ?? '').replace(/"[^"]*"|\[[^\]]*\]/g, '')),
    )
    .map(({ attributes }) => Number(attributes.numFmtId));
  const dates = new Set([...builtInDates, ...own]);
  const styles = childrenOf(at(root.value, 'cellXfs'), 'xf');
  return ok(
    new Set(
      styles.flatMap(({ attributes }, index) => (dates.has(Number(attributes.numFmtId)) ? [index] : [])),
    ),
  );
}

function rowsOf(
  sheet: XmlElement | undefined,
  strings: readonly string[],
  dates: ReadonlySet<number>,
  formulas: string[],
): Result<Row[]> {
  const rows: Row[] = [];
  for (const [index, row] of childrenOf(at(sheet, 'sheetData'), 'row').entries()) {
    const number = Number(row.attributes.r ?? index + 1);
    if (rows.length >= maxRows || number > 1_048_576) return tooMany('rows', maxRows);
    const cells: string[] = [];
    for (const [order, cell] of childrenOf(row, 'c').entries()) {
      const column = cell.attributes.r ? columnOf(cell.attributes.r) : order;
      if (column >= maxColumns) return tooMany('columns', maxColumns);
      while (cells.length < column) cells.push('');
      cells[column] = textOfCell(cell, strings, dates).trim();
      if (at(cell, 'f')) formulas.push(cell.attributes.r ?? `row ${number}`);
    }
    if (cells.some((cell) => cell !== '')) rows.push({ number, cells });
  }
  return ok(rows);
}

/** 'AB12' stands in column 27, counted from 0. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function textOfCell(cell: XmlElement, strings: readonly string[], dates: ReadonlySet<number>): string {
  const value = at(cell, 'v')?.text ?? '';
  switch (cell.attributes.t) {
    case 's':
      return strings[Number(value)] ?? '';
    case 'inlineStr':
      return richText(at(cell, 'is') ?? cell);
    case 'str':
    case 'd':
      return value;
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE';
    case 'e':
      return value;
    default:
      return dates.has(Number(cell.attributes.s)) ? dayOf(value) : shownNumber(value);
  }
}

/** Day 60 of the 1900 calendar is a 29 February that never was: days are counted from the 1 March after it, day 61. */
function dayOf(serial: string): string {
  const days = Number(/^\d{1,6}(?=\.|$)/.exec(serial)?.[0] ?? 0);
  return days > 60 ? addDays(date('1900-03-01'), days - 61) : serial;
}

/**
 * Files hold numbers in binary floating point and write them with up to 17 digits, such as 19.949999999999999 for 19.95; a
 * spreadsheet shows 15. Those 15 are what the sender saw.
 */
function shownNumber(value: string): string {
  if (!/^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value)) return value;
  const plain = parseDecimal(value);
  const digits = value.replace(/[-.]/g, '').replace(/^0+/, '').length;
  if (plain.ok && digits <= 15) return plain.value.toString();
  return plainDigits(Number(value).toPrecision(15));
}

function plainDigits(text: string): string {
  if (/[eE]/.test(text)) return text;
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
}

function tooMany(what: string, limit: number): Result<never> {
  return refused(documentsCatalogue.refuse('DOC_XLSX_CELLS', { params: { what, limit } }));
}
