import { type CryptoPort, type Digest, ok, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import type { CsvType } from './csv/columns.ts';
import { parseHeading } from './csv/heading.ts';
import { type ColumnMapping, fieldName, headingFingerprint, tableDocuments } from './csv/mapping.ts';
import { columnFor, csvRows, findTable, type Row } from './csv/table.ts';
import { type SourceFile, sourceText } from './source-text.ts';
import { isWorkbook, readWorkbook } from './xlsx/read-workbook.ts';

/** What a person needs to say what the columns of a file mean. */
export interface TablePreview {
  readonly fingerprint: Digest;
  readonly headings: readonly string[];
  /** A few rows below the headings. */
  readonly rows: readonly (readonly string[])[];
  /** What the headings mean by their words; the field is empty where nothing is known. */
  readonly proposal: ColumnMapping;
}

/** The heading row of a CSV file or workbook with a proposal for its mapping. Refuses files that are no table. */
export function previewTable(file: SourceFile, crypto: CryptoPort): Result<TablePreview> {
  const candidates = rowsIn(file);
  if (!candidates.ok) return candidates;
  const table = findTable(candidates.value);
  const widest = [...candidates.value].sort((left, right) => widthOf(right) - widthOf(left))[0] ?? [];
  const at = table.ok
    ? widest.findIndex(({ number }) => number + 1 === table.value.rows[0]?.number)
    : likelyHeading(widest);
  const headings = widest[at]?.cells ?? widest[0]?.cells ?? [];
  if (headings.length < 2) return refused(documentsCatalogue.refuse('DOC_CSV_NO_HEADING'));
  const document = table.ok ? table.value.type : bestType(headings);
  return ok({
    fingerprint: headingFingerprint(headings, crypto),
    headings,
    rows: widest.slice(at + 1, at + 4).map(({ cells }) => cells),
    proposal: {
      document,
      columns: Object.fromEntries(headings.map((text) => [text, guess(document, text)])),
    },
  });
}

/** The fingerprint of a file's headings, by which a remembered mapping is found; nothing for files that are no table. */
export function tableFingerprint(file: SourceFile, crypto: CryptoPort): Digest | undefined {
  const preview = previewTable(file, crypto);
  return preview.ok ? preview.value.fingerprint : undefined;
}

function rowsIn(file: SourceFile): Result<readonly (readonly Row[])[]> {
  if (isWorkbook(file.bytes)) {
    const workbook = readWorkbook(file.bytes);
    return workbook.ok ? ok(workbook.value.sheets) : workbook;
  }
  const text = sourceText(file);
  if (!text.ok) return text;
  return /^\s*[<{[]/.test(text.value)
    ? refused(documentsCatalogue.refuse('DOC_CSV_NO_HEADING'))
    : csvRows(text.value);
}

function widthOf(rows: readonly Row[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.filter((cell) => cell !== '').length), 0);
}

/** The first of the rows with the most cells filled, if none of them is a number. */
function likelyHeading(rows: readonly Row[]): number {
  const width = widthOf(rows);
  const isHeading = ({ cells }: Row) =>
    cells.filter((cell) => cell !== '').length === width && !cells.some((cell) => /^-?[\d.,]+$/.test(cell));
  return Math.max(0, rows.findIndex(isHeading));
}

function bestType(headings: readonly string[]): CsvType {
  const known = (type: CsvType) => headings.filter((text) => guess(type, text) !== '').length;
  return [...tableDocuments].sort((left, right) => known(right) - known(left))[0] ?? 'CommercialInvoice';
}

function guess(type: CsvType, text: string): string {
  const column = columnFor(type, parseHeading(text));
  return column ? fieldName(column) : '';
}
