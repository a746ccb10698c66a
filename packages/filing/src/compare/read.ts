import { type Result, refused } from '@portolan/kernel';
import { filingCatalogue } from '../catalogue.ts';
import type { FiledSummary } from './filed.ts';
import { read7501Csv, read7501Json } from './read-7501.ts';
import { readAe } from './read-ae.ts';

/** Largest text that is read: a summary of 999 lines is below two megabytes. */
export const MOST_COMPARED_CHARACTERS = 4_000_000;

/**
 * A summary really filed, whichever way it is given: ABI text of 80 columns, or form 7501 as JSON or CSV with the blocks of the
 * edition in use on `day`. Refuses text that is too long, and what the reader of its format refuses.
 */
export function readFiledSummary(text: string, day: string): Result<FiledSummary> {
  if (text.length > MOST_COMPARED_CHARACTERS)
    return refused(
      filingCatalogue.refuse('FILING_AE_TOO_LONG', { params: { limit: MOST_COMPARED_CHARACTERS } }),
    );
  const plain = text.replace(/^\uFEFF/, '');
  if (plain.trimStart().startsWith('{')) return read7501Json(plain, day);
  if (/^"?block"?,/i.test(plain)) return read7501Csv(plain, day);
  return readAe(plain);
}
