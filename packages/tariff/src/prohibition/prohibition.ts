import type { Refusal } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { tariffCatalogue } from '../catalogue.ts';
import type { DutyLineInput } from '../duty/input.ts';
import type { NotComputed } from '../duty/result.ts';
import { dated, holdsOn } from '../reference/dated.ts';

/** Goods that may not be imported without a licence. A prohibition is a refusal, not a rate. */
export const ProhibitionSchema = Type.Object({
  ...dated,
  id: Type.String(),
  name: Type.String(),
  origins: Type.Array(Type.String()),
  /** Beginnings of HTS numbers; all goods of the origin when absent. */
  prefixes: Type.Optional(Type.Array(Type.String())),
  why: Type.String(),
  cite: Type.String(),
});
export type Prohibition = Static<typeof ProhibitionSchema>;

/** The prohibition that the goods fall under on the date. */
export function prohibitionOf(
  { hts, originCountry }: Pick<DutyLineInput, 'hts' | 'originCountry'>,
  rows: readonly Prohibition[],
  date: string,
): Prohibition | undefined {
  const number = hts.replaceAll('.', '');
  return rows.find(
    (row) =>
      row.origins.includes(originCountry) &&
      holdsOn(row, date) &&
      (row.prefixes?.some((prefix) => number.startsWith(prefix)) ?? true),
  );
}

/** Refuses prohibited goods for which the filer names no licence. */
export function prohibitedRefusals(
  line: DutyLineInput,
  rows: readonly Prohibition[],
  date: string,
  path: string,
): Refusal[] {
  const row = line.license === undefined ? prohibitionOf(line, rows, date) : undefined;
  if (row === undefined) return [];
  const params = { hts: line.hts, origin: line.originCountry, why: row.why };
  return [
    tariffCatalogue.refuse('TARIFF_PROHIBITED', { path: `${path}/originCountry`, params, cite: row.cite }),
  ];
}

/** A licence named for prohibited goods: computed, and said. */
export function licensed(line: DutyLineInput, rows: readonly Prohibition[], date: string): NotComputed[] {
  const row = line.license === undefined ? undefined : prohibitionOf(line, rows, date);
  if (row === undefined) return [];
  const why = `${row.why}; entered under licence ${line.license}, which is not checked here`;
  return [{ layer: row.id, name: row.name, line: line.number, why, cite: row.cite }];
}
