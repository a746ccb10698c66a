import { addDays, type CalendarDate, type Refusal } from '@portolan/kernel';
import type { Level } from '../policy/policy.ts';
import { chosenFor, type LevelEvidence, levelMet } from './levels.ts';
import type { LevelResult, StandingRisk } from './standing.ts';

/** What is missing for the next level: the parts that are not met. Nothing for who has reached the highest. */
export function wouldRaise(results: readonly LevelResult[]): Refusal[] {
  const next = results.find(({ met }) => !met);
  return next?.parts.flatMap(({ missing }) => missing ?? []) ?? [];
}

/**
 * What would lower the standing if nothing else happens: the first day on which attestations have run out that it rests on,
 * and each single attestation without which it would be lower today.
 */
export function wouldLower(
  levels: readonly Level[],
  evidence: LevelEvidence,
  reached: string,
): StandingRisk[] {
  const level = levels.find(({ name }) => name === reached);
  if (!level) return [];
  const chosen = chosenFor(level, evidence).map(({ attestation }) => attestation.digest);
  const single = chosen.sort().flatMap((digest) => {
    const without = levelOf(levels, evidence, (one) => one.attestation.digest !== digest);
    return without === reached ? [] : [{ level: without, because: [digest] }];
  });
  return [...firstLapse(levels, evidence, reached), ...single];
}

function firstLapse(levels: readonly Level[], evidence: LevelEvidence, reached: string): StandingRisk[] {
  const ends = [...new Set(evidence.counted.map(({ until }) => until))].sort();
  for (const end of ends) {
    const level = levelOf(levels, evidence, ({ until }) => until > end);
    if (level === reached) continue;
    const because = evidence.counted
      .filter(({ until }) => until <= end)
      .map(({ attestation }) => attestation.digest);
    return [{ on: addDays(end as CalendarDate, 1), level, because: because.sort() }];
  }
  return [];
}

function levelOf(
  levels: readonly Level[],
  evidence: LevelEvidence,
  keep: (one: LevelEvidence['counted'][number]) => boolean,
): string {
  return levelMet(levels, { ...evidence, counted: evidence.counted.filter(keep) });
}
