import type { ComparedSummary } from '@portolan/contract';
import type { SummaryText } from '@portolan/filing';
import { ok, type Result, refused } from '@portolan/kernel';
import { dashed } from '../trade/entry/filed.ts';
import type { Queryable } from '../trade/store/bulk.ts';
import { compareCatalogue } from './catalogue.ts';

/** A summary out of a file that was sent. */
export interface SentSummary extends SummaryText {
  readonly name: string;
  readonly part?: number;
}

export type FoundEntry = Required<Pick<ComparedSummary, 'entryNumber' | 'by'>>;

interface FiledCase {
  readonly entry_number: string;
  readonly search: string;
}

/**
 * The entry of ours that each summary is of: by its own number, by a number in the name of its file, else by its bills of lading,
 * since what was filed by another system has a number of its own. One query for all of them.
 */
export async function findEntries(
  db: Queryable,
  tenantId: string,
  summaries: readonly SentSummary[],
): Promise<Result<FoundEntry>[]> {
  const numbers = summaries.flatMap((one) => [...numberOf(one), ...numberInName(one)]);
  const bills = summaries.flatMap((one) => one.bills);
  const { rows } = await db.query<FiledCase>({
    name: 'compare-entries',
    text: `select entry_number, search from cases
           where tenant_id = $1 and entry_number is not null and state <> all('{draft,discarded}')
             and (entry_number = any($2) or regexp_replace(upper(search), '[^A-Z0-9+ ]', '', 'g') like any($3))`,
    values: [tenantId, numbers, bills.map((bill) => `%${bill}%`)],
  });
  const known = new Set(rows.map((row) => row.entry_number));
  const words = rows.map((row) => ({ number: row.entry_number, words: wordsOf(row) }));
  return summaries.map((one) => {
    const [own] = numberOf(one).filter((number) => known.has(number));
    if (own) return ok({ entryNumber: own, by: 'entry number' });
    const [named] = numberInName(one).filter((number) => known.has(number));
    if (named) return ok({ entryNumber: named, by: 'file name' });
    const carried = words.filter((row) => one.bills.some((bill) => row.words.has(bill)));
    const entries = [...new Set(carried.map(({ number }) => number))].sort();
    const [only] = entries;
    const name = one.part === undefined ? one.name : `${one.name} (${one.part})`;
    if (only === undefined)
      return refused(compareCatalogue.refuse('NODE_COMPARE_UNKNOWN', { params: { name } }));
    if (entries.length === 1) return ok({ entryNumber: only, by: 'bill of lading' });
    const params = { name, entries: entries.slice(0, 10).join(', ') };
    return refused(compareCatalogue.refuse('NODE_COMPARE_AMBIGUOUS', { params }));
  });
}

function numberOf({ entryNumber }: SummaryText): string[] {
  return entryNumber === undefined ? [] : [dashed(entryNumber)];
}

function numberInName({ name }: SentSummary): string[] {
  const [found] = /[A-Z0-9]{3}-?\d{7}-?\d(?!\d)/i.exec(name) ?? [];
  return found === undefined ? [] : [dashed(found)];
}

function wordsOf({ search }: FiledCase): Set<string> {
  return new Set(
    search
      .toUpperCase()
      .replace(/[^A-Z0-9+ ]/g, '')
      .split(' '),
  );
}
