import { type Static, Type } from 'typebox';
import { kernelCatalogue } from '../catalogue.ts';
import { currencyInfo } from '../codes/currency.ts';
import { isRecord } from '../json/value.ts';
import { ok, type Result, refused } from '../refusal/result.ts';
import { Decimal, isDecimal, noDecimal } from './decimal.ts';

/** An exact amount in a currency (ISO 4217). */
export const MoneySchema = Type.Object(
  {
    amount: Type.String({ pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$', maxLength: 40 }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  },
  { additionalProperties: false },
);
export type Money = Static<typeof MoneySchema>;

/** Money from our own numbers, written with at least the currency's minor units. */
export function money(amount: Decimal | string, currency: string): Money {
  const exact = typeof amount === 'string' ? Decimal.of(amount) : amount;
  const places = Math.max(minorUnits(currency), exact.places());
  return { amount: exact.toFixed(places), currency };
}

/** Decimal places of the currency's minor unit; 2 where ISO 4217 names none. */
export function minorUnits(currency: string): number {
  return currencyInfo(currency)?.minorUnits ?? 2;
}

/** Reads money of a document. Unit prices may have more places than the minor unit, so places are not limited here. */
export function parseMoney(value: unknown, path = ''): Result<Money> {
  if (!isRecord(value) || typeof value.currency !== 'string')
    return refused(kernelCatalogue.refuse('KERNEL_MONEY_INVALID', { path }));
  const { amount } = value;
  if (!isDecimal(amount)) return refused(noDecimal(amount, `${path}/amount`));
  if (!currencyInfo(value.currency))
    return refused(
      kernelCatalogue.refuse('KERNEL_CURRENCY_UNKNOWN', {
        path: `${path}/currency`,
        params: { code: value.currency.slice(0, 8) },
      }),
    );
  return ok({ amount, currency: value.currency });
}

/** The amount of one, or the refusal that its places exceed the currency's minor unit. */
export function payableAmount(value: Money, path = ''): Result<Decimal> {
  const exact = Decimal.of(value.amount);
  const places = minorUnits(value.currency);
  if (exact.places() <= places) return ok(exact);
  return refused(
    kernelCatalogue.refuse('KERNEL_MONEY_PLACES', {
      path,
      params: { amount: value.amount, currency: value.currency, places },
    }),
  );
}

export function addMoney(left: Money, right: Money, path = ''): Result<Money> {
  if (left.currency !== right.currency)
    return refused(
      kernelCatalogue.refuse('KERNEL_CURRENCY_MISMATCH', {
        path,
        params: { left: left.currency, right: right.currency },
      }),
    );
  return ok(money(Decimal.of(left.amount).plus(Decimal.of(right.amount)), left.currency));
}
