import { convertQuantity, Decimal, parseDecimal, type Quantity } from '@portolan/kernel';
import type { Inventory } from '../input.ts';
import type { Figures } from './read-figures.ts';

interface Lot {
  readonly originating: boolean;
  readonly quantity: Decimal;
}

/** What of a used quantity originates: exact numerator and denominator of the share. */
export interface Share {
  readonly originating: Decimal;
  readonly used: Decimal;
}

/**
 * The originating share of interchangeable material drawn from a commingled stock, by the inventory method elected:
 * first in first out, last in first out, or the average of the whole stock. `specific` means that the lots given are
 * those that were used. Refuses mixed units and a stock that holds less than was used.
 */
export function drawFrom(
  inventory: Inventory,
  id: string,
  path: string,
  figures: Figures,
): Share | undefined {
  const { used: wanted, lots, method } = inventory;
  const used = read(wanted, wanted.unit, `${path}/used`, id, figures);
  const stock = lots.map(({ quantity, originating }, index) => {
    const amount = read(quantity, wanted.unit, `${path}/lots/${index}/quantity`, id, figures);
    return amount === undefined ? undefined : { originating, quantity: amount };
  });
  if (used === undefined || stock.some((lot) => lot === undefined)) return undefined;
  const held = stock.filter((lot) => lot !== undefined);
  const whole = total(held);
  if (used.gt(whole) || used.isZero()) {
    const params = { id, used: `${used} ${wanted.unit}`, held: `${whole} ${wanted.unit}` };
    figures.refuse('TARIFF_INVENTORY_OVERDRAWN', `${path}/used`, params);
    return undefined;
  }
  if (method === 'average')
    return { originating: total(held.filter(({ originating }) => originating)), used: whole };
  return { originating: drawn(method === 'lifo' ? held.toReversed() : held, used), used };
}

function drawn(lots: readonly Lot[], used: Decimal): Decimal {
  let left = used;
  let originating = Decimal.zero;
  for (const lot of lots) {
    const taken = Decimal.min(lot.quantity, left);
    if (lot.originating) originating = originating.plus(taken);
    left = left.minus(taken);
  }
  return originating;
}

function read(
  value: Quantity,
  unit: string,
  path: string,
  id: string,
  figures: Figures,
): Decimal | undefined {
  const amount = parseDecimal(value.value);
  const what = `material ${id}`;
  if (!amount.ok || amount.value.isNegative()) {
    figures.refuse('TARIFF_ORIGIN_AMOUNT_INVALID', `${path}/value`, {
      what,
      amount: value.value,
      rule: 'a decimal, zero or more',
    });
    return undefined;
  }
  const converted = convertQuantity(value, unit);
  if (converted.ok) return Decimal.of(converted.value.value);
  figures.refuse('TARIFF_ORIGIN_UNIT_MIXED', `${path}/unit`, { what, given: value.unit, unit });
  return undefined;
}

function total(lots: readonly Lot[]): Decimal {
  return lots.reduce((sum, { quantity }) => sum.plus(quantity), Decimal.zero);
}
