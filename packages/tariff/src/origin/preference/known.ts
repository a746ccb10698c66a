import { Decimal, date } from '@portolan/kernel';
import type { RuleResult } from '../result.ts';
import { findOriginRule } from '../rule/find.ts';
import type { ProductOriginRule } from '../rule/rule.ts';
import type { OriginTables } from '../tables.ts';
import type { OriginReference } from './determine.ts';
import type { Material, PreferenceFacts } from './facts.ts';
import { tryRule } from './try-rule.ts';

/** Goods of which no bill of materials is at hand. */
export interface KnownGoods {
  readonly agreement: ProductOriginRule['set'];
  readonly hs: string;
  /** Day of importation: decides the rule. */
  readonly date: string;
  /** Country outside the agreement from which the goods themselves came, under the same number: they are their own material. */
  readonly cameFrom?: string;
}

/** Whatever a rule measures by, goods that are their own material are a hundred of a hundred parts of it. */
const WHOLE = Decimal.of(100);

/**
 * What tariff numbers alone tell about the product rule of goods: failed where they came whole from outside the
 * agreement, undetermined where the rule asks for more than a change of numbers. Undefined where no rule is at hand.
 */
export function testKnownGoods(
  { agreement: id, hs, date: day, cameFrom }: KnownGoods,
  { origin }: Pick<OriginReference, 'origin'>,
): RuleResult | undefined {
  const found = findOriginRule(origin, id, hs, day);
  const agreement = origin.agreements.find((row) => row.id === id);
  if (!found || !agreement) return undefined;
  const good = { hs, description: 'the goods of the line', madeIn: cameFrom ?? '' };
  const facts: PreferenceFacts = {
    input: { agreement: id, date: day, good, materials: [] },
    ...{ tables: origin satisfies OriginTables, agreement, date: date(day), hs, currency: 'USD' },
    ...(cameFrom === undefined ? {} : { value: WHOLE, netCost: WHOLE, weight: WHOLE, volume: WHOLE }),
  };
  return tryRule(found, cameFrom === undefined ? [] : [itself(hs, cameFrom)], facts);
}

function itself(hs: string, country: string): Material {
  const id = `the good itself, from ${country}`;
  return {
    ...{ id, hs, role: 'material', originating: false, status: `from ${country}, outside the agreement` },
    input: { id, description: id, hs, country },
    ...{ value: WHOLE, nonOriginating: WHOLE, weight: WHOLE, volume: WHOLE },
  };
}
