import { ok, type Result, refused } from '@portolan/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import { documentsCatalogue } from '../../catalogue.ts';
import type { Column, CsvType } from './columns.ts';
import { layouts } from './columns.ts';
import { type Heading, parseHeading } from './heading.ts';
import { type ColumnMapping, mappedColumn } from './mapping.ts';

/** A CSV file with its heading row found. Row numbers are those that a spreadsheet shows. */
export interface Table {
  readonly type: CsvType;
  readonly columns: readonly TableColumn[];
  /** Rows above the headings: names and values, such as 'Invoice number;INV-1'. */
  readonly preamble: readonly Row[];
  readonly rows: readonly Row[];
  readonly mapping?: ColumnMapping;
}

export interface TableColumn {
  readonly heading: Heading;
  readonly column: Column | undefined;
}

export interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

const delimiters = [',', ';', '\t'] as const;
const fewestHeadings = 3;

/** The rows of CSV under each delimiter that it can be read with. */
export function csvRows(text: string): Result<readonly (readonly Row[])[]> {
  const parsed = delimiters.map((delimiter) => parseRows(text, delimiter));
  const read = parsed.flatMap((rows) => (rows.ok ? [rows.value] : []));
  const broken = parsed.find((rows) => !rows.ok);
  return read.length === 0 && broken && !broken.ok ? broken : ok(read);
}

/**
 * Finds heading row and document type by the headings that are known, or by those that a mapping gives. `candidates` are
 * ways to see the file: the rows under each delimiter, or the sheets of a workbook.
 */
export function findTable(candidates: readonly (readonly Row[])[], mapping?: ColumnMapping): Result<Table> {
  const found = candidates.flatMap((rows) => headingRow(rows, mapping) ?? []);
  const best = found.sort((left, right) => right.known - left.known)[0];
  if (!best) return refused(documentsCatalogue.refuse('DOC_CSV_NO_HEADING'));
  const { rows, index, headings } = best;
  const preamble = rows.slice(0, index);
  const type =
    mapping?.document ?? typeOf([...headings, ...preamble.map(({ cells }) => parseHeading(cells[0] ?? ''))]);
  if (!type) return refused(documentsCatalogue.refuse('DOC_CSV_TYPE'));
  const columns = headings.map((heading) => ({ heading, column: meaning(type, heading, mapping) }));
  return ok({ type, columns, preamble, rows: rows.slice(index + 1), ...(mapping && { mapping }) });
}

/** A mapping is asked first; where it does not speak of a heading, the words of the heading are. */
function meaning(type: CsvType, heading: Heading, mapping: ColumnMapping | undefined): Column | undefined {
  const mapped = mapping && mappedColumn(mapping, heading);
  return mapped === null ? undefined : (mapped ?? columnFor(type, heading));
}

/** The column that a heading means in a document type. */
export function columnFor(type: CsvType, { words }: Heading): Column | undefined {
  const layout = layouts[type];
  return Object.hasOwn(layout, words) ? layout[words] : undefined;
}

function parseRows(text: string, delimiter: string): Result<Row[]> {
  try {
    const records: string[][] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: false });
    const rows = records.map((cells, index) => ({
      number: index + 1,
      cells: cells.map((cell) => cell.trim()),
    }));
    return ok(rows.filter(({ cells }) => cells.some((cell) => cell !== '')));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refused(documentsCatalogue.refuse('DOC_CSV_SYNTAX', { params: { detail: error.message } }));
  }
}

interface Candidate {
  readonly rows: readonly Row[];
  readonly index: number;
  readonly headings: readonly Heading[];
  readonly known: number;
}

/** The first row with enough known line headings; a preamble of names and values has too few. */
function headingRow(rows: readonly Row[], mapping?: ColumnMapping): Candidate | undefined {
  for (const [index, { cells }] of rows.entries()) {
    const headings = cells.map(parseHeading);
    const mapped = mapping ? headings.filter((heading) => mappedColumn(mapping, heading)).length : 0;
    if (mapping && mapped >= Math.min(fewestHeadings, Object.keys(mapping.columns).length) && mapped > 0)
      return { rows, index, headings, known: mapped };
    if (mapping) continue;
    const known = headings.filter(isKnown).length;
    if (known >= fewestHeadings && headings.some(isLineHeading)) return { rows, index, headings, known };
  }
  return undefined;
}

function isKnown(heading: Heading): boolean {
  return types.some((type) => columnFor(type, heading));
}

function isLineHeading(heading: Heading): boolean {
  return types.some((type) => columnFor(type, heading)?.level === 'line');
}

const types = Object.keys(layouts) as CsvType[];

/** Which document the headings make: its own number says it, else prices or packages do. */
function typeOf(headings: readonly Heading[]): CsvType | undefined {
  const words = new Set(headings.map(({ words }) => words));
  const has = (...names: string[]) => names.some((name) => words.has(name));
  const priced = has(
    'unit price',
    'price',
    'amount',
    'line amount',
    'line total',
    'total price',
    'net amount',
  );
  const ofMonth = has('month', 'nomination month', 'shipment month', 'month shipment', 'notice month');
  const ofNotice = has('nomination', 'nomination number', 'notice shipment', 'notification shipment');
  if (has('batch', 'batch number', 'batch id') && (ofMonth || ofNotice)) return 'PipelineNomination';
  if (has('packing list', 'packing list number')) return 'PackingList';
  if (has('invoice number', 'invoice') && priced) return 'CommercialInvoice';
  if (has('order number', 'order', 'order date') && !has('invoice number', 'invoice')) return 'PurchaseOrder';
  const packed = has('packages', 'cartons', 'crates', 'boxes', 'pallets', 'gross weight', 'net weight');
  return packed && !priced ? 'PackingList' : undefined;
}
