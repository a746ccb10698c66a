import { Type } from 'typebox';

export const CalendarDateSchema = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** How sure a row is: read in the official text, checked against one, told by others, or to be checked before use. */
export const CertaintySchema = Type.Union([
  Type.Literal('official'),
  Type.Literal('verified'),
  Type.Literal('secondary'),
  Type.Literal('unverified'),
]);

/** Every row of reference data says when it holds (both days inclusive), whence it comes and how sure it is. */
export const dated = {
  from: CalendarDateSchema,
  to: Type.Optional(CalendarDateSchema),
  source: Type.String(),
  certainty: CertaintySchema,
};

export interface Validity {
  readonly from: string;
  readonly to?: string;
}

export function holdsOn({ from, to }: Validity, date: string): boolean {
  return from <= date && (to === undefined || date <= to);
}

export function rowOn<T extends Validity>(rows: readonly T[], date: string): T | undefined {
  return rows.find((row) => holdsOn(row, date));
}
