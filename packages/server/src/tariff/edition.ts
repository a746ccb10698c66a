import { dateInZone, type Instant, parseDate, type Result } from '@portolan/kernel';
import { asOf, type Edition, newestInForce, type TariffReference } from '@portolan/tariff';

/** Customs dates of the United States count in the time of its headquarters (19 CFR 101.1, date of entry). */
export const customsZone = 'America/New_York';

/**
 * The edition in force on a date that was asked for, refused beyond its horizon; without a date the newest that is
 * known, which the answer names: somebody who browses wants to see a tariff, and reads how old it is.
 */
export function editionOn(
  reference: TariffReference,
  date: string | undefined,
  now: Instant,
): Result<Edition> {
  if (date === undefined)
    return newestInForce(reference, { date: dateInZone(now, customsZone), knownAt: now });
  const asked = parseDate(date, '/date');
  return asked.ok ? asOf(reference, { date: asked.value, knownAt: now }) : asked;
}
