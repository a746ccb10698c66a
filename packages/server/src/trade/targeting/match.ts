import { Decimal } from '@portolan/kernel';
import type { EntryFacts } from '../store/officer-queue.ts';
import type { TargetingRow } from './store.ts';

/** One rule that an entry meets, with the reason an officer reads. */
export interface Hit {
  readonly rule: string;
  readonly reason: string;
  readonly weight: number;
}

/** The rules in force on a day that an entry meets, heaviest first. */
export function hitsOn(
  facts: EntryFacts,
  rules: readonly TargetingRow[],
  day: string,
): (Hit & { refers: boolean })[] {
  return rules
    .filter((rule) => rule.valid_from <= day && (rule.valid_until === null || day <= rule.valid_until))
    .filter((rule) => meets(facts, rule))
    .map(({ name, reason, weight, refers }) => ({ rule: name, reason, weight, refers }))
    .sort((left, right) => right.weight - left.weight || (left.rule < right.rule ? -1 : 1));
}

/** How much an entry weighs: the sum over its hits. */
export function weightOf(hits: readonly Hit[]): number {
  return hits.reduce((sum, { weight }) => sum + weight, 0);
}

function meets(facts: EntryFacts, { subject, value }: TargetingRow): boolean {
  switch (subject) {
    case 'finding':
      return facts.findings.includes(value);
    case 'hts-prefix':
      return facts.hts.some((hts) => digits(hts).startsWith(digits(value)));
    case 'origin':
      return facts.origins.includes(value);
    case 'importer':
      return facts.importer.includes(value);
    case 'filer':
      return facts.filer.includes(value);
    case 'producer':
      return facts.producers.includes(value);
    case 'entered-value-over':
      return Decimal.of(facts.enteredValue).gt(Decimal.of(value));
    case 'unsigned-document':
      return facts.unsigned.includes(value);
  }
}

function digits(hts: string): string {
  return hts.replaceAll('.', '');
}
