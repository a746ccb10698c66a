import { date } from '@portolan/kernel';
import type { MonthBook } from './book.ts';
import type { ExactCrossing } from './crossings.ts';
import type { NumberRate, Rates } from './rates.ts';

/** How a crossing is entered: with which claim, and what it costs. */
export interface Claim {
  readonly spi: string | undefined;
  readonly rate: NumberRate | undefined;
  readonly dutiable: boolean;
  readonly exemptFromFee: boolean;
}

/** What is not known to be free is dutiable. */
export function claimOf(book: MonthBook, rates: Rates, { crossing, status }: ExactCrossing): Claim {
  const { day, freeTrade, hts } = crossing;
  const { at } = book.input;
  const spi = freeTrade.state === 'free' ? freeTrade.spi : undefined;
  const rate = hts === undefined ? undefined : rates.of(hts, status.country, spi, date(day), at);
  return { spi, rate, dutiable: rate?.free !== true, exemptFromFee: rates.exemptFromFee(spi) };
}
