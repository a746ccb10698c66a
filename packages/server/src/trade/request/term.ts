import { AGENCY_ZONE } from '@portolan/filing';
import { addDays, addSeconds, dateInZone, daysBetween, type Instant, startOfDay } from '@portolan/kernel';

/** The last second of the n-th calendar day after an instant, where the agency's calendar counts. */
export function endOfTerm(from: Instant, days: number): Instant {
  const last = addDays(dateInZone(from, AGENCY_ZONE), days);
  return addSeconds(startOfDay(addDays(last, 1), AGENCY_ZONE), -1);
}

/** Calendar days left until a term ends; 0 on its last day, negative when it is over. */
export function daysLeft(due: Instant, at: Instant): number {
  return daysBetween(dateInZone(at, AGENCY_ZONE), dateInZone(due, AGENCY_ZONE));
}
