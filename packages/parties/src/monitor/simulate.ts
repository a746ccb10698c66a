import type { Policy } from '../policy/policy.ts';
import { standingsOf } from '../standing/evaluate.ts';
import type { StandingQuestion } from '../standing/question.ts';
import { changeBetween, type StandingChange } from './change.ts';

/** What a policy would do to the standings of some parties. */
export interface Simulation {
  readonly compared: number;
  readonly changes: readonly StandingChange[];
  /** How many reach each level, before and after. */
  readonly levels: readonly { readonly level: string; readonly before: number; readonly after: number }[];
}

/** "This policy would change 41 standings: these": all parties under both policies, on the same evidence and register. */
export function simulatePolicy(
  subjects: readonly string[],
  ground: Omit<StandingQuestion, 'subject' | 'lookup' | 'policyDigest'>,
  proposed: Policy,
): Simulation {
  const before = standingsOf(subjects, ground);
  const after = standingsOf(subjects, { ...ground, policy: proposed });
  const changes: StandingChange[] = [];
  const counts = new Map<string, { before: number; after: number }>();
  const count = (level: string, side: 'before' | 'after') => {
    const row = counts.get(level) ?? { before: 0, after: 0 };
    counts.set(level, { ...row, [side]: row[side] + 1 });
  };
  for (const old of before) {
    const { value: now } = after.next();
    if (!now) break;
    count(old.level, 'before');
    count(now.level, 'after');
    const change = changeBetween(old, now);
    if (change) changes.push(change);
  }
  const levels = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([level, row]) => ({ level, ...row }));
  return { compared: subjects.length, changes, levels };
}
