import { type CalendarDate, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { Concordance } from '../edition/concordance.ts';
import type { Edition } from '../edition/edition.ts';
import { formatHtsNumber, parseHtsNumber } from '../edition/hts-number.ts';
import type { TariffLine } from '../edition/line.ts';
import { inSeason, linesInSeason } from '../edition/seasonal.ts';

const SHOWN = 12;

/**
 * The line under which goods can be entered on the date. Refuses a number that the edition hasn't got (naming what it
 * became, where known), one without its statistical suffix (naming the numbers below it), and one out of season
 * (naming the number in season).
 */
export function checkCode(
  hts: string,
  edition: Edition,
  concordance: Concordance,
  date: CalendarDate,
  path: string,
): Result<TariffLine> {
  const digits = parseHtsNumber(hts, path);
  if (!digits.ok) return digits;
  const line = edition.line(digits.value);
  if (line?.complete) return seasonal(edition, line, date, path);
  const children = edition.under(digits.value);
  if (children.length > 0) return refused(suffixMissing(digits.value, children, path));
  return refused(unknown(digits.value, edition, concordance, path));
}

function seasonal(edition: Edition, line: TariffLine, date: CalendarDate, path: string): Result<TariffLine> {
  if (inSeason(edition, line, date)) return ok(line);
  const siblings = listed(linesInSeason(edition, line, date)) || 'another line';
  const params = { hts: formatHtsNumber(line.hts), season: line.season?.text ?? '', date, siblings };
  return refused(tariffCatalogue.refuse('TARIFF_OUT_OF_SEASON', { path, params }));
}

function suffixMissing(digits: string, children: readonly TariffLine[], path: string): Refusal {
  const params = { hts: formatHtsNumber(digits), children: listed(children) };
  return tariffCatalogue.refuse('TARIFF_SUFFIX_MISSING', { path, params });
}

function unknown(digits: string, edition: Edition, concordance: Concordance, path: string): Refusal {
  const hts = formatHtsNumber(digits);
  const successors = concordance.get(digits)?.successors;
  const below = edition.under(digits.slice(0, 8));
  if (successors !== undefined) {
    const next = successors.map(formatHtsNumber).join(', ') || listed(below) || 'to be looked up';
    const params = { hts, edition: edition.id, successors: next };
    return tariffCatalogue.refuse('TARIFF_CODE_ENDED', { path, params });
  }
  const params = { hts, edition: edition.id, near: nearest(digits, edition) };
  return tariffCatalogue.refuse('TARIFF_CODE_UNKNOWN', { path, params });
}

/** Numbers of the edition that begin like the unknown one. */
function nearest(digits: string, edition: Edition): string {
  const lengths = [8, 6, 4].filter((length) => length < digits.length);
  const near = lengths
    .map((length) => edition.under(digits.slice(0, length)))
    .find((lines) => lines.length > 0);
  return near === undefined ? 'No number begins like it.' : `Near it: ${listed(near)}.`;
}

function listed(lines: readonly TariffLine[]): string {
  const shown = lines.slice(0, SHOWN).map(({ hts }) => formatHtsNumber(hts));
  const rest = lines.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
