import { Decimal, ok, type Result, refused, unitInfo } from '@portolan/kernel';
import { traceabilityCatalogue } from '../catalogue.ts';

/**
 * What a lot holds, counted in units of 10^-15 of the lot's unit. Sums and shares of it are whole numbers, so nothing
 * is lost however often a lot is split and blended. Fifteen places hold a barrel to the thousandth as cubic metres
 * exactly (0.158987294928 m³ by definition).
 */
export type Amount = bigint;

export const amountPlaces = 15;
const one = 10n ** BigInt(amountPlaces);

/** Reads a plain decimal text; refuses digits finer than an amount holds. */
export function amountOf(value: string, path = ''): Result<Amount> {
  const { digits, places } = wholeNumber(value);
  return scaled(value, digits, 10n ** BigInt(places), path);
}

/**
 * The amount of a quantity in another unit of the same dimension, by the exact factors of the unit table.
 * Both units must be known and of one dimension; a quantity that has no exact amount is refused, never rounded.
 */
export function amountIn(
  quantity: { readonly value: string; readonly unit: string },
  unit: string,
  path = '',
): Result<Amount> {
  const [from, to] = [unitInfo(quantity.unit)?.factor, unitInfo(unit)?.factor];
  if (quantity.unit === unit || !from || !to) return amountOf(quantity.value, `${path}/value`);
  const [value, fromUp, fromDown, toUp, toDown] = [quantity.value, ...from, ...to].map(wholeNumber) as [
    Whole,
    Whole,
    Whole,
    Whole,
    Whole,
  ];
  const numerator =
    value.digits * fromUp.digits * toDown.digits * 10n ** BigInt(fromDown.places + toUp.places);
  const denominator =
    fromDown.digits * toUp.digits * 10n ** BigInt(value.places + fromUp.places + toDown.places);
  return scaled(quantity.value, numerator, denominator, `${path}/value`);
}

/** As a decimal, in the lot's unit. */
export function decimalOf(amount: Amount): Decimal {
  return Decimal.of(textOf(amount));
}

/** As plain decimal text without trailing zeros, in the lot's unit. */
export function textOf(amount: Amount): string {
  const size = amount < 0n ? -amount : amount;
  const fraction = (size % one).toString().padStart(amountPlaces, '0').replace(/0+$/, '');
  const text = fraction === '' ? `${size / one}` : `${size / one}.${fraction}`;
  return amount < 0n ? `-${text}` : text;
}

interface Whole {
  readonly digits: bigint;
  readonly places: number;
}

function wholeNumber(text: string): Whole {
  const [whole = '0', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), places: fraction.length };
}

function scaled(value: string, numerator: bigint, denominator: bigint, path: string): Result<Amount> {
  const amount = (numerator * one) / denominator;
  if (amount * denominator === numerator * one) return ok(amount);
  return refused(
    traceabilityCatalogue.refuse('TRACE_QUANTITY_TOO_FINE', {
      path,
      params: { value: value.slice(0, 40), places: amountPlaces },
    }),
  );
}
