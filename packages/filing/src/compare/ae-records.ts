import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { filingCatalogue } from '../catalogue.ts';
import { AE_WIDTH, type AeField, type AeRecord, aeRecords, envelopeIds, foreignGroup } from './ae-layout.ts';
import { dateOf } from './normalised.ts';

/** One line of the message with the columns that are read, by name; empty ones are absent. */
export interface ReadRecord {
  readonly id: string;
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
  /** Columns with content that no field of the layout reads: "51-58". */
  readonly unread: readonly string[];
}

/** Most lines that are read: 999 lines of goods with all their records stay below. */
const MOST_LINES = 50_000;
const parts = ['header', 'line', 'totals'] as const;

/**
 * Splits a message into its records. Refuses lines that aren't 80 columns, unknown records (A02), records out of place (A04),
 * dates and digits that aren't, several summaries, and none; each with its line and column.
 */
export function readRecords(message: string): Result<ReadRecord[]> {
  const lines = message.replace(/\r/g, '').replace(/\n+$/, '').split('\n');
  if (lines.length > MOST_LINES)
    return refused(filingCatalogue.refuse('FILING_AE_TOO_LONG', { params: { limit: MOST_LINES } }));
  const refusals: Refusal[] = [];
  const records: ReadRecord[] = [];
  let place = { part: -1, rank: 0 };
  for (const [index, line] of lines.entries()) {
    const number = index + 1;
    if (line.length !== AE_WIDTH) {
      const column = Math.min(line.length, AE_WIDTH) + 1;
      refusals.push(fault('FILING_AE_WIDTH', number, column, { length: line.length }));
      continue;
    }
    if (envelopeIds.includes(line.slice(0, 1))) continue;
    const layout = layoutOf(line);
    if (layout === undefined) {
      if (foreignGroup.test(line))
        records.push({ id: line.slice(0, 4).trim(), line: number, fields: {}, unread: [] });
      else refusals.push(fault('FILING_AE_UNKNOWN_RECORD', number, 1, { record: line.slice(0, 2) }));
      continue;
    }
    const next = { part: parts.indexOf(layout.part), rank: layout.rank };
    if (!follows(place, next, layout))
      refusals.push(fault('FILING_AE_ORDER', number, 1, { record: layout.id }));
    place = next;
    const { fields, faults } = readFields(layout, line, number);
    refusals.push(...faults);
    records.push({ id: layout.id, line: number, fields, unread: unreadColumns(layout, line) });
  }
  if (refusals.length > 0) return refused(refusals.slice(0, 100));
  const heads = records.filter(({ id }) => id === '10').length;
  if (heads === 1) return ok(records);
  return refused(filingCatalogue.refuse('FILING_AE_SUMMARIES', { params: { count: heads } }));
}

function layoutOf(line: string): AeRecord | undefined {
  return aeRecords.find(({ id }) => line.startsWith(id));
}

/** A summary begins at its 10; a line begins at its 40; otherwise ranks only grow within a part. */
function follows(
  before: { part: number; rank: number },
  next: { part: number; rank: number },
  { id }: AeRecord,
): boolean {
  if (id === '10') return true;
  if (before.part < 0) return false;
  if (next.part !== before.part)
    return next.part > before.part && (parts[next.part] !== 'line' || id === '40');
  return id === '40' || next.rank >= before.rank;
}

function readFields(layout: AeRecord, line: string, number: number) {
  const faults: Refusal[] = [];
  const fields: Record<string, string> = {};
  for (const field of layout.fields) {
    const text = line.slice(field.start - 1, field.start - 1 + field.length).trim();
    if (text === '') continue;
    const value = readValue(field, text);
    if (value === undefined)
      faults.push(
        fault('FILING_AE_VALUE', number, field.start, { record: layout.id, text, kind: field.kind }),
      );
    else fields[field.name] = value;
  }
  return { fields, faults };
}

/** Runs of columns with content beyond the record's name and its fields. */
function unreadColumns({ id, fields }: AeRecord, line: string): string[] {
  const rest = [...line];
  const blank = (start: number, length: number) => rest.fill(' ', start - 1, start - 1 + length);
  blank(1, id.length);
  for (const { start, length } of fields) blank(start, length);
  return [...rest.join('').matchAll(/\S+/g)].map(({ index, 0: text }) =>
    text.length === 1 ? String(index + 1) : `${index + 1}-${index + text.length}`,
  );
}

function readValue({ kind, decimals = 0 }: AeField, text: string): string | undefined {
  if (kind === 'date') return /^\d{6}$/.test(text) ? dateOf(text) : undefined;
  if (kind === 'text') return text;
  if (!/^\d+$/.test(text)) return undefined;
  const all = text.padStart(decimals + 1, '0');
  const whole = all.slice(0, all.length - decimals).replace(/^0+(?=\d)/, '');
  return decimals === 0 ? whole : `${whole}.${all.slice(-decimals)}`;
}

type AeCode = 'FILING_AE_WIDTH' | 'FILING_AE_UNKNOWN_RECORD' | 'FILING_AE_ORDER' | 'FILING_AE_VALUE';

function fault(code: AeCode, line: number, column: number, params: Record<string, string | number>): Refusal {
  return filingCatalogue.refuse(code, { path: `/${line}/${column}`, params: { ...params, line, column } });
}
