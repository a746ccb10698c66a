import { ok, type Result, refused, unitInfo } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { traceabilityCatalogue } from '../catalogue.ts';
import { type Amount, amountIn } from './amount.ts';
import { baseConditions, isBase } from './base.ts';

/** A positive exact quantity in a UNECE Rec 20 unit; volumes carry the base conditions they are stated at. */
export const MeasureSchema = Type.Object(
  {
    value: Type.String({ pattern: '^(0|[1-9][0-9]*)(\\.[0-9]+)?$', maxLength: 40 }),
    unit: Type.String({ pattern: '^[A-Z0-9]{2,3}$' }),
    base: Type.Optional(Type.String({ maxLength: 20 })),
  },
  { additionalProperties: false },
);
export type Measure = Static<typeof MeasureSchema>;

/** What the amounts of a lot are counted in. */
export interface LotUnit {
  readonly unit: string;
  readonly base?: string | undefined;
}

/** Checks unit and base of a measure. Refuses an unknown unit, a volume without base and an unknown base. */
export function checkMeasure(measure: Measure, path: string): Result<Measure> {
  const info = unitInfo(measure.unit);
  if (!info)
    return refused(
      traceabilityCatalogue.refuse('TRACE_UNIT_UNKNOWN', {
        path: `${path}/unit`,
        params: { unit: measure.unit },
      }),
    );
  if (measure.base !== undefined && !isBase(measure.base))
    return refused(
      traceabilityCatalogue.refuse('TRACE_BASE_UNKNOWN', {
        path: `${path}/base`,
        params: { base: measure.base, known: Object.keys(baseConditions).join(', ') },
      }),
    );
  if (info.dimension === 'volume' && measure.base === undefined)
    return refused(traceabilityCatalogue.refuse('TRACE_BASE_MISSING', { path, params: { unit: info.name } }));
  return ok(measure);
}

/**
 * The amount of a measure in a lot's unit. Refuses another dimension and other base conditions: units convert
 * exactly, bases only by a measurement standard, which is for the commodity's program.
 */
export function amountFor(measure: Measure, lot: string, of: LotUnit, path: string): Result<Amount> {
  if (measure.base !== of.base)
    return refused(
      traceabilityCatalogue.refuse('TRACE_BASE_MISMATCH', {
        path: `${path}/base`,
        params: { lot, wanted: of.base ?? 'no base', given: measure.base ?? 'no base' },
      }),
    );
  if (!sameDimension(measure.unit, of.unit))
    return refused(
      traceabilityCatalogue.refuse('TRACE_UNIT_MISMATCH', {
        path: `${path}/unit`,
        params: { lot, wanted: unitName(of.unit), given: unitName(measure.unit) },
      }),
    );
  return amountIn(measure, of.unit, path);
}

/** Whether quantities in the two units measure the same thing and convert exactly. */
export function sameDimension(first: string, second: string): boolean {
  if (first === second) return true;
  const dimension = unitInfo(first)?.dimension;
  return dimension !== undefined && dimension === unitInfo(second)?.dimension;
}

function unitName(unit: string): string {
  return unitInfo(unit)?.name ?? unit;
}
