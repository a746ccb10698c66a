import { ok, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';

const lengths = new Set([2, 4, 6, 8, 10]);

/** The digits of an HTS number written with or without dots: 2 (chapter) to 10 (statistical). */
export function parseHtsNumber(text: unknown, path = ''): Result<string> {
  const digits = typeof text === 'string' ? text.trim().replaceAll('.', '') : '';
  if (/^\d+$/.test(digits) && lengths.has(digits.length)) return ok(digits);
  const shown = String(text).slice(0, 20);
  return refused(tariffCatalogue.refuse('TARIFF_CODE_MALFORMED', { path, params: { hts: shown } }));
}

/** As the schedule prints it: 0707.00.20.15. */
export function formatHtsNumber(digits: string): string {
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8), digits.slice(8, 10)]
    .filter((part) => part !== '')
    .join('.');
}
