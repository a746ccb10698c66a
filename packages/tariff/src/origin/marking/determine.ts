import { isCountry, ok, type Result } from '@portolan/kernel';
import type { MarkingInput } from '../input.ts';
import type { OriginReference } from '../preference/determine.ts';
import { test } from '../preference/test.ts';
import type { MarkingResult, OriginTest } from '../result.ts';
import { findOriginRule } from '../rule/find.ts';
import { inRanges, pointed } from '../rule/range.ts';
import type { MarkingFacts } from './facts.ts';
import { asTest, lowerSteps, type Step } from './hierarchy.ts';
import { type MarkingQuestion, readMarking } from './read.ts';
import { type Shift, tariffShift } from './tariff-shift.ts';

/**
 * Country of origin for marking goods of Canada and Mexico, by the hierarchy of 19 CFR 102.11: wholly obtained, made of
 * domestic materials, change in tariff classification of section 102.20 with its tolerance, then essential character,
 * equal consideration, simple assembly, last production. Textiles (102.21) and goods of other countries (substantial
 * transformation, 19 CFR 134.1(b)) follow other rules, and that is said. A rule that is not in the table is said.
 */
export function determineMarking(input: MarkingInput, { origin }: OriginReference): Result<MarkingResult> {
  const question = readMarking(input);
  if (!question.ok) return question;
  const facts = origin.marking;
  const elsewhere = otherRules(question.value, facts);
  if (elsewhere) return ok(elsewhere);
  const first = domestic(question.value);
  if (first) return ok(determined(first, [asTest(first)], question.value, facts));
  const { hs, date } = question.value;
  const found = findOriginRule(origin, 'marking', hs, date);
  if (!found) return ok(withoutRule(question.value));
  return ok(byShift(tariffShift(found, question.value, facts), question.value, facts));
}

function otherRules(
  { hs, input }: MarkingQuestion,
  { countries, textiles }: MarkingFacts,
): MarkingResult | undefined {
  const other = (why: string): MarkingResult => ({
    outcome: 'other-rules',
    countries: [],
    why,
    tests: [],
    materials: [],
    notShown: [],
  });
  if (inRanges(textiles.goods, hs))
    return other('textile and apparel goods follow 19 CFR 102.21, whose rules are not in the table');
  if (countries.list.includes(input.good.madeIn)) return undefined;
  return other(
    `part 102 marks goods of ${countries.list.join(' and ')}; for ${input.good.madeIn} substantial transformation decides (19 CFR 134.1(b))`,
  );
}

/** Paragraphs (a)(1) and (a)(2). */
function domestic({ input, materials }: MarkingQuestion): Step | undefined {
  const { madeIn, whollyObtained } = input.good;
  const foreign = materials.filter((row) => row.foreign);
  if (whollyObtained !== undefined && foreign.length === 0)
    return {
      paragraph: '(a)(1)',
      countries: [madeIn],
      why: `wholly obtained or produced in ${madeIn}: ${whollyObtained}`,
    };
  if (materials.length > 0 && foreign.length === 0)
    return { paragraph: '(a)(2)', countries: [madeIn], why: `made exclusively of materials of ${madeIn}` };
  return undefined;
}

function withoutRule({ hs, input, materials }: MarkingQuestion): MarkingResult {
  const why =
    materials.length === 0
      ? 'no material is listed and it is not said to be wholly obtained'
      : `no rule in the table for heading ${hs.slice(0, 4)} (${pointed(hs)}) in 19 CFR 102.20`;
  return {
    outcome: 'undetermined',
    countries: [],
    why,
    tests: [test('102.11(a)(3)', 'undetermined', why, { cite: '19 CFR 102.20', certainty: 'verified' })],
    materials: [],
    notShown: [
      materials.length === 0 ? `how ${input.good.description} was made` : `the rule for ${pointed(hs)}`,
    ],
  };
}

function byShift(shift: Shift, question: MarkingQuestion, facts: MarkingFacts): MarkingResult {
  const { madeIn } = question.input.good;
  const reason = shift.tests.map(({ why }) => why).join('; ');
  const step: Step = {
    paragraph: '(a)(3)',
    why: reason,
    ...(shift.outcome === 'passed' ? { countries: [madeIn] } : {}),
    ...(shift.outcome === 'undetermined' ? { missing: reason } : {}),
  };
  const steps = shift.outcome === 'failed' ? [step, ...lowerSteps(question, shift.candidates)] : [step];
  const last = steps.at(-1) ?? step;
  const tests = steps.map(asTest);
  return { ...determined(last, tests, question, facts), rule: shift.rule, materials: shift.rows };
}

function determined(
  step: Step,
  tests: OriginTest[],
  question: MarkingQuestion,
  facts: MarkingFacts,
): MarkingResult {
  const overridden = override(step, question, facts);
  const countries = overridden?.countries ?? step.countries ?? [];
  return {
    outcome: countries.length > 0 ? 'determined' : 'undetermined',
    countries: [...countries].filter(isCountry).sort(),
    paragraph: overridden?.paragraph ?? `102.11${step.paragraph}`,
    why: overridden?.why ?? step.why,
    tests: overridden ? [...tests, test('102.19(a)', 'passed', overridden.why, facts.override)] : tests,
    materials: [],
    notShown: step.missing && !overridden ? [step.missing] : [],
  };
}

/** Until 30 June 2020 an originating good with no single country took the last NAFTA country of real production. */
function override(
  step: Step,
  { input, date }: MarkingQuestion,
  { override: row }: MarkingFacts,
): Step | undefined {
  const settled = /^\((a|b)\)/.test(step.paragraph) && step.countries?.length === 1;
  if (input.originating !== true || date > row.until || settled) return undefined;
  const country = input.production?.findLast(({ minor }) => !minor)?.country;
  if (!country) return undefined;
  return {
    paragraph: '102.19(a)',
    countries: [country],
    why: `preference override: the last country of more than minor processing is ${country}`,
  };
}
