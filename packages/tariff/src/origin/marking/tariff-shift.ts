import { type Decimal, money, sumDecimals } from '@portolan/kernel';
import { atMostPercent, shownPercent } from '../preference/percent.ts';
import { allOf, anyOf, test } from '../preference/test.ts';
import type { MaterialRow, OriginTest, RuleResult, TestOutcome } from '../result.ts';
import { undergoes } from '../rule/change.ts';
import { describeAlternative, describeRule } from '../rule/describe.ts';
import type { FoundRule } from '../rule/find.ts';
import { inRanges, pointed } from '../rule/range.ts';
import type { RuleAlternative } from '../rule/rule.ts';
import type { MarkingFacts } from './facts.ts';
import type { MarkedMaterial, MarkingQuestion } from './read.ts';

/** What section 102.20 came to, and the materials from whose numbers no change is allowed. */
export interface Shift {
  readonly outcome: TestOutcome;
  readonly rule: RuleResult;
  readonly tests: OriginTest[];
  readonly rows: MaterialRow[];
  readonly candidates: readonly MarkedMaterial[];
}

/** Each foreign material undergoes the change of section 102.20, or all that do not stay within the tolerance. */
export function tariffShift(
  { rule, through }: FoundRule,
  question: MarkingQuestion,
  facts: MarkingFacts,
): Shift {
  const tried = rule.alternatives.map((alternative) => tryOne(alternative, rule, question, facts));
  const outcome = anyOf(tried.map((one) => one.outcome));
  const decided = tried.find((one) => one.outcome === outcome) ?? tried[0];
  const { first, last, cite, from, to, source, certainty } = rule;
  return {
    outcome,
    rule: {
      range: first === last ? pointed(first) : `${pointed(first)}-${pointed(last)}`,
      words: describeRule(rule),
      outcome,
      alternatives: tried.map(({ candidates: _, rows, words, label, ...rest }) => ({
        label,
        words,
        outcome: rest.outcome,
        tests: rest.tests,
        materials: rows,
        content: [],
      })),
      cite,
      from,
      ...(to ? { to } : {}),
      source,
      certainty,
      ...(through ? { through } : {}),
    },
    tests: decided?.tests ?? [],
    rows: decided?.rows ?? [],
    candidates: decided?.candidates ?? [],
  };
}

function tryOne(
  alternative: RuleAlternative,
  rule: FoundRule['rule'],
  question: MarkingQuestion,
  facts: MarkingFacts,
) {
  const { change, conditions = [], forKind, label } = alternative;
  const { hs, materials, input } = question;
  const fits = (row: MarkedMaterial) =>
    input.minorProcessingOnly !== true &&
    (change === undefined || (row.hs !== undefined && undergoes(change, rule, hs, row.hs)));
  const failing = materials.filter((row) => row.foreign && !fits(row));
  const tolerance = failing.length > 0 ? tolerate(failing, question, facts) : undefined;
  const why = whyOf(failing, question);
  const kind = forKind === undefined ? [] : [kindTest(forKind, question, rule)];
  const tests = [
    ...kind,
    test('tariff-change', tolerance?.outcome ?? 'passed', why, rule),
    ...(tolerance ? [tolerance] : []),
    ...conditions.map(({ id, words }) => answered(input.answers?.[id], id, words, rule)),
  ];
  return {
    label,
    words: describeAlternative(alternative, pointed(rule.first)),
    outcome: allOf(tests.map((one) => one.outcome)),
    tests,
    rows: materials.map((row) => rowOf(row, failing, tolerance, question)),
    candidates: materials.filter(
      (row) => row.hs !== undefined && (!change || !undergoes(change, rule, hs, row.hs)),
    ),
  };
}

function whyOf(failing: readonly MarkedMaterial[], { input }: MarkingQuestion): string {
  if (failing.length === 0) return 'every foreign material undergoes the change';
  const names = failing.map((row) => row.input.id).join(', ');
  return input.minorProcessingOnly
    ? `${names}: packing, dilution, dismantling and minor processing are no change (19 CFR 102.17)`
    : `${names} do not undergo the change`;
}

function kindTest(forKind: string, { input }: MarkingQuestion, rule: FoundRule['rule']): OriginTest {
  const { kind } = input.good;
  const outcome = kind === undefined ? 'undetermined' : kind.toLowerCase() === forKind ? 'passed' : 'failed';
  return test('kind', outcome, `this way is for ${forKind}; the good is ${kind ?? 'not described'}`, rule);
}

function answered(
  answer: boolean | undefined,
  id: string,
  words: string,
  rule: FoundRule['rule'],
): OriginTest {
  const outcome = answer === undefined ? 'undetermined' : answer ? 'passed' : 'failed';
  return test(id, outcome, `${answer === undefined ? `not stated (${id})` : 'stated'}: ${words}`, rule);
}

/** 7 percent of the value, 10 for chapter 22, none for the chapters that the section names (19 CFR 102.13). */
function tolerate(
  failing: readonly MarkedMaterial[],
  { hs, value }: MarkingQuestion,
  { tolerance }: MarkingFacts,
): OriginTest {
  if (inRanges(tolerance.notFor, hs))
    return test('de-minimis', 'failed', `no tolerance for goods of chapter ${hs.slice(0, 2)}`, tolerance);
  const percent = tolerance.higher.find(({ goods }) => inRanges(goods, hs))?.percent ?? tolerance.percent;
  const values = failing.map((row) => row.value);
  if (!value || !values.every((one) => one !== undefined))
    return test(
      'de-minimis',
      'undetermined',
      'the value of the good or of such a material is not given',
      tolerance,
    );
  const sum = sumDecimals(values as Decimal[]);
  const within = atMostPercent(sum, value, percent);
  const share = shownPercent(sum, value, within ? 'half-up' : 'up');
  return test(
    'de-minimis',
    within ? 'passed' : 'failed',
    `${share} percent of the value; ${percent} is tolerated`,
    tolerance,
  );
}

function rowOf(
  row: MarkedMaterial,
  failing: readonly MarkedMaterial[],
  tolerance: OriginTest | undefined,
  { currency }: MarkingQuestion,
): MaterialRow {
  const missed = tolerance?.outcome === 'passed' ? 'tolerated' : (tolerance?.outcome ?? 'failed');
  const failed = failing.includes(row);
  return {
    id: row.input.id,
    description: row.input.description,
    ...(row.hs ? { hs: row.hs } : {}),
    ...(row.country ? { country: row.country } : {}),
    role: row.input.role ?? 'material',
    originating: !row.foreign,
    status: row.foreign
      ? `foreign${row.country ? `, of ${row.country}` : ', country not known'}`
      : 'domestic',
    ...(row.value ? { value: money(row.value, currency) } : {}),
    change: !row.foreign ? 'not-asked' : failed ? missed : 'passed',
    why: !row.foreign ? 'domestic material' : failed ? (tolerance?.why ?? '') : 'undergoes the change',
  };
}
