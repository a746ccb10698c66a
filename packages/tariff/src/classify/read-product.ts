import { Decimal } from '@portolan/kernel';
import type { ProductFacts } from './product.ts';
import { readMaterials } from './read-materials.ts';
import { hasOneOf, type KnownTrait, type Reading, type Said, type Vote } from './reading.ts';
import { stopStems } from './requirement.ts';
import type { ClassificationTables } from './tables.ts';
import type { TermPlace, TradeTerm } from './terms.ts';
import { type Word, wordsOf } from './words.ts';

/** One text of the product, how much its words count, and how much the goods it names. */
interface Field extends Said {
  readonly words: number;
  readonly terms: number;
}

/** Words after which a title names what the product goes with, holds or resembles, not what it is. */
const ASIDE: Readonly<Record<string, number>> = {
  for: 0.15,
  fit: 0.15,
  fits: 0.15,
  compatible: 0.15,
  with: 0.3,
  like: 0.3,
  of: 0.6,
  in: 0.6,
  from: 0.5,
};
/** Words after such a word that it reaches. */
const REACH = 4;
/** A term directly before another only tells which kind of it: a phone stand is a stand. */
const MODIFIER = 0.4;
const PLACE_DECAY = 0.03;
const PART = /\b(?:parts?|accessor(?:y|ies)|replacement|spare)\b/i;
const WEARER = /\b(?:gender|department|wearer|for whom|age)\b/i;
const KIND = /\b(?:type|item|category|product|style|name|use|usage|function|application)\b/i;
/** Longest attribute value that names something; longer ones are prose. */
const SHORT = 60;

/** Reads everything that a product says: goods it names, traits, words. */
export function readProduct(facts: ProductFacts, { terms, traits }: ClassificationTables): Reading {
  const fields = fieldsOf(facts);
  const materials = readMaterials(facts, traits);
  const words = new Map<string, { weight: number; said: Said }>();
  const named: { term: TradeTerm; weight: number; said: Said }[] = [];
  const stated: KnownTrait[] = [...materials];
  for (const field of fields) {
    const tokens = wordsOf(field.text);
    addWords(words, tokens, field);
    const found = terms.find(tokens);
    found.forEach(({ entries, from, to }, index) => {
      const said = { text: spoken(tokens, from, to), from: field.from };
      const weight = field.terms * roleOf(tokens, from) * (found[index + 1]?.from === to ? MODIFIER : 1);
      for (const term of entries) named.push({ term, weight, said });
    });
    for (const { trait, from, to } of traits.stated(tokens, 'product')) {
      const material = trait.group === 'material';
      if (material && materials.length > 0) continue;
      const weight = (material ? 0.6 : 0.8) * Math.min(1, field.words) * asideOf(tokens, from);
      stated.push({ trait, weight, text: spoken(tokens, from, to), from: field.from });
    }
  }
  const known = withImplied(stated, named, traits);
  for (const { term, weight, said } of named)
    for (const { stem } of term.words) addWord(words, stem, weight, said);
  return {
    words,
    traits: known,
    votes: named.flatMap(({ term, weight, said }) => votesOf(term, weight, said, known, traits)),
    part: PART.test([facts.title, ...(facts.category ?? [])].join(' ')),
    ...(facts.unitValue === undefined ? {} : { unitValue: Decimal.of(facts.unitValue) }),
  };
}

function fieldsOf({
  title,
  description,
  category = [],
  form,
  use,
  wearer,
  attributes = {},
}: ProductFacts): Field[] {
  const field = (text: string | undefined, from: string, words: number, terms: number): Field[] =>
    text === undefined ? [] : [{ text, from, words, terms }];
  const last = category.length - 1;
  return [
    ...field(title, 'title', 1, 1),
    ...category.flatMap((text, at) =>
      field(text, 'category', at === last ? 1 : 0.3, at === last ? 1.6 : at === last - 1 ? 0.5 : 0.1),
    ),
    ...field(form, 'form', 1, 0.6),
    ...field(use, 'use', 0.6, 0.2),
    ...field(wearer, 'wearer', 1, 0),
    ...field(description, 'description', 0.3, 0.15),
    ...Object.entries(attributes)
      .filter(([, value]) => value.length <= SHORT)
      .flatMap(([key, value]) => attributeField(key, value.replaceAll('_', ' '))),
  ];
}

