import { kernelCatalogue } from '../catalogue.ts';
import { ok, type Result, refused } from '../refusal/result.ts';
import { beginsWithDay, digitsAt } from './calendar-day.ts';

declare const instantBrand: unique symbol;
/** A point in time, always written in UTC with milliseconds, so that text order is time order. */
export type Instant = string & { readonly [instantBrand]: true };

const RFC3339 = /^\d{4}-\d{2}-\d{2}T(\d{2}):\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;
const OWN_LENGTH = '2026-06-12T14:30:00.000Z'.length;

/** Reads a point in time with its zone. Refuses local times, impossible days, leap seconds and years before 1900. */
export function parseInstant(text: unknown, path = ''): Result<Instant> {
  if (typeof text === 'string') {
    if (isOwnForm(text)) return ok(text as Instant);
    const match = RFC3339.exec(text);
    const value = match && beginsWithDay(text) ? Date.parse(text) : Number.NaN;
    if (Number.isFinite(value) && Number(match?.[1]) < 24)
      return ok(new Date(value).toISOString() as Instant);
  }
  return refused(
    kernelCatalogue.refuse('KERNEL_INSTANT_INVALID', { path, params: { text: String(text).slice(0, 40) } }),
  );
}

/** Whether text is an instant as we write it, in UTC with milliseconds: nearly all that is read here was written here. */
function isOwnForm(text: string): boolean {
  return (
    text.length === OWN_LENGTH &&
    beginsWithDay(text) &&
    text[10] === 'T' &&
    digitsAt(text, 11, 13) < 24 &&
    text[13] === ':' &&
    digitsAt(text, 14, 16) < 60 &&
    text[16] === ':' &&
    digitsAt(text, 17, 19) < 60 &&
    text[19] === '.' &&
    digitsAt(text, 20, 23) >= 0 &&
    text[23] === 'Z'
  );
}

/** An instant from our own text or clock; throws on anything that isn't one. */
export function instant(value: string | number | Date): Instant {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw new Error(`not an instant: ${String(value)}`);
  return date.toISOString() as Instant;
}

export function addSeconds(from: Instant, seconds: number): Instant {
  return instant(Date.parse(from) + seconds * 1000);
}

/** Milliseconds from the first instant to the second; negative if the second is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}
