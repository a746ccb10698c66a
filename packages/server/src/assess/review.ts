import type { Review } from '@portolan/contract';
import { type CalendarDate, date, type Instant } from '@portolan/kernel';
import { type AssessedThreshold, assess, type Measures, type Trial } from '@portolan/programs';
import type { RegisterRow } from './registers.ts';

type MeasureView = Review['measures'][number];

/** Which of the four sides a measure speaks for; what the machine does is technical, what people do operational. */
const TECHNICAL = new Set(['seconds-to-receipt', 'typed-share']);

/** The agency's review of a trial: recorded measures beside thresholds, the registers, and the verdict with its reasons. */
export function reviewOf(
  trial: Trial,
  measures: Measures,
  registers: readonly RegisterRow[],
  asOf: Instant,
): Review {
  const answered = { ...trial, registers: split(registers) };
  const assessment = assess(measures, answered);
  const fields = fieldTotals(assessment.provenance);
  return {
    program: trial.program,
    title: trial.title,
    hypothesis: trial.hypothesis,
    participants: [...trial.participants],
    from: date(trial.from) satisfies CalendarDate,
    to: date(trial.until),
    baseline: trial.thresholds.map(
      ({ label, unit, baseline }) => `${label}: ${withUnit(baseline.value, unit)} (${baseline.source})`,
    ),
    measures: [
      ...assessment.thresholds.map((threshold) => measureView(threshold, assessment.sample)),
      ...fields.map(({ label, value }) =>
        plain(label, value, 'fields', 'technical', measures.cases.length, assessment.sample),
      ),
      plain(
        'Paper documents avoided',
        assessment.paperAvoided,
        'documents',
        'operational',
        measures.cases.length,
        assessment.sample,
      ),
    ],
    registers: registers.map(({ id, side, question, citation, answer, owner, status, updatedAt }) => ({
      id,
      side,
      question,
      citation,
      answer,
      owner,
      status,
      ...(updatedAt ? { updatedAt } : {}),
    })),
    verdict: assessment.verdict,
    reasons: [...assessment.reasons],
    sample: assessment.sample,
    asOf,
  };
}

function measureView(
  { threshold, verdict, value, count, counts }: AssessedThreshold,
  sample: boolean,
): MeasureView {
  const { measure, label, unit, baseline, direction, go } = threshold;
  return {
    id: measure,
    side: TECHNICAL.has(measure) ? 'technical' : 'operational',
    label,
    value: value ?? '',
    unit,
    cases: count,
    ...(counts ? { counts } : {}),
    baseline: withUnit(baseline.value, unit),
    threshold: `${direction === 'at-most' ? 'at most' : 'at least'} ${withUnit(go, unit)}`,
    ...(value === undefined ? {} : { met: verdict === 'go' }),
    sample,
  };
}

function plain(
  label: string,
  value: number,
  unit: string,
  side: MeasureView['side'],
  cases: number,
  sample: boolean,
): MeasureView {
  return {
    id: label.toLowerCase().replaceAll(' ', '-'),
    side,
    label,
    value: String(value),
    unit,
    cases,
    sample,
  };
}

const FIELD_WORDS = {
  signed: 'Fields signed at their source',
  imported: 'Fields imported from files',
  computed: 'Fields computed by rule',
  assigned: 'Fields assigned by the node',
  typed: 'Fields typed by a person',
} as const;

function fieldTotals(provenance: Measures['cases'][number]['fields']): { label: string; value: number }[] {
  return Object.entries(FIELD_WORDS).map(([name, label]) => ({
    label,
    value: provenance[name as keyof typeof FIELD_WORDS],
  }));
}

/** A figure with its unit; words such as "not measured" stand alone. */
function withUnit(value: string, unit: string): string {
  return /^\d/.test(value) ? `${value} ${unit}` : value;
}

function split(registers: readonly RegisterRow[]): Trial['registers'] {
  const of = (side: RegisterRow['side']) => registers.filter((row) => row.side === side);
  return { legal: of('legal'), policy: of('policy') };
}
