import { isRecord, type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import { tidyRate } from '../rate/text.ts';
import type { FactsRow } from './facts.ts';

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

function unreadable(problem: string): Result<never> {
  return refused(tariffCatalogue.refuse('TARIFF_EDITION_UNREADABLE', { params: { problem } }));
}

function importRow(item: JsonValue): FactsRow | string {
  if (!isRecord(item)) return 'not an object';
  const { htsno, indent, description } = item;
  if (typeof htsno !== 'string' || typeof description !== 'string') return 'no htsno or description';
  const depth = Number(indent);
  if (!Number.isSafeInteger(depth) || depth < 0) return `indent "${String(indent)}"`;
  const hts = htsno.replaceAll('.', '').trim();
  if (!/^(?:\d{4}|\d{6}|\d{8}|\d{10})?$/.test(hts)) return `htsno "${htsno}"`;
  return {
    indent: depth,
    hts,
    description: tidy(description),
    units: texts(item.units),
    general: tidyRate(textOf(item.general)),
    special: tidyRate(textOf(item.special)),
    other: tidyRate(textOf(item.other)),
    footnotes: Array.isArray(item.footnotes) ? item.footnotes.map(footnote) : [],
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function tidy(text: string): string {
  return text
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map((cell) => tidy(textOf(cell))).filter((cell) => cell !== '') : [];
}

function footnote(value: unknown): string {
  if (!isRecord(value)) return '';
  const columns = Array.isArray(value.columns) ? value.columns.join(',') : '';
  return `${columns}|${tidy(textOf(value.value))}`;
}
