import { type Decimal, minorUnits, parseDecimal, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';

/** An amount of money that is not negative and has no more places than its currency. */
export function readAmount(text: string, currency: string, what: string, path: string): Result<Decimal> {
  const places = minorUnits(currency);
  const amount = parseDecimal(text);
  if (!amount.ok || amount.value.places() > places)
    return refused(
      tariffCatalogue.refuse('TARIFF_VALUE_AMOUNT_INVALID', { path, params: { text, currency, places } }),
    );
  if (!amount.value.isNegative()) return amount;
  return refused(tariffCatalogue.refuse('TARIFF_VALUE_NEGATIVE', { path, params: { what, amount: text } }));
}

/** A measure for sharing: a decimal that is not negative. */
export function readMeasure(text: string): Decimal | undefined {
  const amount = parseDecimal(text);
  return amount.ok && !amount.value.isNegative() ? amount.value : undefined;
}
