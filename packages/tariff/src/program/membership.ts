import { holdsOn } from '../reference/dated.ts';
import type { TariffReference } from '../reference/reference.ts';
import type { Column2Country, PreferenceProgram } from './program.ts';

/** The program that a special program indicator claims. */
export function programOf(
  { programs }: Pick<TariffReference, 'programs'>,
  spi: string,
): PreferenceProgram | undefined {
  return programs.find((program) => program.spi === spi);
}

/** Whether the agreement is in force for the country on the date. */
export function isMember(program: PreferenceProgram, country: string, date: string): boolean {
  return program.members.some((member) => member.country === country && holdsOn(member, date));
}

/** The row that gives a country's goods the rates of column 2 on the date. */
export function column2On(
  { column2 }: Pick<TariffReference, 'column2'>,
  country: string,
  date: string,
): Column2Country | undefined {
  return column2.find((row) => row.country === country && holdsOn(row, date));
}
