import { test } from '../preference/test.ts';
import type { OriginTest } from '../result.ts';
import type { MarkedMaterial, MarkingQuestion } from './read.ts';

/** What a paragraph of section 102.11 came to. */
export interface Step {
  readonly paragraph: string;
  readonly countries?: readonly string[];
  /** What would have to be shown before this paragraph can be passed over. */
  readonly missing?: string;
  readonly why: string;
}

const CITED = { certainty: 'verified' as const };

export function asTest({ paragraph, countries, missing, why }: Step): OriginTest {
  const outcome = countries ? 'passed' : missing ? 'undetermined' : 'failed';
  return test(`102.11(${paragraph.replace(/^\(|\)$/g, '')})`, outcome, why, {
    cite: `19 CFR 102.11${paragraph}`,
    ...CITED,
  });
}

/**
 * Paragraphs (b) to (d) in order, for a good whose country paragraph (a) does not give. The material that imparts the
 * essential character is told by the person who knows, unless only one can be considered (19 CFR 102.18(b)).
 */
export function lowerSteps(question: MarkingQuestion, candidates: readonly MarkedMaterial[]): Step[] {
  const steps: Step[] = [];
  for (const step of [single, composite, minor, assembly, last]) {
    const result = step(question, candidates);
    if (!result) continue;
    steps.push(result);
    if (result.countries || result.missing) break;
  }
  return steps;
}

function named({ input, materials }: MarkingQuestion): MarkedMaterial[] {
  const ids = input.essentialCharacter ?? [];
  return materials.filter((row) => ids.includes(row.input.id));
}

function single(question: MarkingQuestion, candidates: readonly MarkedMaterial[]): Step | undefined {
  const { input } = question;
  if (input.good.set) return undefined;
  const paragraph = '(b)(1)';
  const told = named(question);
  const [only] = told.length === 1 ? told : candidates.length === 1 ? candidates : [];
  if (only) {
    const how =
      candidates.length === 1
        ? 'the only material that may be considered'
        : 'imparts the essential character';
    const stock = only.input.inventory?.lots.flatMap(({ country }) => country ?? []) ?? [];
    const countries = [...new Set(only.country ? [only.country] : stock)];
    if (countries.length > 0)
      return {
        paragraph: stock.length > 0 && !only.country ? '(b)(2)' : paragraph,
        countries,
        why: `${only.input.id} ${how}`,
      };
    return {
      paragraph,
      missing: `the country of ${only.input.id}`,
      why: `${only.input.id} ${how}; its country is not known`,
    };
  }
  if (input.essentialCharacter === undefined)
    return {
      paragraph,
      missing: 'which material imparts the essential character, or that no single one does',
      why: `several materials may be considered: ${candidates.map((row) => row.input.id).join(', ')}`,
    };
  return { paragraph, why: 'no single material imparts the essential character' };
}

function composite(question: MarkingQuestion): Step | undefined {
  if (!question.input.good.set) return undefined;
  return equal(question, '(c)', 'set, mixture or composite good: materials that merit equal consideration');
}

function minor(question: MarkingQuestion): Step | undefined {
  if (question.input.minorProcessingOnly !== true) return undefined;
  return equal(question, '(d)(1)', 'minor processing only: materials that merit equal consideration');
}

function equal(question: MarkingQuestion, paragraph: string, why: string): Step {
  const countries = [...new Set(named(question).flatMap(({ country }) => country ?? []))];
  if (countries.length > 0) return { paragraph, countries, why };
  return { paragraph, missing: 'the materials that merit equal consideration, with their countries', why };
}

function assembly(question: MarkingQuestion): Step | undefined {
  if (question.input.answers?.['simple-assembly'] !== true) return undefined;
  const countries = [...new Set(named(question).map(({ country }) => country))];
  const [country] = countries;
  if (countries.length === 1 && country)
    return { paragraph: '(d)(2)', countries: [country], why: 'simple assembly of parts of one country' };
  return { paragraph: '(d)(2)', why: 'the parts that merit equal consideration are not of one country' };
}

function last({ input }: MarkingQuestion): Step {
  const country = input.production?.at(-1)?.country ?? input.good.madeIn;
  return {
    paragraph: '(d)(3)',
    countries: [country],
    why: `the last country in which it underwent production is ${country}`,
  };
}
