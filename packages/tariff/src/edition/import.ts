import { type JsonValue, ok, type Result } from '@portolan/kernel';
import type { FactsRow } from './facts.ts';
import { importRow, unreadable } from './import-row.ts';

/**
 * Reads an official USITC export of the schedule (the JSON array that hts.usitc.gov offers for download) as rows.
 * Blanks, line breaks and markup of the export are tidied; no row is left out. Refuses anything else.
 */
export function importHtsExport(json: JsonValue): Result<FactsRow[]> {
  if (!Array.isArray(json)) return unreadable('it is not a list of rows');
  if (json.length === 0) return unreadable('it has no rows');
  const rows: FactsRow[] = [];
  for (const [index, item] of json.entries()) {
    const row = importRow(item);
    if (typeof row === 'string') return unreadable(`row ${index}: ${row}`);
    rows.push(row);
  }
  return ok(rows);
}
