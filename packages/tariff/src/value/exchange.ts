import { type CalendarDate, Decimal, ok, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import { rateDay } from './business-day.ts';
import type { ExchangeRate, ValueTables } from './tables.ts';
import type { Exchange } from './worksheet.ts';

/** A daily rate that differs by this part or more takes the place of the quarterly one (19 CFR 159.33, 159.34(b)). */
const VARIANCE_PERCENT = Decimal.of(5);
const HUNDRED = Decimal.of(100);

export interface ExchangeQuestion {
  readonly currency: string;
  readonly exportDate: CalendarDate;
  readonly knownAt?: string;
  readonly rateType?: string;
  readonly path: string;
}

type Kind = ExchangeRate['kind'];

/**
 * The rate that converts a currency for a date of exportation: the proclaimed rate unless the daily rate differs by 5
 * percent or more; else the certified quarterly rate, with the same reservation; else the certified daily rate. Refused
 * where none is at hand: no other rate may be used (19 CFR 159.31).
 */
export function findExchange(question: ExchangeQuestion, tables: ValueTables): Result<Exchange> {
  const { currency, exportDate, knownAt, rateType, path } = question;
  if (currency === 'USD') return ok(dollarsThemselves());
  const day = rateDay(exportDate, tables.bankHolidays);
  const known = tables.exchangeRates.filter(
    (row) => row.currency === currency && (knownAt === undefined || row.knownAt <= knownAt.slice(0, 10)),
  );
  const holding = known.filter(({ kind, from, to }) => {
    const at = kind === 'daily' ? day : exportDate;
    return from <= at && at <= to;
  });
  const types = [...new Set(holding.flatMap(({ type }) => type ?? []))].sort();
  if (types.length > 1 && (rateType === undefined || !types.includes(rateType)))
    return refused(
      tariffCatalogue.refuse('TARIFF_EXCHANGE_RATES_SEVERAL', {
        path: '/rateType',
        params: { currency, date: exportDate, types: types.join(', ') },
      }),
    );
  const usable = holding.filter(({ type }) => type === undefined || types.length === 1 || type === rateType);
  const chosen = choose(usable, exportDate, day);
  if (chosen) return ok(chosen);
  return refused(
    tariffCatalogue.refuse('TARIFF_EXCHANGE_RATE_MISSING', { path, params: { currency, date: exportDate } }),
  );
}

function choose(rows: readonly ExchangeRate[], exportDate: string, day: string): Exchange | undefined {
  // The latest publication wins where a rate was corrected.
  const of = (kind: Kind) =>
    rows.filter((row) => row.kind === kind).toSorted((a, b) => (a.knownAt < b.knownAt ? 1 : -1))[0];
  const daily = of('daily');
  const proclaimed = of('proclaimed');
  const quarterly = of('quarterly');
  const dated = daily && day !== exportDate ? `, the last business day before ${exportDate}` : '';
  if (proclaimed && !variesFrom(proclaimed, daily, daily))
    return exchange(proclaimed, daily, daily, 'proclaimed by the Secretary of the Treasury', '19 CFR 159.33');
  if (quarterly && !variesFrom(quarterly, daily, quarterly)) {
    const why = daily
      ? `certified for the quarter; the daily rate of ${day}${dated} differs by less than 5 percent`
      : 'certified for the quarter; no daily rate of the date is at hand that differs by 5 percent or more';
    return exchange(quarterly, daily, quarterly, why, '19 CFR 159.34(b)');
  }
  const given = of('given');
  if (!daily)
    return (
      given && exchange(given, daily, quarterly, 'given by the filer, who answers for it', '19 CFR 159.31')
    );
  const why = quarterly
    ? `the rate of ${day}${dated} differs from the quarterly rate by 5 percent or more`
    : `certified for ${day}${dated}; no quarterly rate is certified`;
  return exchange(daily, daily, quarterly, why, quarterly ? '19 CFR 159.34(b)(2)' : '19 CFR 159.35');
}

/** Whether two rates differ by 5 percent of the certified one or more; exactly 5 percent does. */
function variesFrom(
  rate: ExchangeRate,
  daily: ExchangeRate | undefined,
  measuredBy: ExchangeRate | undefined,
): boolean {
  if (!daily || !measuredBy) return false;
  const difference = Decimal.of(rate.rate).minus(Decimal.of(daily.rate)).abs();
  return difference.times(HUNDRED).gte(VARIANCE_PERCENT.times(Decimal.of(measuredBy.rate)));
}

function exchange(
  row: ExchangeRate,
  daily: ExchangeRate | undefined,
  measuredBy: ExchangeRate | undefined,
  why: string,
  cite: string,
): Exchange {
  const { currency, rate, kind, from, source, certainty } = row;
  const other = kind === 'daily' ? measuredBy : daily;
  return {
    currency,
    rate,
    kind,
    rateDate: from,
    ...(other && measuredBy ? { variance: varianceOf(row, other, measuredBy) } : {}),
    why,
    cite,
    source,
    certainty,
  };
}

function varianceOf(one: ExchangeRate, other: ExchangeRate, measuredBy: ExchangeRate): string {
  const difference = Decimal.of(one.rate).minus(Decimal.of(other.rate)).abs().times(HUNDRED);
  return difference.dividedBy(Decimal.of(measuredBy.rate), 4, 'half-up').toString();
}

function dollarsThemselves(): Exchange {
  return {
    currency: 'USD',
    rate: '1',
    kind: 'none',
    why: 'the sale is in US dollars',
    cite: '19 CFR 159.31',
    source: '19 CFR 159.31',
    certainty: 'verified',
  };
}
