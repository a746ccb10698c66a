import { currencyInfo, ok, parseDate, parseDecimal, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { TariffReference } from '../reference/reference.ts';
import type { ExchangeRate } from './tables.ts';

const KINDS = ['proclaimed', 'quarterly', 'daily'] as const;
const MAX_ROWS = 200_000;

/**
 * Reads a table of proclaimed and certified rates, one a line, fields separated by tabs, commas or semicolons:
 * currency, kind, US dollars for one unit, first day, last day, day of publication, source, type (may be left out).
 * A first line that begins with "currency" is a heading. Refuses a row that is incomplete, with its number.
 */
export function parseExchangeRates(text: string): Result<ExchangeRate[]> {
  const rows = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '' && !/^(#|currency\b)/i.test(line));
  if (rows.length > MAX_ROWS) return unreadable(MAX_ROWS + 1, `more than ${MAX_ROWS} rows`);
  const rates: ExchangeRate[] = [];
  for (const { line, number } of rows) {
    const read = readRow(line.split(/[\t,;]/).map((cell) => cell.trim()));
    if (typeof read === 'string') return unreadable(number, read);
    rates.push(read);
  }
  return ok(rates);
}

function readRow(cells: readonly string[]): ExchangeRate | string {
  const [currency = '', kind = '', rate = '', from = '', to = '', knownAt = '', source = '', type = ''] =
    cells;
  const known = KINDS.find((name) => name === kind);
  if (!currencyInfo(currency)) return `"${currency}" is no currency in use`;
  if (!known) return `"${kind}" is none of ${KINDS.join(', ')}`;
  const amount = parseDecimal(rate);
  if (!amount.ok || amount.value.isZero() || amount.value.isNegative()) return `"${rate}" is no rate`;
  if (![from, to, knownAt].every((day) => parseDate(day).ok) || to < from)
    return 'a date is wrong or the days are reversed';
  if (source === '') return 'it has no source';
  return {
    currency,
    kind: known,
    rate,
    from,
    to,
    knownAt,
    source,
    certainty: 'unverified',
    ...(type === '' ? {} : { type }),
  };
}

function unreadable(row: number, problem: string): Result<never> {
  return refused(
    tariffCatalogue.refuse('TARIFF_EXCHANGE_TABLE_UNREADABLE', {
      path: `/${row - 1}`,
      params: { row, problem },
    }),
  );
}

/** The reference with further rates of exchange beside its own. */
export function withExchangeRates<T extends Pick<TariffReference, 'value'>>(
  reference: T,
  rates: readonly ExchangeRate[],
): T {
  const { value } = reference;
  return { ...reference, value: { ...value, exchangeRates: [...value.exchangeRates, ...rates] } };
}
