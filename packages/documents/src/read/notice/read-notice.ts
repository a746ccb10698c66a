import { isRecord, type JsonObject, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { documentsCatalogue } from '../../catalogue.ts';
import { checkDocument } from '../../check/check-document.ts';
import type { PipelineNomination } from '../../schema/pipeline-nomination.ts';
import { shown } from '../../words.ts';
import { type ColumnMapping, checkMapping } from '../csv/mapping.ts';
import { nest } from '../csv/nest.ts';
import { doubleHeadings } from '../csv/read-csv.ts';
import { readRow } from '../csv/rows.ts';
import { csvRows, findTable, type Row, type Table } from '../csv/table.ts';
import { maxFileBytes, type SourceFile, sourceText } from '../source-text.ts';
import { isWorkbook, readWorkbook } from '../xlsx/read-workbook.ts';
import { type NoticeRow, noticeRow } from './notice-row.ts';

export interface NoticeOptions {
  readonly mapping?: ColumnMapping;
  /** Decentralized identifiers of parties by their names in small letters. */
  readonly parties: ReadonlyMap<string, string>;
  /** What the file leaves out: the line and its operator where a spreadsheet is of one line alone. */
  readonly line?: string;
  readonly operator?: { readonly name: string; readonly did: string };
}

/** A nomination as a spreadsheet gives it: nobody has signed it yet. */
export interface ProposedNomination {
  readonly document: PipelineNomination;
  readonly rows: readonly number[];
}

/** Why a row was not taken, and where: rows as the spreadsheet counts, columns by letter and heading. */
export interface NoticeRefusal {
  readonly row?: number;
  readonly column?: string;
  readonly refusal: Refusal;
}

export interface ReadNotice {
  readonly proposals: readonly ProposedNomination[];
  readonly refused: readonly NoticeRefusal[];
  /** What was taken for granted, to be looked at before signing. */
  readonly notices: readonly Refusal[];
}

/**
 * Reads a notice of shipment from CSV or XLSX into nominations, one for each line and month that it has batches of. A row that
 * does not read is told with its row and column, and the others go on. Refuses a file that is no table of batches as a whole.
 */
export function readNotice(file: SourceFile, options: NoticeOptions): Result<ReadNotice> {
  const table = tableOf(file, options.mapping);
  if (!table.ok) return table;
  const told: NoticeRefusal[] = [];
  const rows: NoticeRow[] = [];
  const name = file.name.replace(/\.[^.]*$/, '');
  for (const row of table.value.rows) {
    const values = readRow(table.value, row);
    const found = values.ok ? nest(values.value.line ?? []) : undefined;
    if (!values.ok) told.push(...values.refusals.map((refusal) => ({ ...placeOf(refusal, row), refusal })));
    else if (found?.value !== undefined && isRecord(found.value)) {
      const read = noticeRow(found.value as JsonObject, row.number, { ...options, fileName: name });
      if (read.ok) rows.push(read.value);
      else
        told.push(...read.refusals.map((refusal) => ({ ...placeOf(refusal, row, found.origins), refusal })));
    }
  }
  return ok(proposed(rows, told));
}

function tableOf(file: SourceFile, mapping: ColumnMapping | undefined): Result<Table> {
  const faults = mapping ? checkMapping(mapping) : [];
  if (faults.length > 0) return refused(faults);
  const candidates = candidatesIn(file);
  if (!candidates.ok) return candidates;
  const table = findTable(candidates.value, mapping);
  if (!table.ok) return table;
  if (table.value.type !== 'PipelineNomination')
    return refused(documentsCatalogue.refuse('DOC_NOTICE_HEADINGS', { params: { type: table.value.type } }));
  const twice = doubleHeadings(table.value);
  return twice.length > 0 ? refused(twice) : table;
}

function candidatesIn(file: SourceFile): Result<readonly (readonly Row[])[]> {
  if (!isWorkbook(file.bytes)) {
    const text = sourceText(file);
    return text.ok ? csvRows(text.value) : text;
  }
  if (file.bytes.length > maxFileBytes) {
    const params = { name: file.name, bytes: file.bytes.length, limit: maxFileBytes };
    return refused(documentsCatalogue.refuse('DOC_FILE_TOO_LARGE', { params }));
  }
  const workbook = readWorkbook(file.bytes);
  return workbook.ok ? ok(workbook.value.sheets) : workbook;
}

/** Rows of one line and month make one nomination; a batch stands in it once. */
function proposed(rows: readonly NoticeRow[], told: NoticeRefusal[]): ReadNotice {
  const proposals: ProposedNomination[] = [];
  for (const own of Map.groupBy(
    rows,
    ({ line, month, operator }) => `${line} ${month} ${operator.did}`,
  ).values()) {
    const single = onceEach(own, told);
    const [first] = single;
    if (!first) continue;
    const { number, line, operator, month } = first;
    const batches = single.map(({ batch }) => batch);
    const checked = checkDocument('PipelineNomination', {
      ...{ number, state: 'nominated', line, operator, month, batches },
    } as unknown as JsonObject);
    if (checked.ok)
      proposals.push({ document: checked.value as PipelineNomination, rows: single.map(({ row }) => row) });
    else told.push(...checked.refusals.map((refusal) => ofBatch(refusal, single)));
  }
  return { proposals, refused: told, notices: rows.flatMap(({ notices }) => notices) };
}

function onceEach(rows: readonly NoticeRow[], told: NoticeRefusal[]): NoticeRow[] {
  const first = new Map<string, NoticeRow>();
  for (const one of rows) {
    const { batch } = one.batch;
    const before = first.get(batch);
    if (!before) first.set(batch, one);
    else {
      const params = { row: one.row, batch: shown(batch), first: before.row };
      told.push({ row: one.row, refusal: documentsCatalogue.refuse('DOC_NOTICE_BATCH_TWICE', { params }) });
    }
  }
  return [...first.values()];
}

function ofBatch(refusal: Refusal, rows: readonly NoticeRow[]): NoticeRefusal {
  const index = /^\/batches\/(\d+)/.exec(refusal.path)?.[1];
  const row = index === undefined ? undefined : rows[Number(index)]?.row;
  return { ...(row === undefined ? {} : { row }), refusal };
}

/** Where a refusal stands: as its own parameters say, or where the field of its path was read. */
function placeOf(
  { params = {}, path }: Refusal,
  { number }: Row,
  origins: Readonly<Record<string, string>> = {},
): { readonly row: number; readonly column?: string } {
  const read = /column (.+)$/.exec(origins[path] ?? '')?.[1];
  const column = typeof params.column === 'string' ? params.column : read;
  return { row: number, ...(column === undefined ? {} : { column }) };
}
