import { parseDate } from '@portolan/kernel';
import { type ExchangeRate, findExchange, type ValueReference } from '@portolan/tariff';
import { filingCatalogue } from '../catalogue.ts';
import { questions } from '../facts/questions.ts';
import { computed, stated } from '../sheet/candidate.ts';
import type { Desk } from './desk.ts';
import { exportDay } from './entry-date.ts';

/**
 * Currency of the entry and its rate on the date of exportation, certified or given by the filer (19 CFR 159.31 to
 * 159.34). Answers the tables that values are worked out with; undefined while the rate is not known.
 */
export function deriveExchange(desk: Desk): ValueReference | undefined {
  const { sheet, papers, tariff } = desk;
  const [first] = papers.invoices;
  if (!first) return undefined;
  const currency = first.document.currency;
  const other = papers.invoices.find(({ document }) => document.currency !== currency);
  if (other)
    sheet.refuse(
      filingCatalogue.refuse('FILING_CURRENCIES_DIFFER', {
        path: '/currency',
        params: { left: currency, right: other.document.currency },
      }),
    );
  sheet.fill('/currency', stated(first, '/currency', currency));
  if (currency === 'USD') return tariff;
  const certified = certifiedRate(desk, currency);
  const rate = sheet.fill<string>('/exchangeRate', computed(certified?.rate, certified?.why ?? ''), {
    filerDecides: true,
    ask: { ...questions.exchangeRate, why: `The invoice is in ${currency}. ${questions.exchangeRate.why}` },
  });
  if (rate === undefined || !/^\d+(\.\d+)?$/.test(rate)) return undefined;
  return rate === certified?.rate ? tariff : withOnly(tariff, given(currency, rate, desk));
}

function certifiedRate({ sheet, given: { at }, tariff }: Desk, currency: string) {
  const day = parseDate(sheet.values.get('/exportDate'));
  if (!day.ok) return undefined;
  const question = { currency, exportDate: day.value, knownAt: at, path: '/exchangeRate' };
  const found = findExchange(question, tariff.value);
  if (!found.ok) return undefined;
  const { rate, why, cite, source } = found.value;
  return { rate, why: `${cite}: ${why} (${source})` };
}

function given(currency: string, rate: string, desk: Desk): ExchangeRate {
  const day = exportDay(desk);
  const dates = { from: day, to: day, knownAt: desk.given.at.slice(0, 10) };
  return { currency, rate, kind: 'given', ...dates, source: 'given by the filer', certainty: 'unverified' };
}

function withOnly({ value, digest }: ValueReference, rate: ExchangeRate): ValueReference {
  return { value: { ...value, exchangeRates: [rate] }, digest };
}
