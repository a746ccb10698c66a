import { type CalendarDate, ok, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { Edition } from './edition.ts';

export interface Moment {
  /** The date that the rule counts for rates, usually the date of entry. */
  readonly date: CalendarDate;
  /** Facts published later than this date (or instant) are not used. */
  readonly knownAt: string;
}

/**
 * The edition in force on a date, as far as it was known at `knownAt`: the latest effective, then the latest known.
 * Refuses a date before the first edition at hand, one beyond the horizon, and a `knownAt` before any publication.
 */
export function asOf(reference: { readonly editions: readonly Edition[] }, moment: Moment): Result<Edition> {
  const found = newestInForce(reference, moment);
  if (!found.ok || moment.date <= found.value.horizon) return found;
  return refused(notCurrent(found.value, moment.date));
}

/** The same without regard to the horizon: for a computation that goes on under a recorded override. */
export function newestInForce(
  { editions }: { readonly editions: readonly Edition[] },
  { date, knownAt }: Moment,
): Result<Edition> {
  const inForce = editions.filter(({ effective }) => effective <= date);
  if (inForce.length === 0) return refused(beforeFirst(editions, date));
  const known = inForce.filter((edition) => edition.knownAt <= knownAt.slice(0, 10));
  const [newest] = known.toSorted(newestFirst);
  if (newest !== undefined) return ok(newest);
  return refused(
    tariffCatalogue.refuse('TARIFF_NOT_KNOWN_YET', { path: '/knownAt', params: { date, knownAt } }),
  );
}

function newestFirst(a: Edition, b: Edition): number {
  return compare(b.effective, a.effective) || compare(b.knownAt, a.knownAt);
}

/** Dates sort as text; a locale has no say. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function beforeFirst(editions: readonly Edition[], date: CalendarDate) {
  const first = editions.toSorted(newestFirst).at(-1);
  const params = { date, edition: first?.id ?? 'none', effective: first?.effective ?? 'never' };
  return tariffCatalogue.refuse('TARIFF_BEFORE_FIRST_EDITION', { path: '/date', params });
}

function notCurrent({ horizon, unknownAfter }: Edition, date: CalendarDate) {
  const params = { date, horizon, unknown: unknownAfter };
  return tariffCatalogue.refuse('TARIFF_NOT_CURRENT', { path: '/date', params });
}
