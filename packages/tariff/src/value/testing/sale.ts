import type { ValueInput } from '../input.ts';
import type { ExchangeRate } from '../tables.ts';
import { worksheetTables } from './tables.ts';

/** A sale in US dollars of one line at 10,000, exported on Monday 1 June 2026, unless told otherwise. */
export function sale(more: Partial<ValueInput> = {}): ValueInput {
  return {
    currency: 'USD',
    exportDate: '2026-06-01',
    incoterm: { code: 'FOB', place: 'Sample port' },
    lines: [{ number: '1', price: '10000.00' }],
    ...more,
  };
}

/** A certified rate of a test: dollars for one unit. */
export function rate(
  kind: ExchangeRate['kind'],
  amount: string,
  from: string,
  to = from,
  more: Partial<ExchangeRate> = {},
): ExchangeRate {
  return {
    currency: 'EUR',
    kind,
    rate: amount,
    from,
    to,
    knownAt: from,
    source: 'sample rate of a test',
    certainty: 'unverified',
    ...more,
  };
}

export function tablesWith(...exchangeRates: ExchangeRate[]) {
  return { ...worksheetTables, value: { ...worksheetTables.value, exchangeRates } };
}
