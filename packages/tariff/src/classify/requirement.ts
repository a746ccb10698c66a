import { type NumericCondition, readConditions } from './conditions.ts';
import type { Trait, Traits } from './traits.ts';
import { type Word, wordsOf } from './words.ts';

/** What a row of the schedule asks of goods that belong below it. */
export interface Requirement {
  /** "Other": what its siblings do not name. */
  readonly residual: boolean;
  /** Traits that it names; one of a group is enough. */
  readonly traits: readonly Trait[];
  /** Traits that it excludes. */
  readonly excluded: readonly Trait[];
  /** Stems of what it names besides. */
  readonly words: readonly string[];
  /** Stems of what it excludes. */
  readonly not: readonly string[];
  readonly conditions: readonly NumericCondition[];
  /** It is for parts and accessories. */
  readonly parts: boolean;
}

/** Footnote numbers of textile categories: "(345)". */
const CATEGORY = /\((?:\d{3}|pt\. ?\d{3})\)/g;
/** "whether or not mounted": says that it makes no difference. */
const INDIFFERENT = /whether or not[^,;:)]*/gi;
const NEGATION =
  /\b(?:other than|except(?:ing)?(?: for)?|excluding|not (?=knitted|including|containing|put up|mounted|of|further|suitable|elsewhere)|without|but not)\b[^,;:)]*/gi;
const RESIDUAL = /^(?:other\b|of other\b|n\.?e\.?s)/i;
const PARTS = /^(?:parts?\b|parts and accessories|accessories)/i;

/** Words that tell nothing apart. */
export const stopStems: ReadonlySet<string> = new Set(
  wordsOf(
    `a an and or of the in on for with by to from as at is are be been this that than which whose into its their any all
    other others article articles thereof therefor similar kind kinds type types use used suitable such whether not more less
    over under valued value each per percent weight containing exceeding least having each but including heading headings
    subheading subheadings chapter note provided described elsewhere specified included except their made goods product
    products new hot sale fashion style quality high set pcs pc piece pieces for free shipping one two size brand best cute
    design top gift men women`,
  ).map(({ stem }) => stem),
);

/** Reads a row's text: what it names, what it excludes, its conditions of value, share and size. */
export function readRequirement(text: string, traits: Traits): Requirement {
  const plain = text.replace(CATEGORY, ' ').replace(INDIFFERENT, ' ');
  const excludedTexts = plain.match(NEGATION) ?? [];
  const conditions = readConditions(plain, traits);
  const named = conditions.reduce(
    (rest, { text: words }) => rest.replace(words, ' '),
    plain.replace(NEGATION, ' '),
  );
  const words = wordsOf(named);
  const stated = traits.stated(words, 'schedule');
  const not = excludedTexts.flatMap((part) => wordsOf(part));
  return {
    residual: RESIDUAL.test(plain.trim()),
    traits: unique(stated.map(({ trait }) => trait)),
    excluded: unique(traits.stated(not, 'schedule').map(({ trait }) => trait)),
    words: contentOf(words.filter((_, at) => !stated.some(({ from, to }) => from <= at && at < to))),
    not: contentOf(not),
    conditions,
    parts: PARTS.test(plain.trim()),
  };
}

function contentOf(words: readonly Word[]): string[] {
  return unique(
    words
      .map(({ stem }) => stem)
      .filter((stem) => stem.length > 1 && !stopStems.has(stem) && !/^\d/.test(stem)),
  );
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
