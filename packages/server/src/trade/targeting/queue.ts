import type { QueueItem } from '@portolan/contract';
import type { TradeContext } from '../context.ts';
import { entryRow } from '../entry/row.ts';
import { dueWords } from '../entry/words.ts';
import { caseKey, readCases } from '../store/cases.ts';
import { readQueue } from '../store/officer-queue.ts';
import { hitsOn, weightOf } from './match.ts';
import { targetingRules } from './store.ts';

/**
 * The entries that wait for an officer: heaviest first by the targeting rules in force today, then the one with the
 * least time left, then the oldest. Each says which rules it met, and why they exist.
 */
export async function officerQueue(context: TradeContext, tenantId: string): Promise<QueueItem[]> {
  const now = context.clock.now();
  const [queue, rules] = await Promise.all([
    readQueue(context.pool, tenantId),
    targetingRules(context.pool, tenantId),
  ]);
  const cases = await readCases(
    context.pool,
    queue.map(({ case_id }) => ({ tenantId, caseId: case_id })),
  );
  const items = queue.flatMap(({ case_id, facts, entered_at }): (QueueItem & { since: string })[] => {
    const row = cases.get(caseKey(tenantId, case_id));
    if (!row) return [];
    // A story's entry is judged by the rules of its own day.
    const hits = hitsOn(facts, rules, (row.story_at ?? now).slice(0, 10)).map(
      ({ refers: _refers, ...hit }) => hit,
    );
    const due = row.due_at ?? undefined;
    return [
      {
        ...entryRow(row),
        weight: weightOf(hits),
        hits,
        ...(due ? { due } : {}),
        dueWords: due ? dueWords(due, now) : 'No term is running',
        since: entered_at,
      },
    ];
  });
  return items.sort(byUrgency).map(({ since: _since, ...item }) => item);
}

type Ranked = Pick<QueueItem, 'weight' | 'due'> & { readonly since: string };

/** Order of the queue: weight, then time left, then time waited. */
export function byUrgency(left: Ranked, right: Ranked): number {
  const far = '9999';
  return (
    right.weight - left.weight ||
    (left.due ?? far).localeCompare(right.due ?? far) ||
    left.since.localeCompare(right.since)
  );
}
