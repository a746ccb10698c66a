import { kernelCatalogue } from '../catalogue.ts';
import { ok, type Result, refused } from '../refusal/result.ts';
import { countries } from '../tables/countries.ts';

export function isCountry(code: string): boolean {
  return Object.hasOwn(countries, code);
}

/** English short name of an ISO 3166-1 alpha-2 code. */
export function countryName(code: string): string | undefined {
  return isCountry(code) ? countries[code]?.name : undefined;
}

/** Three-digit ISO 3166-1 number of an alpha-2 code, by which maps name countries. */
export function countryNumber(code: string): string | undefined {
  return isCountry(code) ? countries[code]?.numeric : undefined;
}

export function parseCountry(value: unknown, path = ''): Result<string> {
  if (typeof value === 'string' && isCountry(value)) return ok(value);
  return refused(
    kernelCatalogue.refuse('KERNEL_COUNTRY_UNKNOWN', { path, params: { code: String(value).slice(0, 8) } }),
  );
}
