import { type Static, Type } from 'typebox';
import { dated } from '../reference/dated.ts';

/** One rate of federal excise tax on imported goods (26 U.S.C. chapters 51 and 52), per unit. */
export const ExciseTaxSchema = Type.Object({
  ...dated,
  id: Type.String(),
  name: Type.String(),
  /** Accounting class of record 60: 016 distilled spirits, 017 wine, 018 tobacco, 022 other. */
  class: Type.String(),
  /** US dollars for so many units (UNECE Rec 20): 13.50 for 3.785411784 proof litres is one proof gallon. */
  amount: Type.String(),
  units: Type.String(),
  per: Type.String(),
  /** Section of the code that the footnote of the line must name. */
  section: Type.String(),
  /** Beginnings of HTS numbers whose goods it can be. */
  prefixes: Type.Array(Type.String()),
  cite: Type.String(),
});
export type ExciseTax = Static<typeof ExciseTaxSchema>;
