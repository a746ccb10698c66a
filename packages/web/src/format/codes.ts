import { modeNames } from '@portolan/filing';
import { countryName } from '@portolan/kernel';

/** Entry types built here. Source: CATAIR entry summary, July 2026, entry type codes. */
const ENTRY_TYPES: Record<string, string> = {
  '01': 'consumption, free and dutiable',
  '03': 'consumption, antidumping or countervailing duty',
  '11': 'informal, free and dutiable',
};

/** Special program indicators. Source: HTSUS general notes 11 (USMCA) and 29 (CAFTA-DR). */
const PROGRAMS: Record<string, string> = {
  S: 'USMCA',
  'S+': 'USMCA, agricultural and textile provisions',
  P: 'CAFTA-DR',
  'P+': 'CAFTA-DR, agricultural and textile provisions',
};

/** Bond types. Source: CATAIR entry summary record 31. */
const BONDS: Record<string, string> = {
  '0': 'no bond required',
  '8': 'continuous',
  '9': 'single transaction',
};

/** Customs fee classes. Source: CATAIR entry summary record 62. */
const FEES: Record<string, string> = {
  '499': 'Merchandise processing fee, formal',
  '311': 'Merchandise processing fee, informal',
  '501': 'Harbor maintenance fee',
};

function withMeaning(code: string, meaning: string | undefined): string {
  return meaning ? `${code} – ${meaning}` : code;
}

/** An entry type with its meaning: `01 – consumption, free and dutiable`. */
export const entryTypeWords = (code: string) => withMeaning(code, ENTRY_TYPES[code]);

/** A mode of transport with its meaning: `30 – truck, not containerized`. */
export const modeWords = (code: string) => withMeaning(code, modeNames[code]);

/** A special program indicator with its agreement: `S – USMCA`. */
export const programWords = (code: string) => withMeaning(code, PROGRAMS[code]);

/** A bond type with its meaning: `8 – continuous`. */
export const bondWords = (code: string) => withMeaning(code, BONDS[code]);

/** A fee class with its name: `499 – Merchandise processing fee, formal`. */
export const feeWords = (code: string) => withMeaning(code, FEES[code]);

/** A country with its code: `Mexico (MX)`. */
export function countryWords(code: string): string {
  const name = countryName(code);
  return name ? `${name} (${code})` : code;
}
