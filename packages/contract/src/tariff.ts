import { RateSchema } from '@portolan/tariff';
import { type Static, Type } from 'typebox';
import { DateSchema } from './common.ts';
import { route } from './route.ts';

/** What else to look at for a number: an agency's requirement, a case of antidumping or countervailing duty, a measure. */
export const TariffFlagSchema = Type.Object({
  kind: Type.Union([
    Type.Literal('agency'),
    Type.Literal('antidumping'),
    Type.Literal('countervailing'),
    Type.Literal('measure'),
  ]),
  code: Type.String(),
  text: Type.String(),
  cite: Type.Optional(Type.String()),
});
export type TariffFlag = Static<typeof TariffFlagSchema>;

export const TariffLineViewSchema = Type.Object({
  hts: Type.String(),
  description: Type.String(),
  path: Type.Array(Type.String()),
  units: Type.Array(Type.String()),
  general: Type.String(),
  special: Type.String(),
  column2: Type.String(),
  rates: Type.Optional(Type.Object({ general: RateSchema, column2: RateSchema })),
  footnotes: Type.Array(Type.String()),
  season: Type.Optional(Type.String()),
  edition: Type.String(),
  /** Goods can be entered under it: the number has no rows of more digits below it. */
  complete: Type.Boolean(),
});
export type TariffLineView = Static<typeof TariffLineViewSchema>;

const TariffNumberSchema = Type.Object({ hts: Type.String(), description: Type.String() });

/** One line with its flags on the date and the numbers above it. */
export const TariffLineDetailSchema = Type.Object({
  ...TariffLineViewSchema.properties,
  flags: Type.Array(TariffFlagSchema),
  above: Type.Array(TariffNumberSchema),
  /** Day for which the flags were read. */
  date: DateSchema,
  effective: DateSchema,
  horizon: DateSchema,
  /** Said where the edition is not known to hold on the date: what is unknown. */
  notCurrent: Type.Optional(Type.String()),
});
export type TariffLineDetail = Static<typeof TariffLineDetailSchema>;

const EditionOf = {
  date: Type.Optional(DateSchema),
  /** An edition by its id, whatever the date. */
  edition: Type.Optional(Type.String({ maxLength: 60 })),
};

/** A chapter, heading or subheading row by row as printed. */
export const TariffOutlineSchema = Type.Object({
  prefix: Type.String(),
  edition: Type.String(),
  rows: Type.Array(
    Type.Object({
      /** Digits; empty for a description row without number. */
      hts: Type.String(),
      indent: Type.Integer(),
      description: Type.String(),
      units: Type.Array(Type.String()),
      general: Type.String(),
      special: Type.String(),
      column2: Type.String(),
      complete: Type.Boolean(),
    }),
  ),
});
export type TariffOutline = Static<typeof TariffOutlineSchema>;

export const searchTariff = route({
  method: 'GET',
  url: '/api/tariff/lines',
  summary: 'Search the tariff by words or code',
  access: 'member',
  query: Type.Object({
    q: Type.String({ maxLength: 200 }),
    ...EditionOf,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 25 })),
  }),
  response: Type.Object({
    items: Type.Array(TariffLineViewSchema),
    edition: Type.String(),
    notCurrent: Type.Optional(Type.String()),
  }),
});
export const getTariffLine = route({
  method: 'GET',
  url: '/api/tariff/lines/:hts',
  summary: 'One tariff line as in force on a date, with its flags and the numbers above it',
  access: 'member',
  params: Type.Object({ hts: Type.String({ maxLength: 14 }) }),
  query: Type.Object(EditionOf),
  response: TariffLineDetailSchema,
});
export const getTariffOutline = route({
  method: 'GET',
  url: '/api/tariff/outline/:prefix',
  summary: 'The rows of a chapter, heading or subheading as printed',
  access: 'member',
  params: Type.Object({ prefix: Type.String({ pattern: '^\\d{2,8}$' }) }),
  query: Type.Object(EditionOf),
  response: TariffOutlineSchema,
});
