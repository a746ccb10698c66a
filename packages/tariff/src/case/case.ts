import { ok, type Result, refused } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import Value from 'typebox/value';
import { tariffCatalogue } from '../catalogue.ts';
import { CalendarDateSchema, CertaintySchema } from '../reference/dated.ts';

/** Cash deposit rate of a case for one exporter, or for all others: percent of value, or US dollars per unit. */
export const CaseRateSchema = Type.Object({
  exporter: Type.Optional(Type.String({ maxLength: 120 })),
  /** As the notice prints it: "25.29%", "$0.1234/kg". */
  rate: Type.String({ maxLength: 60 }),
  from: CalendarDateSchema,
  to: Type.Optional(CalendarDateSchema),
  knownAt: Type.Optional(CalendarDateSchema),
  source: Type.String({ maxLength: 200 }),
});

/** One antidumping or countervailing case, as the importer brings it: no machine-readable source is public. */
export const TradeCaseSchema = Type.Object({
  /** Ten characters, with or without dashes: A-570-000-000, C570000000. */
  case: Type.String({ pattern: '^[ACac]-?\\d{3}-?\\d{3}(-?\\d{3})?$' }),
  kind: Type.Union([Type.Literal('antidumping'), Type.Literal('countervailing')]),
  name: Type.String({ maxLength: 200 }),
  origin: Type.String({ minLength: 2, maxLength: 2 }),
  /** Beginnings of the HTS numbers that the order names: for convenience, the scope decides. */
  hts: Type.Optional(Type.Array(Type.String({ maxLength: 14 }), { maxItems: 500 })),
  rates: Type.Array(CaseRateSchema, { minItems: 1, maxItems: 2_000 }),
  cite: Type.String({ maxLength: 200 }),
  certainty: CertaintySchema,
});
export type TradeCase = Static<typeof TradeCaseSchema>;
export type CaseRate = TradeCase['rates'][number];

const TradeCasesSchema = Type.Array(TradeCaseSchema, { maxItems: 5_000 });

/** Reads a list of cases that an importer or broker brings. */
export function parseTradeCases(value: unknown): Result<readonly TradeCase[]> {
  if (Value.Check(TradeCasesSchema, value)) return ok(value);
  const [error] = Value.Errors(TradeCasesSchema, value);
  const params = { problem: error?.message ?? 'unknown shape' };
  return refused(
    tariffCatalogue.refuse('TARIFF_CASES_UNREADABLE', { path: error?.instancePath ?? '', params }),
  );
}

/** The number without dashes, in capitals, as the summary carries it. */
export function caseNumber(text: string): string {
  return text.replaceAll('-', '').toUpperCase();
}
