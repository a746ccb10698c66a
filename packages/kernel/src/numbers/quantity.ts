import { type Static, Type } from 'typebox';
import { kernelCatalogue } from '../catalogue.ts';
import { unitInfo } from '../codes/unit.ts';
import { isRecord } from '../json/value.ts';
import { ok, type Result, refused } from '../refusal/result.ts';
import { Decimal, isDecimal, noDecimal } from './decimal.ts';

/** An exact quantity in a UNECE Rec 20 unit. */
export const QuantitySchema = Type.Object(
  {
    value: Type.String({ pattern: '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$', maxLength: 40 }),
    unit: Type.String({ pattern: '^[A-Z0-9]{2,3}$' }),
  },
  { additionalProperties: false },
);
export type Quantity = Static<typeof QuantitySchema>;

/** Digits kept where a conversion has no finite decimal; far below what any scale can read. */
const CONVERSION_PLACES = 12;

export function quantity(value: Decimal | string, unit: string): Quantity {
  return { value: value.toString(), unit };
}

export function parseQuantity(value: unknown, path = ''): Result<Quantity> {
  if (!isRecord(value) || typeof value.unit !== 'string')
    return refused(kernelCatalogue.refuse('KERNEL_QUANTITY_INVALID', { path }));
  const { value: amount, unit } = value;
  if (!isDecimal(amount)) return refused(noDecimal(amount, `${path}/value`));
  if (!unitInfo(unit)) return refused(unknownUnit(unit, `${path}/unit`));
  return ok({ value: amount, unit });
}

/** The same quantity in another unit of the same dimension, by exact factors; pounds to kilograms and back. */
export function convertQuantity(from: Quantity, unit: string, path = ''): Result<Quantity> {
  if (from.unit === unit) return ok(from);
  const source = unitInfo(from.unit);
  const target = unitInfo(unit);
  if (!source) return refused(unknownUnit(from.unit, `${path}/unit`));
  if (!target) return refused(unknownUnit(unit, `${path}/unit`));
  if (!source.dimension || !source.factor || source.dimension !== target.dimension || !target.factor)
    return refused(
      kernelCatalogue.refuse('KERNEL_UNIT_MISMATCH', {
        path,
        params: { from: source.name, to: target.name },
      }),
    );
  const [sourceUp, sourceDown] = source.factor;
  const [targetUp, targetDown] = target.factor;
  const numerator = Decimal.of(from.value).times(Decimal.of(sourceUp)).times(Decimal.of(targetDown));
  const denominator = Decimal.of(sourceDown).times(Decimal.of(targetUp));
  return ok({ value: numerator.dividedBy(denominator, CONVERSION_PLACES, 'half-up').toString(), unit });
}

function unknownUnit(code: string, path: string) {
  return kernelCatalogue.refuse('KERNEL_UNIT_UNKNOWN', { path, params: { code: code.slice(0, 8) } });
}
