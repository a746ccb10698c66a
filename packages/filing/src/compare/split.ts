import { isRecord, parseJson } from '@portolan/kernel';
import { comparable } from './comparable.ts';
import { normalised } from './normalised.ts';

/** One summary out of a file that may hold several. */
export interface SummaryText {
  readonly text: string;
  /** As the summary gives it, without hyphens. */
  readonly entryNumber?: string;
  /** Bills of lading as it gives them, capitals and digits alone. */
  readonly bills: readonly string[];
}

/**
 * The summaries in a text: an AE transmission has one from each record 10 on, JSON of form 7501 may be a list, CSV is one. What is
 * no summary is one text, for its reader to refuse.
 */
export function splitSummaries(text: string): SummaryText[] {
  const plain = text.replace(/^\uFEFF/, '');
  if (/^\s*[[{]/.test(plain)) return formsIn(plain);
  if (/^"?block"?,/i.test(plain)) return [ofRows(plain)];
  const lines = plain.replace(/\r/g, '').split('\n');
  const parts: string[][] = [];
  for (const line of lines) {
    if (/^[ABYZ]/.test(line)) parts.push([]);
    else if (line.startsWith('10')) parts.push([line]);
    else (parts.at(-1) ?? parts[parts.push([]) - 1])?.push(line);
  }
  const summaries = parts.filter(([first]) => first?.startsWith('10'));
  return summaries.length === 0 ? [{ text: plain, bills: [] }] : summaries.map(ofMessage);
}

function ofMessage(lines: readonly string[]): SummaryText {
  const [head = ''] = lines;
  const bills = lines.filter((line) => line.startsWith('23')).map((line) => line.slice(3, 19));
  return named(lines.join('\n'), head.slice(3, 6) + head.slice(8, 16), bills);
}

function formsIn(text: string): SummaryText[] {
  const json = parseJson(text);
  const list = json.ok && Array.isArray(json.value) ? json.value : undefined;
  if (list) return list.map((one) => ofForm(JSON.stringify(one), one));
  return [json.ok ? ofForm(text, json.value) : { text, bills: [] }];
}

/** Blocks of entry number and bill, which every edition of the form numbers alike. */
const NUMBER = comparable['/entryNumber']?.block ?? '';
const BILL = comparable['/billOfLading']?.block ?? '';

function ofForm(text: string, value: unknown): SummaryText {
  const blocks = isRecord(value) && isRecord(value.blocks) ? value.blocks : {};
  return named(text, String(blocks[NUMBER] ?? ''), String(blocks[BILL] ?? '').split(/[;\n]/));
}

function ofRows(text: string): SummaryText {
  const of = (block: string) =>
    new RegExp(`^"?${block}"?,"?"?,"?([^"\\r\\n]*)"?\\s*$`, 'm').exec(text)?.[1] ?? '';
  return named(text, of(NUMBER), of(BILL).split(';'));
}

function named(text: string, number: string, bills: readonly string[]): SummaryText {
  const entryNumber = normalised('code', number);
  return {
    text,
    ...(entryNumber === '' ? {} : { entryNumber }),
    bills: bills.map((bill) => normalised('code', bill)).filter((bill) => bill !== ''),
  };
}
