import { all, currencyInfo, ok, parseDate, type Refusal, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import { checkAdjustment } from './check-adjustment.ts';
import { findExchange } from './exchange.ts';
import type { PricedLine, ValueFacts } from './facts.ts';
import type { ValueInput } from './input.ts';
import { readAmount } from './read-amount.ts';
import type { Incoterm, ValueTables } from './tables.ts';
import type { Exchange } from './worksheet.ts';

/** Checks every figure of an input; all refusals come together, except those that hang on another. */
export function checkValue(input: ValueInput, tables: ValueTables): Result<ValueFacts> {
  const date = parseDate(input.exportDate);
  const term = input.incoterm && findTerm(input.incoterm.code, tables);
  const basic = [
    ...(date.ok ? [] : [badDate(input.exportDate)]),
    ...(input.incoterm && !term ? [unknownTerm(input.incoterm.code, tables)] : []),
    ...(currencyInfo(input.currency) ? [] : [unknownCurrency(input.currency)]),
    ...(input.sale === false ? [tariffCatalogue.refuse('TARIFF_VALUE_NO_SALE', { path: '/sale' })] : []),
    ...duplicateLines(input),
    ...(input.lines.length > 0
      ? []
      : [tariffCatalogue.refuse('TARIFF_VALUE_LINES_MISSING', { path: '/lines' })]),
  ];
  if (basic.length > 0 || !date.ok) return refused(basic);
  const lines = all(input.lines.map((_, index) => checkLine(input, index)));
  const adjustments = all(
    (input.adjustments ?? []).map((row, index) =>
      checkAdjustment(row, index, input, term, tables.adjustments),
    ),
  );
  const parts = all<unknown>([lines, adjustments]);
  if (!parts.ok) return parts;
  if (!lines.ok || !adjustments.ok) return refused([]);
  const currencies = [...new Set([input.currency, ...adjustments.value.map(({ currency }) => currency)])];
  const exchanges = all(currencies.map((currency) => exchangeOf(currency, input, date.value, tables)));
  if (!exchanges.ok) return exchanges;
  return ok({
    input,
    date: date.value,
    ...(term ? { term } : {}),
    lines: lines.value,
    adjustments: adjustments.value,
    exchanges: new Map(exchanges.value.map((row) => [row.currency, row])),
  });
}

function exchangeOf(
  currency: string,
  { currency: own, knownAt, rateType, adjustments = [] }: ValueInput,
  exportDate: ValueFacts['date'],
  tables: ValueTables,
): Result<Exchange> {
  const at = adjustments.findIndex((row) => row.currency === currency);
  const path = currency === own ? '/currency' : `/adjustments/${at}/currency`;
  return findExchange(
    {
      currency,
      exportDate,
      path,
      ...(knownAt === undefined ? {} : { knownAt }),
      ...(rateType === undefined ? {} : { rateType }),
    },
    tables,
  );
}

function checkLine({ lines, currency }: ValueInput, index: number): Result<PricedLine> {
  const input = lines[index];
  if (!input) throw new Error(`no line ${index}`);
  const price = readAmount(
    input.price,
    currency,
    `the price of line ${input.number}`,
    `/lines/${index}/price`,
  );
  return price.ok ? ok({ input, index, price: price.value }) : price;
}

/** A delivery term as it is written on papers: with blanks, points or small letters. */
function findTerm(code: string, { incoterms }: ValueTables): Incoterm | undefined {
  const plain = code.toUpperCase().replace(/[\s.]/g, '');
  return incoterms.find((row) => row.code === plain);
}

function duplicateLines({ lines }: ValueInput): Refusal[] {
  const seen = new Set<string>();
  return lines.flatMap(({ number }, index) => {
    if (!seen.has(number)) {
      seen.add(number);
      return [];
    }
    const path = `/lines/${index}/number`;
    return [tariffCatalogue.refuse('TARIFF_VALUE_LINE_DUPLICATE', { path, params: { line: number } })];
  });
}

function badDate(date: string): Refusal {
  return tariffCatalogue.refuse('TARIFF_DATE_INVALID', { path: '/exportDate', params: { date } });
}

function unknownTerm(code: string, { incoterms }: ValueTables): Refusal {
  const known = incoterms.map((row) => row.code).join(', ');
  return tariffCatalogue.refuse('TARIFF_INCOTERM_UNKNOWN', {
    path: '/incoterm/code',
    params: { code, known },
  });
}

function unknownCurrency(currency: string): Refusal {
  return tariffCatalogue.refuse('TARIFF_CURRENCY_UNKNOWN', { path: '/currency', params: { currency } });
}
