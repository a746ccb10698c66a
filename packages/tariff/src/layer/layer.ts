import { type Static, Type } from 'typebox';
import { CalendarDateSchema, dated } from '../reference/dated.ts';

/** A measure beside the base rate that may touch a line and is not computed yet: it is named, never left out silently. */
export const NamedLayerSchema = Type.Object({
  ...dated,
  id: Type.String(),
  name: Type.String(),
  why: Type.String(),
  cite: Type.String(),
  /** Countries of origin it can touch; all when absent. */
  origins: Type.Optional(Type.Array(Type.String())),
  /** Chapter 99 headings whose mention in a footnote of the line shows that it may apply (beginning of the number). */
  footnotes: Type.Optional(Type.Array(Type.String())),
  /** Words of a footnote that show the same. */
  footnoteWords: Type.Optional(Type.Array(Type.String())),
  /** Beginnings of HTS numbers that it names. */
  prefixes: Type.Optional(Type.Array(Type.String())),
  /** Name of a list of HTS numbers in scopes.tsv. */
  scope: Type.Optional(Type.String()),
});
export type NamedLayer = Static<typeof NamedLayerSchema>;

const exemption = { heading: Type.String(), why: Type.String(), to: Type.Optional(CalendarDateSchema) };
const underProgram = { origins: Type.Array(Type.String()), programs: Type.Array(Type.String()) };

/** A surcharge of one percentage on goods of all countries, with its headings of exemption. */
export const SurchargeSchema = Type.Object({
  ...dated,
  id: Type.String(),
  name: Type.String(),
  heading: Type.String(),
  percent: Type.String(),
  cite: Type.String(),
  notChapters: Type.Array(Type.String()),
  exemptions: Type.Array(
    Type.Union([
      Type.Object({ ...exemption, kind: Type.Literal('claimed') }),
      Type.Object({ ...exemption, kind: Type.Literal('listed') }),
      Type.Object({ ...exemption, kind: Type.Literal('listed-if-claimed') }),
      Type.Object({ ...exemption, kind: Type.Literal('section-232') }),
      Type.Object({ ...exemption, ...underProgram, kind: Type.Literal('free-under-program') }),
      Type.Object({
        ...exemption,
        ...underProgram,
        kind: Type.Literal('free-under-program-if-claimed'),
        /** Chapters whose goods it can be: where the filer is told of it. */
        chapters: Type.Array(Type.String()),
      }),
    ]),
  ),
});
export type Surcharge = Static<typeof SurchargeSchema>;
export type Exemption = Surcharge['exemptions'][number];
