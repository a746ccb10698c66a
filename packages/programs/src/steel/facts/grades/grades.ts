import { astmPressure } from './astm-pressure.ts';
import { astmStructural } from './astm-structural.ts';
import { csaAndApi } from './csa-api.ts';
import { enStructural } from './en.ts';
import type { GradeRow } from './grade.ts';

/** Every grade at hand. A grade that is not here is said to be not at hand, never guessed. */
export const grades: readonly GradeRow[] = [
  ...astmStructural,
  ...astmPressure,
  ...enStructural,
  ...csaAndApi,
];

/** Editions that standards name by their count: the year in which each appeared (API: title pages). */
export const editionYears: Readonly<Record<string, number>> = {
  '5L 43': 2004,
  '5L 44': 2007,
  '5L 45': 2012,
  '5L 46': 2018,
};
