import { expectOk } from '@portolan/kernel';
import { worksheetTables } from '../../value/testing/tables.ts';
import type { OriginGood, OriginMaterial, PreferenceInput } from '../input.ts';
import { determinePreference } from '../preference/determine.ts';
import type { PreferenceResult } from '../result.ts';

export const usd = (amount: string) => ({ amount, currency: 'USD' });
export const kilograms = (value: string) => ({ value, unit: 'KGM' });
export const barrels = (value: string) => ({ value, unit: 'BLL' });

/** A foreign material of Chinese origin, unless told otherwise. */
export function foreign(hs: string, value: string, more: Partial<OriginMaterial> = {}): OriginMaterial {
  return {
    id: `m-${hs}-${value}`,
    description: `material of ${hs}`,
    hs,
    value: usd(value),
    country: 'CN',
    ...more,
  };
}

/** An originating material of Mexico, unless told otherwise. */
export function own(hs: string, value: string, more: Partial<OriginMaterial> = {}): OriginMaterial {
  return { ...foreign(hs, value), id: `o-${hs}-${value}`, country: 'MX', originating: true, ...more };
}

/** A good made in Mexico, worth 100, asked under USMCA on 12 June 2026, unless told otherwise. */
export function question(
  hs: string,
  materials: readonly OriginMaterial[],
  good: Partial<OriginGood> = {},
  more: Partial<PreferenceInput> = {},
): PreferenceInput {
  return {
    agreement: 'USMCA',
    date: '2026-06-12',
    good: { hs, description: 'good of a test', madeIn: 'MX', value: usd('100.00'), ...good },
    materials: [...materials],
    ...more,
  };
}

/** The same under CAFTA-DR, made in Honduras. */
export function caftaQuestion(
  hs: string,
  materials: readonly OriginMaterial[],
  good: Partial<OriginGood> = {},
  more: Partial<PreferenceInput> = {},
) {
  return question(hs, materials, { madeIn: 'HN', ...good }, { agreement: 'CAFTA-DR', ...more });
}

export const decide = (input: PreferenceInput): PreferenceResult =>
  expectOk(determinePreference(input, worksheetTables));

/** Codes and places of the refusals, none where it was accepted. */
export function refusalsOf(input: PreferenceInput): string[] {
  const result = determinePreference(input, worksheetTables);
  return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path}`);
}

export const testOf = (result: PreferenceResult, name: string) =>
  [...result.tests, ...(result.rule?.alternatives.flatMap(({ tests }) => tests) ?? [])].find(
    ({ test }) => test === name,
  );
