import { kernelCatalogue } from '../catalogue.ts';
import { ok, type Result, refused } from '../refusal/result.ts';

declare const instantBrand: unique symbol;
/** A point in time, always written in UTC with milliseconds, so that text order is time order. */
export type Instant = string & { readonly [instantBrand]: true };

const RFC3339 = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Reads a point in time with its zone. Refuses local times, impossible days, leap seconds and years before 1900. */
export function parseInstant(text: unknown, path = ''): Result<Instant> {
  // Our own form comes back unchanged from the calendar: nothing more to check.
  if (typeof text === 'string' && text.length === 24 && text >= '1900') {
    const time = Date.parse(text);
    if (Number.isFinite(time) && new Date(time).toISOString() === text) return ok(text as Instant);
  }
  if (typeof text === 'string') {
    const match = RFC3339.exec(text);
    const value = match ? Date.parse(text) : Number.NaN;
    if (
      match &&
      Number.isFinite(value) &&
      isCalendarDay(match) &&
      Number(match[4]) < 24 &&
      Number(match[1]) >= 1900
    )
      return ok(new Date(value).toISOString() as Instant);
  }
  return refused(
    kernelCatalogue.refuse('KERNEL_INSTANT_INVALID', { path, params: { text: String(text).slice(0, 40) } }),
  );
}

/** Date.parse rolls 30 February over; the trade does not. */
function isCalendarDay(match: RegExpExecArray): boolean {
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
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
