import { parseEntryNumber, type Refusal } from '@portolan/kernel';
import type { EntryNumberDocument } from '../schema/entry-number.ts';

/** The number has the check digit of its filer code and serial. */
export function checkEntryNumberDocument({ number }: EntryNumberDocument): Refusal[] {
  const parsed = parseEntryNumber(number, '/number');
  return parsed.ok ? [] : [...parsed.refusals];
}
