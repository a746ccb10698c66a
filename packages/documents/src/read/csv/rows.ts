import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import { leaf } from '../found.ts';
import { type CellValue, placeText, readCell } from './cell.ts';
import { type ColumnMapping, plainCell } from './mapping.ts';
import type { Row, Table, TableColumn } from './table.ts';
import { unitCode } from './units.ts';

interface RowValues {
  readonly document: readonly CellValue[];
  /** Absent when the row has nothing of a line. */
  readonly line?: CellValue[];
}

/** The values of one row, told apart into those of the document and those of its line. */
export function readRow({ columns, mapping }: Table, row: Row): Result<RowValues> {
  if (row.cells.length > columns.length && row.cells.slice(columns.length).some((cell) => cell !== ''))
    return refused(tooWide(row, columns.length));
  const refusals: Refusal[] = [];
  const document: CellValue[] = [];
  const line: CellValue[] = [];
  for (const [index, each] of columns.entries()) {
    const values = cellValues(each, row, index, mapping);
    if (!values.ok) refusals.push(...values.refusals);
    else if (each.column?.level === 'line') line.push(...values.value);
    else document.push(...values.value);
  }
  if (refusals.length > 0) return refused(refusals);
  return ok({ document, ...(line.length > 0 && { line: weightUnits(line) }) });
}

/** A row that begins with 'Total' sums up the lines. */
export function isTotalRow({ cells }: Row): boolean {
  return /^(grand |invoice |order )?totals?:?$/i.test(cells.find((cell) => cell !== '') ?? '');
}

/** Line columns of a total row are totals of the document; columns that have no total there are passed over. */
export function readTotalRow(table: Table, row: Row): Result<RowValues> {
  const columns = table.columns.map(({ heading, column }): TableColumn => {
    const path = column?.path.join('.') ?? '';
    const total = totals[path];
    return { heading, column: total && column ? { ...column, level: 'document', path: total } : undefined };
  });
  const read = readRow({ ...table, columns }, row);
  if (!read.ok || table.type === 'PackingList') return read;
  return ok({ document: read.value.document.filter(([path]) => path[0] === 'total') });
}

const totals: Readonly<Record<string, readonly string[]>> = {
  'amount.amount': ['total', 'amount'],
  'netWeight.value': ['netWeight', 'value'],
  'grossWeight.value': ['grossWeight', 'value'],
  'packages.count': ['packages', 'count'],
};

function cellValues(
  { heading, column }: TableColumn,
  row: Row,
  index: number,
  mapping: ColumnMapping | undefined,
): Result<readonly CellValue[]> {
  const written = row.cells[index] ?? '';
  const text = column ? plainCell(mapping, column, written) : written;
  if (!column || text === '') return ok([]);
  const place = { row: row.number, column: index + 1, heading: heading.text };
  const read = readCell(column.kind, column.path, text, place);
  if (!read.ok) return read;
  return ok([
    ...read.value,
    ...headingUnit(column.path, heading.bracket, placeText(place)),
    ...packageKind(column.path, heading.words, placeText(place)),
  ]);
}

/** 'Net weight (kg)' gives the unit of its column. */
function headingUnit(path: readonly string[], bracket: string | undefined, origin: string): CellValue[] {
  const unit = bracket && path.at(-1) === 'value' ? unitCode(bracket) : undefined;
  return unit ? [[[...path.slice(0, -1), 'unit'], leaf(unit, origin)]] : [];
}

/** A column called 'Crates' counts crates. */
function packageKind(path: readonly string[], words: string, origin: string): CellValue[] {
  const kind = /^(carton|crate|box|pallet)(e?s)$/.exec(words)?.[1];
  return kind && path.join('.') === 'packages.count' ? [[['packages', 'kind'], leaf(kind, origin)]] : [];
}

/** One column 'Weight unit' serves both weights of the row. */
function weightUnits(line: readonly CellValue[]): CellValue[] {
  const unit = line.find(([path]) => path[0] === 'weightUnit')?.[1];
  const rest = line.filter(([path]) => path[0] !== 'weightUnit');
  if (!unit) return rest;
  const weights = rest.filter(([path]) => path[0] === 'netWeight' || path[0] === 'grossWeight');
  return [...rest, ...weights.map(([[name = '']]): CellValue => [[name, 'unit'], unit])];
}

function tooWide({ number, cells }: Row, columns: number): Refusal {
  const params = { row: number, cells: cells.length, columns };
  return documentsCatalogue.refuse('DOC_CSV_ROW_WIDTH', { params });
}
