import { ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { type MeasureCode, measureCatalogue } from './catalogue.ts';
import { type Fixed, fixed, toPlaces } from './fixed.ts';
import { remembered } from './remembered.ts';

/** Refuses a value outside of a range, naming both. */
export function within(
  value: Fixed,
  [from, to]: readonly [string, string],
  code: MeasureCode,
  params: Readonly<Record<string, string>> = {},
): Result<undefined> {
  if (rowFigure(from) <= value && value <= rowFigure(to)) return ok(undefined);
  return refused(outside(value, [from, to], code, params));
}

/** A figure of a row of the tables, read once. */
export const rowFigure = remembered<string, Fixed>(fixed);

function outside(
  value: Fixed,
  [from, to]: readonly [string, string],
  code: MeasureCode,
  params: Readonly<Record<string, string>>,
): Refusal {
  const shown = toPlaces(value, 9).replace(/\.?0+$/, '');
  return measureCatalogue.refuse(code, { params: { value: shown, from, to, ...params } });
}
