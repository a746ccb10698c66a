import { type JsonObject, type Refusal, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import { placeOf } from '../../words.ts';
import { type Found, items, leaf, setAside } from '../found.ts';
import { type ReadDocument, readDocument } from '../read-document.ts';
import { type CellValue, readCell } from './cell.ts';
import { withCurrency } from './currency.ts';
import { DocumentCells } from './document-cells.ts';
import { parseHeading } from './heading.ts';
import { type ColumnMapping, checkMapping, mappingFields } from './mapping.ts';
import { nest } from './nest.ts';
import { withOwnNumbers } from './own-numbers.ts';
import { isTotalRow, readRow, readTotalRow } from './rows.ts';
import { columnFor, csvRows, findTable, type Row, type Table, type TableColumn } from './table.ts';

/**
 * Reads one document from CSV: a commercial invoice, a packing list or a purchase order, told apart by their headings.
 * Values of the whole document may stand above the table, in a total row, or repeated in every row.
 */
export function readCsv(text: string, mapping?: ColumnMapping): Result<ReadDocument> {
  const rows = csvRows(text);
  return rows.ok ? readRows(rows.value, mapping) : rows;
}

/** The same from rows that were read already: of a CSV file or of the sheets of a workbook. */
export function readRows(
  candidates: readonly (readonly Row[])[],
  mapping?: ColumnMapping,
): Result<ReadDocument> {
  const faults = mapping ? checkMapping(mapping) : [];
  if (faults.length > 0) return refused(faults);
  const table = findTable(candidates, mapping);
  if (!table.ok) return table;
  // A notice of shipment makes nominations that somebody has to sign first: see readNotices.
  if (table.value.type === 'PipelineNomination')
    return refused(documentsCatalogue.refuse('DOC_NOTICE_UNSIGNED'));
  return readTableDocument(table.value);
}

function readTableDocument(table: Table): Result<ReadDocument> {
  const headings = doubleHeadings(table);
  if (headings.length > 0) return refused(headings);
  const document = new DocumentCells();
  const refusals: Refusal[] = [];
  const lines: CellValue[][] = [];
  const heads: (readonly CellValue[])[] = [];
  for (const row of table.preamble) refusals.push(...readPreamble(table, row, document));
  for (const row of table.rows) {
    const values = isTotalRow(row) ? readTotalRow(table, row) : readRow(table, row);
    if (!values.ok) {
      refusals.push(...values.refusals);
      continue;
    }
    refusals.push(...document.add(values.value.document, row.number));
    if (!values.value.line) continue;
    lines.push(numbered(values.value.line, lines.length, row));
    heads.push(values.value.document);
  }
  if (refusals.length > 0) return refused(refusals);
  return assemble(table, document, withOwnNumbers(table.type, lines, heads));
}

function assemble(
  table: Table,
  document: DocumentCells,
  lines: readonly CellValue[][],
): Result<ReadDocument> {
  const known = document.values();
  const priced = withCurrency(table, [...known, ...constantsOf(table, known)], lines);
  if (!priced.ok) return priced;
  const body: CellValue[] = [...priced.value.document, [['lines'], items(priced.value.lines.map(nest))]];
  const unknown = table.columns.filter(({ column, heading }) => !column && heading.text !== '');
  const whole: Found<JsonObject> = nest(body);
  const aside = unknown.flatMap(
    ({ heading }) => setAside(heading.text, 'no field is known by this heading').aside,
  );
  return readDocument(table.type, { ...whole, aside: [...whole.aside, ...aside] });
}

/** Values that the mapping gives for every file of its sender, where the file itself does not say them. */
function constantsOf({ mapping, type }: Table, known: readonly CellValue[]): CellValue[] {
  const stated = new Set(known.map(([path]) => path.join('.')));
  return Object.entries(mapping?.constants ?? {}).flatMap(([field, text]): CellValue[] => {
    const column = mappingFields(type).get(field);
    if (column?.level !== 'document' || stated.has(field)) return [];
    const read = readCell(column.kind, column.path, text, {
      row: 0,
      column: 1,
      heading: 'constant of the mapping',
    });
    return read.ok ? [...read.value] : [];
  });
}

/** A row above the table: a name, a value. Names that mean nothing here (a title, a letterhead) are passed over. */
function readPreamble(table: Table, row: Row, document: DocumentCells): readonly Refusal[] {
  const [name = '', ...values] = row.cells;
  const heading = parseHeading(name.replace(/:$/, ''));
  const column = columnFor(table.type, heading);
  const value = values.findIndex((cell) => cell !== '');
  if (column?.level !== 'document' || value < 0) return [];
  const columns: TableColumn[] = row.cells.map((_, index) =>
    index === value + 1 ? { heading, column } : { heading: parseHeading(''), column: undefined },
  );
  const read = readRow({ ...table, columns }, row);
  return read.ok ? document.add(read.value.document, row.number) : read.refusals;
}

/** Lines without a number of their own are numbered in their order. */
function numbered(line: CellValue[], index: number, { number }: Row): CellValue[] {
  const isNumbered = line.some(([path]) => path[0] === 'number');
  return isNumbered ? line : [...line, [['number'], leaf(String(index + 1), `row ${number}`)]];
}

/** Headings that say the same twice. */
export function doubleHeadings({ columns }: Table): Refusal[] {
  const first = new Map<string, TableColumn>();
  return columns.flatMap((column) => {
    if (!column.column) return [];
    const path = column.column.path.join('/');
    const key = `${column.column.level} ${path}`;
    const before = first.get(key);
    first.set(key, before ?? column);
    return before ? [twice(before, column, path)] : [];
  });
}

function twice(first: TableColumn, second: TableColumn, key: string): Refusal {
  const params = { first: first.heading.text, second: second.heading.text, field: placeOf(`/${key}`) };
  return documentsCatalogue.refuse('DOC_CSV_HEADING_TWICE', { params });
}
