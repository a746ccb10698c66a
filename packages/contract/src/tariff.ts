import { QuantitySchema } from '@portolan/kernel';
import { DutyResultSchema, RateSchema } from '@portolan/tariff';
import { type Static, Type } from 'typebox';
import { DateSchema, NoteSchema } from './common.ts';
import { route } from './route.ts';

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
});
export type TariffLineView = Static<typeof TariffLineViewSchema>;

export const searchTariff = route({
  method: 'GET',
  url: '/api/tariff/lines',
  summary: 'Search the tariff by words or code',
  access: 'member',
  query: Type.Object({
    q: Type.String({ maxLength: 200 }),
    date: Type.Optional(DateSchema),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 25 })),
  }),
  response: Type.Object({ items: Type.Array(TariffLineViewSchema), edition: Type.String() }),
});
export const getTariffLine = route({
  method: 'GET',
  url: '/api/tariff/lines/:hts',
  summary: 'One tariff line as in force on a date',
  access: 'member',
  params: Type.Object({ hts: Type.String({ maxLength: 14 }) }),
  query: Type.Object({ date: Type.Optional(DateSchema) }),
  response: TariffLineViewSchema,
});
export const computeDutyRoute = route({
  method: 'POST',
  url: '/api/tariff/duty',
  summary: 'Duty and fees with the trace of every step',
  access: 'member',
  body: Type.Object({
    entryType: Type.Optional(Type.String({ maxLength: 2 })),
    modeOfTransport: Type.Optional(Type.String({ maxLength: 2 })),
    date: DateSchema,
    override: Type.Optional(NoteSchema),
    lines: Type.Array(
      Type.Object({
        hts: Type.String({ maxLength: 14 }),
        originCountry: Type.String({ maxLength: 2 }),
        enteredValue: Type.String({ maxLength: 14 }),
        quantities: Type.Array(QuantitySchema, { maxItems: 3 }),
        spi: Type.Optional(Type.String({ maxLength: 2 })),
      }),
      { minItems: 1, maxItems: 999 },
    ),
  }),
  response: DutyResultSchema,
});
