import type { Static } from 'typebox';
import type { CertaintySchema } from '../../reference/dated.ts';
import type { OriginTest, TestOutcome } from '../result.ts';

interface Cited {
  readonly cite: string;
  readonly certainty: Static<typeof CertaintySchema>;
}

export function test(
  name: string,
  outcome: TestOutcome,
  why: string,
  { cite, certainty }: Cited,
): OriginTest {
  return { test: name, outcome, why, cite, certainty };
}

/** All must pass: one failure decides, else one open question leaves it open. */
export function allOf(outcomes: readonly TestOutcome[]): TestOutcome {
  if (outcomes.includes('failed')) return 'failed';
  return outcomes.includes('undetermined') ? 'undetermined' : 'passed';
}

/** Any one suffices: one success decides, else one open question leaves it open. */
export function anyOf(outcomes: readonly TestOutcome[]): TestOutcome {
  if (outcomes.includes('passed')) return 'passed';
  return outcomes.includes('undetermined') ? 'undetermined' : 'failed';
}
