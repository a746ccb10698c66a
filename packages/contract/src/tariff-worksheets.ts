import {
  OriginInputSchema,
  type OriginWorksheet,
  OriginWorksheetSchema,
  ValueInputSchema,
  type ValueWorksheet,
  ValueWorksheetSchema,
} from '@portolan/tariff';
import { type Static, Type } from 'typebox';
import { route } from './route.ts';

export type { OriginWorksheet, ValueWorksheet };
export type ValueQuestion = Static<typeof ValueInputSchema>;
export type OriginQuestion = Static<typeof OriginInputSchema>;

export const computeValueRoute = route({
  method: 'POST',
  url: '/api/tariff/value',
  summary: 'Customs value of a sale as a worksheet',
  access: 'member',
  body: ValueInputSchema,
  response: ValueWorksheetSchema,
});
export const originRoute = route({
  method: 'POST',
  url: '/api/tariff/origin',
  summary: 'The four kinds of origin as a worksheet, each apart',
  access: 'member',
  body: OriginInputSchema,
  response: OriginWorksheetSchema,
});

const ChoiceSchema = Type.Object({ code: Type.String(), name: Type.String() });

/** What the forms of the worksheets offer: codes of the tables at hand with their names. */
export const TariffChoicesSchema = Type.Object({
  incoterms: Type.Array(ChoiceSchema),
  adjustments: Type.Array(ChoiceSchema),
  /** Currencies for which rates of exchange are at hand; the dollar needs none. */
  currencies: Type.Array(Type.String()),
  agreements: Type.Array(ChoiceSchema),
  programs: Type.Array(ChoiceSchema),
  modes: Type.Array(ChoiceSchema),
  entryTypes: Type.Array(ChoiceSchema),
  /** Numbers of the cases that were imported. */
  cases: Type.Array(ChoiceSchema),
});
export type TariffChoices = Static<typeof TariffChoicesSchema>;

export const getTariffChoices = route({
  method: 'GET',
  url: '/api/tariff/choices',
  summary: 'Codes that the duty, value and origin worksheets take, with their names',
  access: 'member',
  response: TariffChoicesSchema,
});
