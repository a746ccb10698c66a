import type { ManyCompared } from '@portolan/contract';
import { toCsv } from '../../format/csv.ts';

const HEADINGS = ['file', 'part', 'our entry', 'our line', 'line filed', 'block', 'field', 'filed', 'ours'];

/** Every field that differs, a row each; a summary that could not be compared has one row with its reason. */
export function differencesCsv({ items }: ManyCompared): string {
  const rows = items.flatMap(({ name, part, entryNumber = '', comparison, refusals = [] }) => {
    const of = [name, part === undefined ? '' : String(part), entryNumber];
    if (!comparison) return [[...of, '', '', '', refusals.map(({ message }) => message).join(' '), '', '']];
    return comparison.fields
      .filter(({ verdict }) => verdict !== 'same')
      .map(({ line, filedLine, block = '', label, theirs = '', ours = '' }) => [
        ...of,
        ...[line, filedLine ?? line].map((number) => (number === undefined ? '' : String(number))),
        ...[block, label, theirs, ours],
      ]);
  });
  return toCsv(HEADINGS, rows);
}
