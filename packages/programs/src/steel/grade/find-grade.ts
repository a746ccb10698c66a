import type { GradeReference, MetalProduct } from '@portolan/documents';
import type { GradeRow } from '../facts/grades/grade.ts';
import type { SteelTables } from '../facts/tables.ts';
import { editionYear, plain, plainGrade } from './edition.ts';

/** The limits of a grade, or why they can't be told. */
export type FoundGrade =
  | { readonly row: GradeRow; readonly year: number }
  | { readonly missing: 'standard' | 'edition' | 'edition-not-stated' | 'shape' };

/** Finds the row of a standard, edition and grade for a product. An edition that is not stated is never guessed. */
export function findGrade(
  { standard, edition, grade }: GradeReference,
  product: MetalProduct,
  { grades, editionYears }: SteelTables,
): FoundGrade {
  const named = grades.filter(
    (row) =>
      row.standard.some((name) => plain(name) === plain(standard)) &&
      row.grade.some((name) => plainGrade(name) === plainGrade(grade)),
  );
  if (named.length === 0) return { missing: 'standard' };
  if (edition === undefined) return { missing: 'edition-not-stated' };
  const year = editionYear(standard, edition, editionYears);
  const dated = named.filter(
    ({ editions: { from, until } }) =>
      year !== undefined && from <= year && (until === undefined || year <= until),
  );
  if (year === undefined || dated.length === 0) return { missing: 'edition' };
  const row = dated.find((one) => fits(one, product));
  return row ? { row, year } : { missing: 'shape' };
}

function fits({ forms, shapes }: GradeRow, { form, shape }: MetalProduct): boolean {
  const inForm = forms === undefined || forms.includes(form);
  return inForm && (shapes === undefined || (shape !== undefined && shapes.includes(shape.toLowerCase())));
}
