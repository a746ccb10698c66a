import { filingCatalogue } from '../catalogue.ts';
import { summaryLimit } from '../facts/summary-limits.ts';
import type { Desk } from './desk.ts';
import type { GoodsLine } from './invoice-line.ts';

/** Refuses a line with more tariff numbers, its own and those of chapters 98 and 99, than a summary of the day holds. */
export function checkNumbers({ sheet }: Desk, lines: readonly GoodsLine[], day: string): void {
  const limit = summaryLimit(day).numbersOfLine;
  for (const { index } of lines) {
    const path = `/lines/${index}/headings`;
    const headings = sheet.values.get(path);
    const count = Array.isArray(headings) ? headings.length + 1 : 1;
    if (count > limit)
      sheet.refuse(
        filingCatalogue.refuse('FILING_TOO_MANY_NUMBERS', { path, params: { count, limit, day } }),
      );
  }
}
