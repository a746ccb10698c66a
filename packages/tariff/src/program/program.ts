import { type Static, Type } from 'typebox';
import { CalendarDateSchema, CertaintySchema } from '../reference/dated.ts';

/** A preference program as its special program indicator (SPI) claims it. */
export const PreferenceProgramSchema = Type.Object({
  spi: Type.String(),
  name: Type.String(),
  members: Type.Array(
    Type.Object({ country: Type.String(), from: CalendarDateSchema, to: Type.Optional(CalendarDateSchema) }),
  ),
  /** Whether goods so claimed owe the merchandise processing fee; goods of a tariff preference level always do. */
  mpf: Type.Union([
    Type.Literal('exempt'),
    Type.Literal('exempt-unless-preference-level'),
    Type.Literal('due'),
  ]),
  mpfCite: Type.String(),
  cite: Type.String(),
  source: Type.String(),
  certainty: CertaintySchema,
});
export type PreferenceProgram = Static<typeof PreferenceProgramSchema>;

/** A country whose goods get the rates of column 2 (general note 3(b)). */
export const Column2CountrySchema = Type.Object({
  country: Type.String(),
  from: CalendarDateSchema,
  to: Type.Optional(CalendarDateSchema),
  cite: Type.String(),
  source: Type.String(),
  certainty: CertaintySchema,
});
export type Column2Country = Static<typeof Column2CountrySchema>;
