import { addMonths, addSeconds, date, type Instant } from '@portolan/kernel';
import type { MonthKey } from './papers-of-month.ts';

export function monthKey(tenantId: string, line: string, month: string, monthsBack: number): MonthKey {
  const since = addMonths(date(`${month}-01`), -monthsBack).slice(0, 7);
  return { tenantId, line, month, since };
}

const HOUR = 3600;

/** Days ahead and late entries are told by the hour, so that a month is not computed anew at every look; no paper of now is left out. */
export function countedTo(now: Instant): Instant {
  const begun = `${now.slice(0, 13)}:00:00.000Z` as Instant;
  return begun === now ? now : addSeconds(begun, HOUR);
}
