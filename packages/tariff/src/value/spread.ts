import { Decimal, minorUnits, ok, type Result, refused } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import { prorate } from '../fee/prorate.ts';
import type { Adjustment, PricedLine } from './facts.ts';
import type { Spread } from './input.ts';
import { readMeasure } from './read-amount.ts';

/**
 * The share of each line in an adjustment by the line's index, in the adjustment's currency: all of it for the line it names, else spread
 * by value, weight, quantity or equally, so that the shares sum to it to the last minor unit.
 */
export function sharesOf(
  adjustment: Adjustment,
  lines: readonly PricedLine[],
): Result<ReadonlyMap<number, Decimal>> {
  const { amount, currency, line } = adjustment;
  if (line !== undefined) return ok(new Map([[line, amount]]));
  const spread = adjustment.input.spread ?? 'value';
  const weights = lines.map((row) => weightOf(row, spread));
  if (weights.some((weight) => weight === undefined)) return zero(adjustment, spread);
  const whole = scaled(weights.filter((weight) => weight !== undefined));
  if (whole.every((weight) => weight === 0n)) return zero(adjustment, spread);
  const places = minorUnits(currency);
  const shares = prorate(BigInt(amount.times(power(places)).toString()), whole);
  const inUnits = shares.map((share) => Decimal.of(share).dividedBy(power(places), places, 'half-up'));
  return ok(new Map(inUnits.map((share, index) => [index, share])));
}

function weightOf({ input, price }: PricedLine, spread: Spread): Decimal | undefined {
  if (spread === 'value') return price;
  if (spread === 'equal') return Decimal.of(1);
  const text = input[spread];
  return text === undefined ? undefined : readMeasure(text);
}

function zero({ rule, index }: Adjustment, spread: Spread): Result<never> {
  return refused(
    tariffCatalogue.refuse('TARIFF_PRORATION_ZERO', {
      path: `/adjustments/${index}`,
      params: { kind: rule.name.toLowerCase(), spread },
    }),
  );
}

function scaled(weights: readonly Decimal[]): bigint[] {
  const places = Math.max(0, ...weights.map((weight) => weight.places()));
  return weights.map((weight) => BigInt(weight.times(power(places)).toString()));
}

function power(places: number): Decimal {
  return Decimal.of(10n ** BigInt(places));
}
