import type { DutyLayer, DutyMeasure } from '../../../packages/tariff/src/index.ts';

/** One list of HTS numbers that a measure names. */
export interface Scope {
  readonly scope: string;
  readonly heading: string;
  readonly from: string;
  readonly to: string;
  readonly prefixes: readonly string[];
}

export function scopeOf(
  scope: string,
  heading: string,
  from: string,
  prefixes: readonly string[],
  to = '',
): Scope {
  return { scope, heading, from, to, prefixes: [...new Set(prefixes)].sort() };
}

/** What one measure contributes to the tables. */
export interface Part {
  readonly layers: readonly DutyLayer[];
  readonly scopes: readonly Scope[];
}

export type Row = DutyMeasure;

/** Fields that all rows of a measure share. */
export type Shared = Pick<Row, 'source' | 'certainty' | 'cite'> & Partial<Row>;

/** Makes rows of a layer: what they share stands once. */
export function rowMaker(
  shared: Shared,
): (row: Partial<Row> & Pick<Row, 'heading' | 'effect' | 'why' | 'from'>) => Row {
  return (row) => ({ ...shared, ...row });
}

export const EU = 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(
  ' ',
);
