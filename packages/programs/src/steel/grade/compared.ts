import { Decimal } from '@portolan/kernel';
import type { Bounds } from '../facts/grades/grade.ts';

/** One requirement and what the report shows of it. */
export interface Checked {
  readonly what: string;
  readonly unit: string;
  readonly found?: string;
  /** The result as it was compared. */
  readonly rounded?: string;
  readonly min?: string;
  readonly max?: string;
  readonly outcome: 'met' | 'not-met' | 'not-reported';
  readonly test?: string;
}

/** A result beside its limits, rounded to their last digit before it is compared (ASTM E29, rounding method). */
export function compared(
  label: { readonly what: string; readonly unit: string; readonly test?: string },
  found: Decimal | undefined,
  { min, max }: Bounds,
): Checked {
  const limits = { ...bounds(min, max) };
  if (!found) return { ...label, ...limits, outcome: 'not-reported' };
  const rounded = (limit: string) => found.round(digitsOf(limit), 'half-even');
  const low = min !== undefined && rounded(min).lt(Decimal.of(min));
  const high = max !== undefined && rounded(max).gt(Decimal.of(max));
  const shown = rounded((low ? min : (max ?? min)) ?? found.toString());
  return {
    ...label,
    ...limits,
    found: found.round(6, 'half-even').toString(),
    rounded: shown.toString(),
    outcome: low || high ? 'not-met' : 'met',
  };
}

export function bounds(min: string | undefined, max: string | undefined): Bounds {
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

function digitsOf(limit: string): number {
  return limit.split('.')[1]?.length ?? 0;
}
