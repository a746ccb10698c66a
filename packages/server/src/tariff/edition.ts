import { dateInZone, type Instant, ok, parseDate, type Result, refused } from '@portolan/kernel';
import { asOf, type Edition, newestInForce, type TariffReference } from '@portolan/tariff';
import { shelfCatalogue } from './catalogue.ts';

/** Customs dates of the United States count in the time of its headquarters (19 CFR 101.1, date of entry). */
export const customsZone = 'America/New_York';

/** Which edition is asked for: one by its id, or the one in force on a date. */
export interface EditionQuery {
  readonly edition?: string;
  readonly date?: string;
}

/**
 * The edition in force on a date that was asked for, refused beyond its horizon; without a date the newest that is
 * known, which the answer names: somebody who browses wants to see a tariff, and reads how old it is.
 */
export function editionOn(
  reference: TariffReference,
  { edition, date }: EditionQuery,
  now: Instant,
): Result<Edition> {
  if (edition !== undefined) return editionNamed(reference, edition, '/edition');
  if (date === undefined)
    return newestInForce(reference, { date: dateInZone(now, customsZone), knownAt: now });
  const asked = parseDate(date, '/date');
  return asked.ok ? asOf(reference, { date: asked.value, knownAt: now }) : asked;
}

/** An edition at hand by its id. */
export function editionNamed({ editions }: TariffReference, id: string, path: string): Result<Edition> {
  const found = editions.find((edition) => edition.id === id);
  if (found) return ok(found);
  const params = { edition: id, editions: editions.map((edition) => edition.id).join(', ') };
  return refused(shelfCatalogue.refuse('NODE_TARIFF_EDITION_UNKNOWN', { path, params }));
}

/** The editions from the oldest to the newest. */
export function inOrder(editions: readonly Edition[]): Edition[] {
  return editions.toSorted((a, b) => compare(a.effective, b.effective) || compare(a.knownAt, b.knownAt));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
