import type { CalendarDate } from '@portolan/kernel';
import type { Edition } from './edition.ts';
import type { TariffLine } from './line.ts';
import { inPeriod } from './season.ts';

/** Whether goods entered on the date fall in the line, as far as its season decides. */
export function inSeason(edition: Edition, line: TariffLine, date: CalendarDate): boolean {
  if (line.season === undefined || line.seasonFrom === undefined) return true;
  if (line.season.kind === 'within') return line.season.periods.some((period) => inPeriod(date, period));
  return !edition
    .siblings(line.seasonFrom)
    .some(
      ({ season }) => season?.kind === 'within' && season.periods.some((period) => inPeriod(date, period)),
    );
}

/**
 * The complete lines that cover the same goods on the date: below the sibling in season, the one with the same
 * description where there is one, else all of them; where no sibling has that season, those called "Other".
 */
export function linesInSeason(edition: Edition, line: TariffLine, date: CalendarDate): TariffLine[] {
  if (line.seasonFrom === undefined) return [line];
  const siblings = edition.siblings(line.seasonFrom);
  const seasonal = siblings.filter(
    (sibling) => sibling.season !== undefined && inSeason(edition, sibling, date),
  );
  const others =
    seasonal.length > 0 ? seasonal : siblings.filter(({ description }) => /^Other\b/.test(description));
  const candidates = others.flatMap(({ hts }) => edition.under(hts));
  const same = candidates.filter((candidate) => tail(edition, candidate) === tail(edition, line));
  return same.length > 0 ? same : candidates;
}

/** Descriptions below the row that carries the season. */
function tail(edition: Edition, line: TariffLine): string {
  const seasonal = line.seasonFrom === undefined ? undefined : edition.line(line.seasonFrom);
  const depth = seasonal?.path.length ?? line.path.length;
  return [...line.path, line.description].slice(depth + 1).join(' > ');
}