function attributeField(key: string, value: string): Field[] {
  if (WEARER.test(key)) return [{ text: value, from: key, words: 1, terms: 0 }];
  if (KIND.test(key)) return [{ text: value, from: key, words: 0.6, terms: 0.5 }];
  return [{ text: value, from: key, words: 0.25, terms: 0.05 }];
}

function addWords(
  words: Map<string, { weight: number; said: Said }>,
  tokens: readonly Word[],
  field: Field,
): void {
  tokens.forEach(({ stem, text }, at) => {
    if (stem.length < 2 || stopStems.has(stem) || /^\d/.test(stem)) return;
    addWord(words, stem, field.words * asideOf(tokens, at), { text, from: field.from });
  });
}

function addWord(
  words: Map<string, { weight: number; said: Said }>,
  stem: string,
  weight: number,
  said: Said,
): void {
  const known = words.get(stem);
  if (!known || known.weight < weight) words.set(stem, { weight, said });
}

function spoken(tokens: readonly Word[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');
}

/** How much a term counts by its place: less after "for" or "with", and a little less the later it stands. */
function roleOf(tokens: readonly Word[], at: number): number {
  return asideOf(tokens, at) / (1 + PLACE_DECAY * at);
}

function asideOf(tokens: readonly Word[], at: number): number {
  for (let back = 1; back <= REACH && at - back >= 0; back++) {
    const aside = ASIDE[tokens[at - back]?.text ?? ''];
    if (aside !== undefined) return aside;
  }
  return 1;
}

/** Traits that the named goods imply, where the product says nothing of their group. */
function withImplied(
  stated: readonly KnownTrait[],
  named: readonly { term: TradeTerm; weight: number; said: Said }[],
  traits: ClassificationTables['traits'],
): KnownTrait[] {
  const groups = new Set(stated.map(({ trait }) => trait.group));
  const most = Math.max(0, ...named.map(({ weight }) => weight));
  const implied = named
    .filter(({ weight }) => weight >= most / 2)
    .flatMap(({ term, said }) =>
      term.traits.flatMap((name) => {
        const trait = traits.of(name);
        return trait && !groups.has(trait.group) ? [{ trait, weight: 0.5, ...said }] : [];
      }),
    );
  return [...stated, ...implied];
}

/** What a term's places weigh for this product: conditions that hold raise a place, ones that fail all but strike it. */
function votesOf(
  term: TradeTerm,
  weight: number,
  said: Said,
  known: readonly KnownTrait[],
  traits: ClassificationTables['traits'],
): Vote[] {
  const weighed = term.places.map((place) => ({ place, fit: place.weight * fitOf(place, known, traits) }));
  const total = weighed.reduce((sum, { fit }) => sum + fit, 0);
  if (total === 0) return [];
  return weighed.map(({ place, fit }) => ({
    hs: place.hs,
    weight: (weight * fit) / Math.max(1, total),
    ...said,
  }));
}

function fitOf(
  { conditions }: TermPlace,
  known: readonly KnownTrait[],
  traits: ClassificationTables['traits'],
): number {
  return conditions.reduce((fit, condition) => fit * conditionFit(condition, known, traits), 1);
}

function conditionFit(
  condition: string,
  known: readonly KnownTrait[],
  traits: ClassificationTables['traits'],
): number {
  const negated = condition.startsWith('!');
  const trait = traits.of(negated ? condition.slice(1) : condition);
  if (!trait) return 1;
  const { answer, by } = hasOneOf(known, [trait]);
  if (answer === 'unknown') return negated ? 1 : 0.4;
  if ((answer === 'yes') === negated) return 0.03;
  if (negated) return 1;
  return (by?.trait.name === trait.name ? 3 : 2.5) * Math.max(0.15, by?.weight ?? 1);
}
