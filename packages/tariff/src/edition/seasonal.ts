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
 * The complete lines that may cover the same goods on the date: below the sibling in season, the one with the same
 * description where there is one, else all of them; where no sibling has that season, those without a season.
 */
export function linesInSeason(edition: Edition, line: TariffLine, date: CalendarDate): TariffLine[] {
  if (line.seasonFrom === undefined) return [line];
  const siblings = edition.siblings(line.seasonFrom);
  const seasonal = siblings.filter(
    (sibling) => sibling.season !== undefined && inSeason(edition, sibling, date),
  );
  const others = seasonal.length > 0 ? seasonal : siblings.filter(({ season }) => season === undefined);
  const candidates = others.flatMap(({ hts }) => edition.under(hts));
  const depth = edition.line(line.seasonFrom)?.path.length ?? 0;
  const same = candidates.filter((candidate) => below(candidate, depth) === below(line, depth));
  return same.length > 0 ? same : candidates;
}

/** Descriptions below the row of that depth. */
function below({ path, description }: TariffLine, depth: number): string {
  return [...path, description].slice(depth + 1).join(' > ');
}
