import { type CurrencyInfo, currencies } from '../tables/currencies.ts';

export type { CurrencyInfo };

/** What ISO 4217 says of a currency in use, or nothing. */
export function currencyInfo(code: string): CurrencyInfo | undefined {
  return Object.hasOwn(currencies, code) ? currencies[code] : undefined;
}
