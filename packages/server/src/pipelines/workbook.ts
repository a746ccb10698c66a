import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type AsyncZipOptions, type AsyncZippable, strToU8, zip } from 'fflate';
import type { Cell, ExportTable } from './tables.ts';

/** The first day that the format knows: the file says nothing of when it was made, so the same tables give the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);
const SHEETS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const BOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Rows between which other requests get their turn. */
const TURN = 2000;

/** Tables as the sheets of a workbook (ECMA-376 part 1, SpreadsheetML). Text stays text: nothing is ever a formula. */
export async function workbook(tables: readonly ExportTable[]): Promise<Uint8Array> {
  const sheets: [string, string][] = [];
  for (const [index, table] of tables.entries())
    sheets.push([`xl/worksheets/sheet${index + 1}.xml`, await sheet(table)]);
  const parts = [
    ['[Content_Types].xml', contentTypes(tables.length)],
    ['_rels/.rels', relations([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']])],
    ['xl/workbook.xml', book(tables)],
    [
      'xl/_rels/workbook.xml.rels',
      relations(tables.map((_, index) => [`${OFFICE}/worksheet`, `worksheets/sheet${index + 1}.xml`])),
    ],
    ...sheets,
  ] as const;
  const files = Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)]));
  return packed(files, { level: 6, mtime: FIRST_DAY });
}

/** Large parts are packed in threads apart. */
const packed = promisify<AsyncZippable, AsyncZipOptions, Uint8Array>(zip);

function contentTypes(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${SHEET_TYPE}"/>`,
  );
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ` +
    `ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Override PartName="/xl/workbook.xml" ContentType="${BOOK_TYPE}"/>${overrides.join('')}</Types>`
  );
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const rows = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${rows.join('')}</Relationships>`;
}

function book(tables: readonly ExportTable[]): string {
  const rows = tables.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${SHEETS}" xmlns:r="${OFFICE}"><sheets>${rows.join('')}</sheets></workbook>`;
}

async function sheet({ headings, rows }: ExportTable): Promise<string> {
  const text = [row(headings)];
  for (const cells of rows) {
    text.push(row(cells));
    if (text.length % TURN === 0) await setImmediate();
  }
  return `${HEAD}<worksheet xmlns="${SHEETS}"><sheetData>${text.join('')}</sheetData></worksheet>`;
}

function row(cells: readonly Cell[]): string {
  return `<row>${cells.map(cell).join('')}</row>`;
}

function cell(value: Cell): string {
  if (typeof value !== 'string') return `<c><v>${escaped(value.number)}</v></c>`;
  return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** Characters that XML 1.0 cannot hold are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
}
