import { indexPhrases, type Phrases } from './phrases.ts';
import type { Word } from './words.ts';

/** A trait by which headings tell goods apart: "cotton", "women", "knit". */
export interface Trait {
  readonly name: string;
  readonly group: string;
  /** Itself and all traits that include it: cotton is a vegetable fiber and a textile. */
  readonly includedIn: ReadonlySet<string>;
}

/** Whose words are read: heading texts, products, or the product's statement of its materials. */
export type TraitSource = 'schedule' | 'product' | 'material';

export interface StatedTrait {
  readonly trait: Trait;
  readonly from: number;
  readonly to: number;
}

/** All traits, and the words that state them. */
export interface Traits {
  of(name: string): Trait | undefined;
  /** Traits stated in a text, with the words that state them. */
  stated(words: readonly Word[], source: TraitSource): StatedTrait[];
}

/** Reads product-traits.tsv: trait, group, including traits, words. Throws on a damaged table. */
export function readTraits(text: string): Traits {
  const rows = tableRows(text).map(([name = '', group = '', above = '', words = '']) => ({
    ...{ name, group, above: listed(above), words: listed(words) },
  }));
  const above = new Map(rows.map((row) => [row.name, row.above]));
  const traits = new Map(
    rows.map(({ name, group }): [string, Trait] => [name, { name, group, includedIn: closure(name, above) }]),
  );
  const entries = rows.flatMap(({ name, words }) => words.map((word) => [word, name] as const));
  const phrases: Readonly<Record<TraitSource, Phrases<string>>> = {
    schedule: indexPhrases(entries.filter(([word]) => !MARK.test(word))),
    product: indexPhrases(unmarked(entries.filter(([word]) => !word.startsWith('^')))),
    material: indexPhrases(unmarked(entries)),
  };
  return {
    of: (name) => traits.get(name),
    stated: (words, source) =>
      phrases[source].find(words).flatMap(({ entries: names, from, to }) =>
        names.flatMap((name) => {
          const trait = traits.get(name);
          return trait ? [{ trait, from, to }] : [];
        }),
      ),
  };
}

/** `~word` counts in products only, `^word` only where a product states its materials. */
const MARK = /^[~^]/;

function unmarked(entries: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return entries.map(([word, name]) => [word.replace(MARK, ''), name] as const);
}

function closure(name: string, above: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const all = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (all.has(next)) continue;
    const further = above.get(next);
    if (further === undefined) throw new Error(`product-traits.tsv: ${next} is no trait`);
    all.add(next);
    open.push(...(further ?? []));
  }
  return all;
}

/** Rows of a table of tab-separated cells; a row that begins with # is a comment. */
export function tableRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((row) => row.trim() !== '' && !row.startsWith('#'))
    .map((row) => row.split('\t'));
}

function listed(cell: string): string[] {
  return cell
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
