import {
  currencyInfo,
  type Decimal,
  minorUnits,
  ok,
  parseDecimal,
  type Result,
  refused,
} from '@portolan/kernel';
import { tariffCatalogue } from '../catalogue.ts';
import type { Adjustment } from './facts.ts';
import type { ValueAdjustment, ValueInput } from './input.ts';
import { readAmount } from './read-amount.ts';
import type { AdjustmentRule, Incoterm } from './tables.ts';

/** Reads one adjustment: its kind, its amount, the line it names, and whether the price holds it. */
export function checkAdjustment(
  adjustment: ValueAdjustment,
  index: number,
  input: ValueInput,
  term: Incoterm | undefined,
  rules: readonly AdjustmentRule[],
): Result<Adjustment> {
  const path = `/adjustments/${index}`;
  const rule = rules.find(({ kind }) => kind === adjustment.kind);
  if (!rule) return refused(unknownKind(adjustment.kind, rules, path));
  const currency = adjustment.currency ?? input.currency;
  if (!currencyInfo(currency))
    return refused(
      tariffCatalogue.refuse('TARIFF_CURRENCY_UNKNOWN', { path: `${path}/currency`, params: { currency } }),
    );
  const whole = readAmount(adjustment.amount, currency, `the ${rule.name.toLowerCase()}`, `${path}/amount`);
  if (!whole.ok) return whole;
  const amount = apportioned(whole.value, adjustment, currency, path);
  if (!amount.ok) return amount;
  const line = lineOf(adjustment, rule, input, path);
  if (!line.ok) return line;
  return ok({
    input: adjustment,
    rule,
    index,
    amount: amount.value,
    currency,
    ...(line.value === undefined ? {} : { line: line.value }),
    inside:
      adjustment.includedInPrice ?? (rule.part !== undefined && term?.includes.includes(rule.part) === true),
  });
}

/** The share of an assist that falls on this shipment: by units, to the minor unit (19 CFR 152.103(e)). */
function apportioned(
  amount: Decimal,
  { apportion }: ValueAdjustment,
  currency: string,
  path: string,
): Result<Decimal> {
  if (apportion === undefined) return ok(amount);
  const units = parseDecimal(apportion.units);
  const over = parseDecimal(apportion.over);
  const wrong =
    !units.ok ||
    !over.ok ||
    over.value.isZero() ||
    over.value.isNegative() ||
    units.value.isNegative() ||
    units.value.gt(over.value);
  if (wrong)
    return refused(
      tariffCatalogue.refuse('TARIFF_ASSIST_APPORTIONMENT', {
        path: `${path}/apportion`,
        params: { ...apportion },
      }),
    );
  return ok(amount.times(units.value).dividedBy(over.value, minorUnits(currency), 'half-up'));
}

function lineOf(
  { line }: ValueAdjustment,
  { name }: AdjustmentRule,
  { lines }: ValueInput,
  path: string,
): Result<number | undefined> {
  if (line === undefined) return ok(undefined);
  const index = lines.findIndex(({ number }) => number === line);
  if (index >= 0) return ok(index);
  const params = { kind: name.toLowerCase(), line };
  return refused(tariffCatalogue.refuse('TARIFF_ADJUSTMENT_LINE', { path: `${path}/line`, params }));
}

function unknownKind(kind: string, rules: readonly AdjustmentRule[], path: string) {
  const known = rules.map((row) => row.kind).join(', ');
  return tariffCatalogue.refuse('TARIFF_ADJUSTMENT_UNKNOWN', {
    path: `${path}/kind`,
    params: { kind, known },
  });
}
