import { dateInZone, instant } from '@portolan/kernel';
import { computed } from '../sheet/candidate.ts';
import type { Desk, Given } from './desk.ts';

/** Zone whose calendar counts where the port's own is not known: the agency's headquarters. */
export const AGENCY_ZONE = 'America/New_York';

/** The day on which a filing is made. */
export function filingDate({ at, zone = AGENCY_ZONE }: Pick<Given, 'at' | 'zone'>): string {
  return dateInZone(instant(at), zone);
}

/**
 * Day of entry: the day the entry is filed, or the day of arrival when it is filed before (19 CFR 141.68). The rates in
 * force on that day apply.
 */
export function deriveEntryDate({ sheet, given }: Desk): string | undefined {
  const arrival = sheet.values.get('/importDate');
  const filed = filingDate(given);
  const day = typeof arrival === 'string' && arrival > filed ? arrival : filed;
  return sheet.fill(
    '/entryDate',
    computed(day, '19 CFR 141.68: day of filing, not before the day of arrival'),
    {
      filerDecides: true,
    },
  );
}

/**
 * Day of exportation. While it is asked the day of filing stands in: dollars are dollars on both, and a rate of another
 * currency is filed only with the answer.
 */
export function exportDay({ sheet, given }: Desk): string {
  const exported = sheet.values.get('/exportDate');
  return typeof exported === 'string' ? exported : filingDate(given);
}
