import { Decimal, parseDecimal } from '@portolan/kernel';
import type { CaseMeasure, Measures } from './measures.ts';
import { type Measured, median, share, sum } from './statistics.ts';
import type { RegisterQuestion, Threshold, Trial } from './trial.ts';

export type Verdict = 'go' | 'change' | 'stop' | 'undecided';

export interface AssessedThreshold extends Measured {
  readonly threshold: Threshold;
  readonly verdict: Verdict;
}

/** The review of a trial: every threshold beside what was recorded, and what follows from it. */
export interface Assessment {
  readonly trial: Trial;
  readonly cases: number;
  /** True when any figure comes from sample data. */
  readonly sample: boolean;
  readonly thresholds: readonly AssessedThreshold[];
  readonly provenance: CaseMeasure['fields'];
  readonly paperAvoided: number;
  readonly openQuestions: readonly RegisterQuestion[];
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
}

/**
 * Judges a trial by what was recorded. Fewer cases than the trial's minimum give counts and no verdict on medians and
 * shares; a threshold that says stop stops the trial; open legal questions keep it from going ahead.
 */
export function assess(measures: Measures, trial: Trial): Assessment {
  const thresholds = trial.thresholds.map((threshold) => judge(threshold, measures, trial.minimumCases));
  const openQuestions = [...trial.registers.legal, ...trial.registers.policy].filter(
    ({ status }) => status !== 'answered',
  );
  const verdict = overall(thresholds, openQuestions);
  return {
    trial,
    cases: measures.cases.length,
    sample: [...measures.cases, ...measures.requests].some(({ sample }) => sample),
    thresholds,
    provenance: totals(measures.cases),
    paperAvoided: sum(measures.cases.map(({ paperAvoided }) => paperAvoided)),
    openQuestions,
    verdict,
    reasons: reasonsOf(thresholds, openQuestions, measures, trial),
  };
}

function judge(threshold: Threshold, measures: Measures, minimum: number): AssessedThreshold {
  const measured = measure(threshold.measure, measures, minimum);
  return { threshold, ...measured, verdict: verdictOf(threshold, measured.value) };
}

function measure(name: string, { cases, requests }: Measures, minimum: number): Measured {
  const accepted = cases.filter((one) => one.accepted);
  const fields = totals(cases);
  const allFields = sum(Object.values(fields));
  const caught = sum(cases.map(({ caughtBefore }) => caughtBefore));
  const wrong = caught + sum(cases.map(({ caughtAfter }) => caughtAfter));
  const answered = requests.filter(({ answered }) => answered);
  switch (name) {
    // A count speaks from the first case on: its target is zero.
    case 'fields-given-twice':
      return {
        count: accepted.length,
        ...present(
          accepted.length > 0 ? String(sum(accepted.map((one) => one.fieldsGivenTwice))) : undefined,
        ),
      };
    case 'typed-share':
      return enough(
        cases.length,
        minimum,
        share(fields.typed, allFields),
        `${fields.typed} of ${allFields} fields`,
      );
    case 'seconds-to-receipt':
      return durations(
        cases.flatMap(({ millisecondsToReceipt }) => millisecondsToReceipt ?? []),
        minimum,
        1000,
      );
    case 'caught-before-filing':
      return enough(wrong, minimum, share(caught, wrong), `${caught} of ${wrong} wrong claims`);
    case 'answer-days':
      return durations(
        answered.flatMap(({ days }) => days ?? []),
        minimum,
        1,
      );
    case 'requests-answered': {
      const inTime = answered.filter((request) => request.inTime).length;
      return enough(
        requests.length,
        minimum,
        share(inTime, requests.length),
        `${inTime} of ${requests.length} requests`,
      );
    }
    default:
      return { count: 0 };
  }
}

function durations(values: readonly number[], minimum: number, unit: number): Measured {
  return enough(values.length, minimum, median(values, unit), `${values.length} cases`);
}

/** The value where there are cases enough for it to mean something, else the bare counts. */
function enough(count: number, minimum: number, value: string | undefined, counts: string): Measured {
  return count >= minimum ? { count, ...present(value) } : { count, counts };
}

function present(value: string | undefined): { value?: string } {
  return value === undefined ? {} : { value };
}

function verdictOf({ direction, go, stop }: Threshold, value: string | undefined): Verdict {
  const measured = value === undefined ? undefined : parseDecimal(value);
  if (!measured?.ok) return 'undecided';
  const reaches = (bound: string) =>
    direction === 'at-most' ? measured.value.lte(Decimal.of(bound)) : measured.value.gte(Decimal.of(bound));
  if (reaches(go)) return 'go';
  return reaches(stop) ? 'change' : 'stop';
}

function overall(thresholds: readonly AssessedThreshold[], open: readonly RegisterQuestion[]): Verdict {
  const verdicts = thresholds.map(({ verdict }) => verdict);
  if (verdicts.includes('stop')) return 'stop';
  if (verdicts.includes('change')) return 'change';
  if (verdicts.includes('undecided')) return 'undecided';
  return open.length > 0 ? 'change' : 'go';
}

function reasonsOf(
  thresholds: readonly AssessedThreshold[],
  open: readonly RegisterQuestion[],
  { cases }: Measures,
  { minimumCases }: Trial,
): string[] {
  const missed = thresholds
    .filter(({ verdict }) => verdict !== 'go')
    .map(
      ({ threshold, verdict, value, counts }) =>
        `${threshold.label}: ${value ?? counts ?? 'nothing recorded'} (${verdict})`,
    );
  return [
    ...(cases.length < minimumCases ? [`${cases.length} cases of ${minimumCases} needed for medians`] : []),
    ...missed,
    ...(open.length > 0 ? [`${open.length} questions of law and policy are open`] : []),
  ];
}

function totals(cases: readonly CaseMeasure[]): CaseMeasure['fields'] {
  const of = (name: keyof CaseMeasure['fields']) => sum(cases.map(({ fields }) => fields[name]));
  return {
    signed: of('signed'),
    imported: of('imported'),
    computed: of('computed'),
    assigned: of('assigned'),
    typed: of('typed'),
  };
}
