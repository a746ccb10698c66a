import { isRecord, type Refused, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import { tidyRate } from '../rate/text.ts';
import type { FactsRow } from './facts.ts';

export function unreadable(problem: string): Refused {
  return refused(tariffCatalogue.refuse('TARIFF_EDITION_UNREADABLE', { params: { problem } }));
}

/** One row of an export, or what is wrong with it. */
export function importRow(item: unknown): FactsRow | string {
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
