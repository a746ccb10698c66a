import type { Decimal } from '@portolan/kernel';
import type { Trait } from './traits.ts';

/** Something that the product says, with where it says it. */
export interface Said {
  readonly text: string;
  readonly from: string;
}

/** A trait of the product: how surely (0 to 1), and what says so. */
export interface KnownTrait extends Said {
  readonly trait: Trait;
  readonly weight: number;
  /** Share of the weight, where the material states it. */
  readonly percent?: Decimal;
}

/** A place of the nomenclature that a trade term of the product points to. */
export interface Vote extends Said {
  readonly hs: string;
  readonly weight: number;
}

/** A product as the classifier sees it. */
export interface Reading {
  /** Weight of each word by its stem, and where it was said. */
  readonly words: ReadonlyMap<string, { readonly weight: number; readonly said: Said }>;
  readonly traits: readonly KnownTrait[];
  readonly votes: readonly Vote[];
  /** Value of one piece in US dollars. */
  readonly unitValue?: Decimal;
  /** The product is a part or an accessory of something. */
  readonly part: boolean;
}

export type Answer = 'yes' | 'no' | 'unknown';

/** Whether the product has one of some traits of one group; unknown where it says nothing of the group, or only something wider. */
export function hasOneOf(
  known: readonly KnownTrait[],
  asked: readonly Trait[],
): { answer: Answer; by?: KnownTrait } {
  const groups = new Set(asked.map(({ group }) => group));
  const said = known.filter(({ trait }) => groups.has(trait.group));
  const fits = said.filter(({ trait }) => asked.some(({ name }) => trait.includedIn.has(name)));
  const [best] = fits.toSorted((a, b) => b.weight - a.weight);
  if (best) return { answer: 'yes', by: best };
  const wider = said.some(({ trait }) => asked.some(({ includedIn }) => includedIn.has(trait.name)));
  const [against] = said.toSorted((a, b) => b.weight - a.weight);
  return wider || !against ? { answer: 'unknown' } : { answer: 'no', by: against };
}
