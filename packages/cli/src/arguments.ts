import { parseDate, parseEntryNumber } from '@portolan/kernel';
import { exitCodes } from './exit-codes.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** An entry number as typed, with or without hyphens; a wrong check digit is wrong usage. */
export function entryNumberOf(text: string): Outcome<string> {
  return outcomeOf(parseEntryNumber(text), exitCodes.usage);
}

/** A date as typed. */
export function dateOf(text: string): Outcome<string> {
  return outcomeOf(parseDate(text), exitCodes.usage);
}
