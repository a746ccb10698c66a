import { ok, type Result, refused } from '@portolan/kernel';
import { measureCatalogue } from './catalogue.ts';

/** Base temperature that a volume or a density is stated at; the pressure is one atmosphere or that of the liquid’s vapor. */
export const bases = ['60F', '15C', '20C'] as const;
export type Base = (typeof bases)[number];

/** A volume at its base: without one it is no volume. */
export interface BasedVolume {
  readonly value: string;
  /** UNECE Recommendation 20, such as BLL or MTQ. */
  readonly unit: string;
  readonly base: Base;
}

/** The base that a figure states. Refuses a figure without one. */
export function parseBase(value: unknown, path = ''): Result<Base> {
  const base = bases.find((known) => known === value);
  if (base) return ok(base);
  if (value === undefined || value === null || value === '')
    return refused(measureCatalogue.refuse('OIL_MEASURE_BASE_MISSING', { path }));
  return refused(
    measureCatalogue.refuse('OIL_MEASURE_BASE_UNKNOWN', {
      path,
      params: { base: String(value).slice(0, 12), known: bases.join(', ') },
    }),
  );
}
