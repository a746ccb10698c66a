import { type ComparedSummary, type ManyCompared, MOST_COMPARED_AT_ONCE } from '@portolan/contract';
import { compareSummary, comparisonTotals, readFiledSummary, splitSummaries } from '@portolan/filing';
import { ok, type Result, refused } from '@portolan/kernel';
import type { TradeContext } from '../trade/context.ts';
import { compareCatalogue } from './catalogue.ts';
import { type FoundEntry, findEntries, type SentSummary } from './find-entries.ts';
import { ourSummary } from './our-summary.ts';

interface SentFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Every summary in the files beside the entry of ours that it is of, and the sums. A summary that can't be compared is told with
 * its reason, and the others go on. Dossiers are opened one after the other: a whole one is in memory at a time.
 */
export async function compareFiles(
  context: TradeContext,
  tenantId: string,
  files: readonly SentFile[],
  keystrokesPerHour?: number,
): Promise<Result<ManyCompared>> {
  const summaries = files.flatMap(summariesIn);
  if (summaries.length > MOST_COMPARED_AT_ONCE) {
    const params = { count: summaries.length, limit: MOST_COMPARED_AT_ONCE };
    return refused(compareCatalogue.refuse('NODE_COMPARE_TOO_MANY', { path: '/files', params }));
  }
  const found = await findEntries(context.pool, tenantId, summaries);
  const items: ComparedSummary[] = [];
  for (const [index, summary] of summaries.entries()) {
    const entry = found[index];
    const { name, part } = summary;
    const of = { name, ...(part === undefined ? {} : { part }) };
    if (entry?.ok)
      items.push({ ...of, ...(await compared(context, tenantId, summary, entry.value, keystrokesPerHour)) });
    else items.push({ ...of, refusals: [...(entry?.refusals ?? [])] });
  }
  const comparisons = items.flatMap(({ comparison }) => comparison ?? []);
  return ok({ items, totals: comparisonTotals(comparisons, items.length) });
}

function summariesIn({ name, text }: SentFile): SentSummary[] {
  const parts = splitSummaries(text);
  return parts.map((summary, at) => ({ ...summary, name, ...(parts.length > 1 ? { part: at + 1 } : {}) }));
}

async function compared(
  context: TradeContext,
  tenantId: string,
  { text }: SentSummary,
  found: FoundEntry,
  keystrokesPerHour?: number,
): Promise<Omit<ComparedSummary, 'name' | 'part'>> {
  const ours = await ourSummary(context, tenantId, found.entryNumber);
  if (!ours.ok) return { ...found, refusals: [...ours.refusals] };
  const theirs = readFiledSummary(text, ours.value.entry.entryDate);
  if (!theirs.ok) return { ...found, refusals: [...theirs.refusals] };
  const speed = keystrokesPerHour === undefined ? {} : { keystrokesPerHour };
  return { ...found, comparison: compareSummary(theirs.value, { ...ours.value, ...speed }) };
}
