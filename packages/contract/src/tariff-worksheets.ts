import {
  OriginInputSchema,
  type OriginWorksheet,
  OriginWorksheetSchema,
  ValueInputSchema,
  type ValueWorksheet,
  ValueWorksheetSchema,
} from '@portolan/tariff';
import { route } from './route.ts';

export type { OriginWorksheet, ValueWorksheet };

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
