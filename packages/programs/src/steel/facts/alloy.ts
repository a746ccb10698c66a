import type { Sourced } from '@portolan/filing';

export interface AlloyLimit {
  readonly element: string;
  /** Percent by weight: at or above it the steel is another alloy steel. */
  readonly atLeast: string;
}

export interface AlloyFacts extends Sourced {
  readonly limits: readonly AlloyLimit[];
  /** For every element that has no limit of its own, each taken by itself. */
  readonly others: string;
  readonly never: readonly string[];
  readonly stainless: { readonly carbonAtMost: string; readonly chromiumAtLeast: string };
  /** Highest carbon content of steel; chromium steels may have more. */
  readonly carbonOfSteel: string;
}

/** Chapter 72, note 1(d) steel, (e) stainless steel, (f) other alloy steel. */
export const alloyFacts: AlloyFacts = {
  limits: [
    ['Al', '0.3'],
    ['B', '0.0008'],
    ['Cr', '0.3'],
    ['Co', '0.3'],
    ['Cu', '0.4'],
    ['Pb', '0.4'],
    ['Mn', '1.65'],
    ['Mo', '0.08'],
    ['Ni', '0.3'],
    ['Nb', '0.06'],
    ['Si', '0.6'],
    ['Ti', '0.05'],
    ['W', '0.3'],
    ['V', '0.1'],
    ['Zr', '0.05'],
  ].map(([element = '', atLeast = '']) => ({ element, atLeast })),
  others: '0.1',
  never: ['S', 'P', 'C', 'N', 'Fe'],
  stainless: { carbonAtMost: '1.2', chromiumAtLeast: '10.5' },
  carbonOfSteel: '2',
  source: 'HTSUS chapter 72, note 1(d), (e) and (f)',
  certainty: 'general',
};
