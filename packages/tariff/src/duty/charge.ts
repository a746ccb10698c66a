import { all, Decimal, ok, type Result, refused, sumDecimals } from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { AdValoremRate, PolarityRate, Rate, RateTerm, SpecificRate } from '../rate/rate.ts';
import type { Goods } from './goods.ts';
import { percentOf } from './money.ts';
import { amountIn } from './quantity.ts';

/** An amount in US dollars, not yet rounded, and what it was charged on. */
export interface Charge {
  readonly amount: Decimal;
  readonly basis: string;
}

const FREE: Charge = { amount: Decimal.zero, basis: 'free' };

/**
 * Applies a rate to goods: exact, unrounded. Refuses where the rate asks for a quantity, a part's value or a fact that
 * is not given, and where it can not be computed from such facts at all.
 */
export function charge(rate: Rate, text: string, goods: Goods): Result<Charge> {
  switch (rate.kind) {
    case 'free':
      return ok(FREE);
    case 'ad-valorem':
    case 'specific':
    case 'polarity':
      return chargeTerm(rate, goods);
    case 'compound':
      return rate.limit === undefined ? chargeAll(rate.parts, goods) : refused(needsFacts(goods, text));
    default:
      return refused(needsFacts(goods, text));
  }
}

function chargeAll(parts: readonly RateTerm[], goods: Goods): Result<Charge> {
  const charges = all(parts.map((part) => chargeTerm(part, goods)));
  if (!charges.ok) return charges;
  return ok({
    amount: sumDecimals(charges.value.map(({ amount }) => amount)),
    basis: charges.value.map(({ basis }) => basis).join(' + '),
  });
}

function chargeTerm(term: RateTerm, goods: Goods): Result<Charge> {
  if (term.kind === 'ad-valorem') return chargePercent(term, goods);
  return term.kind === 'specific' ? chargeSpecific(term, goods) : chargePolarity(term, goods);
}

function chargePercent({ percent, of }: AdValoremRate, goods: Goods): Result<Charge> {
  if (of === undefined)
    return ok({ amount: percentOf(goods.value, percent), basis: `${goods.value} USD entered value` });
  const part = goods.input.partValues?.find((candidate) => candidate.of === of);
  if (part === undefined) return refused(partMissing(goods, of));
  return ok({ amount: percentOf(Decimal.of(part.value), percent), basis: `${part.value} USD of ${of}` });
}

function chargeSpecific({ amount, per, of, over }: SpecificRate, goods: Goods): Result<Charge> {
  const quantity = amountIn(goods, of === undefined ? { unit: per } : { unit: per, of });
  if (!quantity.ok) return quantity;
  const counted = over === undefined ? quantity : above(quantity.value, over, goods);
  if (!counted.ok) return counted;
  const basis = `${counted.value} ${per}${of === undefined ? '' : ` of ${of}`}`;
  return ok({ amount: counted.value.times(Decimal.of(amount)), basis });
}

/** "3.7¢/jewel over 7" counts, on each watch, the jewels after the seventh. */
function above(quantity: Decimal, over: string, goods: Goods): Result<Decimal> {
  const articles = amountIn(goods, { unit: 'NAR' });
  if (!articles.ok) return articles;
  const excess = quantity.minus(Decimal.of(over).times(articles.value));
  return ok(Decimal.max(Decimal.zero, excess));
}

function chargePolarity(rate: PolarityRate, goods: Goods): Result<Charge> {
  const { polarity } = goods.input;
  if (polarity === undefined) return refused(needsFacts(goods, 'degrees of polarization of the sugar'));
  const quantity = amountIn(goods, { unit: rate.per });
  if (!quantity.ok) return quantity;
  const below = Decimal.max(Decimal.zero, Decimal.of(rate.degrees).minus(Decimal.of(polarity)));
  const reduced = Decimal.of(rate.amount).minus(Decimal.of(rate.less).times(below));
  const perUnit = Decimal.max(reduced, Decimal.of(rate.minimum));
  return ok({
    amount: quantity.value.times(perUnit),
    basis: `${quantity.value} ${rate.per} at ${polarity} degrees`,
  });
}

function needsFacts({ line, path }: Goods, text: string) {
  const params = { hts: line.hts, text: text === '' ? 'the column is blank' : text };
  return tariffCatalogue.refuse('TARIFF_RATE_NEEDS_FACTS', { path: `${path}/hts`, params });
}

function partMissing({ line, path }: Goods, part: string) {
  return tariffCatalogue.refuse('TARIFF_VALUE_PART_MISSING', {
    path: `${path}/partValues`,
    params: { hts: line.hts, part },
  });
}
