import { ok, type Result } from '@portolan/kernel';
import { csvRecords } from './csv-records.ts';
import type { FactsRow } from './facts.ts';
import { importRow, unreadable } from './import-row.ts';
import { jsonObjects } from './json-objects.ts';

/** More rows than any edition has: the newest has some 36,000. */
const MAX_ROWS = 250_000;

/**
 * Reads the text of an official export, JSON or CSV, chunk by chunk, as rows. No row is left out; refuses a text that
 * is neither, a row that is none, and one without any.
 */
export function importHtsText(chunks: Iterable<string>): Result<FactsRow[]> {
  const rows: FactsRow[] = [];
  const shared = sharer();
  try {
    for (const item of itemsOf(chunks)) {
      const row = importRow(item);
      if (typeof row === 'string') return unreadable(`row ${rows.length}: ${row}`);
      if (rows.length === MAX_ROWS) return unreadable(`it has more than ${MAX_ROWS} rows`);
      rows.push(shared(row));
    }
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : 'it can not be read');
  }
  return rows.length === 0 ? unreadable('it has no rows') : ok(rows);
}

/** Items of either form; the first character that is no blank tells which. */
function* itemsOf(chunks: Iterable<string>): Generator<unknown> {
  const iterator = chunks[Symbol.iterator]();
  let first = '';
  while (first.trim() === '') {
    const next = iterator.next();
    if (next.done) return;
    first = next.value.replace(/^\uFEFF/, '');
  }
  const rest = { [Symbol.iterator]: () => withFirst(first, iterator) };
  if (first.trimStart().startsWith('[')) for (const text of jsonObjects(rest)) yield JSON.parse(text);
  else if (first.trimStart().startsWith('{')) throw new SyntaxError('it is not a list of rows');
  else yield* csvItems(rest);
}

function* withFirst(first: string, rest: Iterator<string>): Generator<string> {
  yield first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}

/** Column names of the CSV export and the fields of the JSON export that they stand for. The CSV has no footnotes. */
const COLUMNS: Record<string, string> = {
  'HTS Number': 'htsno',
  Indent: 'indent',
  Description: 'description',
  'Unit of Quantity': 'units',
  'General Rate of Duty': 'general',
  'Special Rate of Duty': 'special',
  'Column 2 Rate of Duty': 'other',
};

function* csvItems(chunks: Iterable<string>): Generator<Record<string, unknown>> {
  let fields: (string | undefined)[] | undefined;
  for (const record of csvRecords(chunks)) {
    if (fields === undefined) {
      fields = record.map((name) => COLUMNS[name.trim()]);
      if (!fields.includes('htsno')) throw new SyntaxError('it has no column "HTS Number"');
    } else if (record.some((cell) => cell !== '')) yield itemOf(fields, record);
  }
}

function itemOf(fields: readonly (string | undefined)[], record: readonly string[]): Record<string, unknown> {
  const entries = fields.flatMap((field, at) =>
    field === undefined ? [] : [[field, record[at] ?? ''] as const],
  );
  const item: Record<string, unknown> = Object.fromEntries(entries);
  return { ...item, units: unitsOf(String(item.units ?? '')), footnotes: [] };
}

/** Units stand as `["No.","kg"]` or as plain words. */
function unitsOf(cell: string): unknown {
  return cell.startsWith('[') ? JSON.parse(cell) : [cell];
}

/** The same rates, units and footnotes stand on thousands of rows: each is kept once. */
function sharer(): (row: FactsRow) => FactsRow {
  const texts = new Map<string, string>();
  const lists = new Map<string, readonly string[]>();
  const text = (value: string): string => {
    const known = texts.get(value);
    if (known !== undefined) return known;
    texts.set(value, value);
    return value;
  };
  const list = (values: readonly string[]): readonly string[] => {
    const key = values.join('\u001f');
    const known = lists.get(key);
    if (known !== undefined) return known;
    lists.set(key, values);
    return values;
  };
  return (row) => ({
    ...row,
    units: list(row.units),
    general: text(row.general),
    special: text(row.special),
    other: text(row.other),
    footnotes: list(row.footnotes),
  });
}
