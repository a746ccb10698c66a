import { type Static, type TSchema, Type } from 'typebox';
import {
  AdjustmentRuleSchema,
  BankHolidaySchema,
  ExchangeRateSchema,
  IncotermSchema,
  type ValueTables,
} from './tables.ts';

export const valueTableFiles = [
  'incoterms.json',
  'value-adjustments.json',
  'exchange-rates.json',
  'bank-holidays.json',
] as const;

export type ReadTable<File extends string> = <T extends TSchema>(file: File, schema: T) => Static<T>;

export function readValueTables(table: ReadTable<(typeof valueTableFiles)[number]>): ValueTables {
  return {
    incoterms: table('incoterms.json', Type.Array(IncotermSchema)),
    adjustments: table('value-adjustments.json', Type.Array(AdjustmentRuleSchema)),
    exchangeRates: table('exchange-rates.json', Type.Array(ExchangeRateSchema)),
    bankHolidays: table('bank-holidays.json', Type.Array(BankHolidaySchema)),
  };
}
