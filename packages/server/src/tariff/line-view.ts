import type { LineTexts, TariffLineDetail, TariffLineView } from '@portolan/contract';
import { dateInZone, type Instant } from '@portolan/kernel';
import type { Edition, TariffLine, TariffReference } from '@portolan/tariff';
import { customsZone } from './edition.ts';
import { flagsOf } from './flags.ts';

/** A tariff line as the contract shows it, in the words of its edition. */
export function lineView(line: TariffLine, edition: Edition): TariffLineView {
  const { hts, description, path, units, texts, general, column2, footnotes, season, complete } = line;
  return {
    hts,
    description,
    path: [...path],
    units: [...units],
    ...texts,
    rates: { general, column2 },
    footnotes: [...footnotes],
    ...(season === undefined ? {} : { season: season.text }),
    edition: edition.id,
    complete,
  };
}

/** What is printed of a line, for comparing editions. */
export function lineTexts({ description, units, texts }: TariffLine): LineTexts {
  return { description, units: [...units], ...texts };
}

/** A line with its flags on a date and the numbers above it. */
export function lineDetail(
  line: TariffLine,
  edition: Edition,
  reference: TariffReference,
  date: string,
): TariffLineDetail {
  const { effective, horizon } = edition;
  return {
    ...lineView(line, edition),
    flags: flagsOf(line, reference, date),
    above: [4, 6, 8]
      .filter((length) => length < line.hts.length)
      .flatMap((length) => edition.line(line.hts.slice(0, length)) ?? [])
      .map(numbered),
    date,
    ...{ effective, horizon },
    ...notCurrent(edition, date),
  };
}

/** What is unknown where an edition is shown for a day that it cannot know. */
export function notCurrent({ horizon, unknownAfter }: Edition, date: string): { notCurrent?: string } {
  if (date <= horizon) return {};
  return { notCurrent: `Known to hold until ${horizon} only: ${unknownAfter}` };
}

/** The day that a look-up is for: the one asked for, else today at customs, but never past what its edition is for. */
export function lookUpDate(date: string | undefined, now: Instant): string {
  return date ?? dateInZone(now, customsZone);
}

function numbered({ hts, description }: TariffLine) {
  return { hts, description };
}
