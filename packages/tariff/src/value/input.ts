import { ok, type Result, refused } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import Value from 'typebox/value';
import { tariffCatalogue } from '../catalogue.ts';
import { AmountField, FigureSourceSchema, short } from './field.ts';

/** What is sold: one line of the invoice with the price agreed for it. */
export const ValueLineSchema = Type.Object({
  number: short(20),
  description: Type.Optional(short(400)),
  /** Price paid or payable for the line in the currency of the sale, decimal text. */
  price: AmountField,
  /** Shares of charges by weight or quantity, where the worksheet spreads that way. */
  weight: Type.Optional(AmountField),
  quantity: Type.Optional(AmountField),
  source: Type.Optional(FigureSourceSchema),
});
export type ValueLine = Static<typeof ValueLineSchema>;

/** How an amount for all lines is spread over them. */
export const spreads = ['value', 'weight', 'quantity', 'equal'] as const;
export const SpreadSchema = Type.Enum(spreads);
export type Spread = (typeof spreads)[number];

/** A charge, an addition or a deduction beside or inside the price. Amounts are never negative: the kind says the sign. */
export const ValueAdjustmentSchema = Type.Object({
  /** A row of the table of adjustments: packing, selling-commission, assist, royalty, international-freight ... */
  kind: short(40),
  amount: AmountField,
  /** ISO 4217; the currency of the sale where it is not given. */
  currency: Type.Optional(short(3)),
  /** Number of the line it belongs to; all lines where it is not given. */
  line: Type.Optional(short(20)),
  /** Whether the prices already hold it; where it is not given, the delivery term decides. */
  includedInPrice: Type.Optional(Type.Boolean()),
  /** Whether the documents state it apart from the price; only what is identified can be taken out. */
  identified: Type.Optional(Type.Boolean()),
  /** Foreign inland freight only: sold for export and placed with a carrier for through shipment. */
  throughShipment: Type.Optional(Type.Boolean()),
  /** Assists only: units that the whole assist serves, and units in this shipment. */
  apportion: Type.Optional(Type.Object({ units: AmountField, over: AmountField })),
  spread: Type.Optional(SpreadSchema),
  description: Type.Optional(short(400)),
  source: Type.Optional(FigureSourceSchema),
});
export type ValueAdjustment = Static<typeof ValueAdjustmentSchema>;

/** A value accepted for other goods, against which a price between related parties is held. */
export const TestValueSchema = Type.Object({
  kind: Type.Union([
    Type.Literal('transaction-identical'),
    Type.Literal('transaction-similar'),
    Type.Literal('deductive'),
    Type.Literal('computed'),
  ]),
  /** In US dollars, for the same goods as the whole worksheet. */
  value: AmountField,
  /** Entry or ruling in which the agency accepted it. */
  accepted: short(200),
});

export const RelationshipSchema = Type.Object({
  related: Type.Boolean(),
  /** How they are related, by 19 U.S.C. 1401a(g). */
  how: Type.Optional(short(200)),
  circumstances: Type.Optional(
    Type.Object({
      shown: Type.Union([
        Type.Literal('industry-pricing'),
        Type.Literal('price-to-unrelated-buyers'),
        Type.Literal('all-costs-plus-profit'),
      ]),
      words: short(1000),
    }),
  ),
  testValues: Type.Optional(Type.Array(TestValueSchema, { maxItems: 12 })),
});
export type Relationship = Static<typeof RelationshipSchema>;

export const ValueInputSchema = Type.Object({
  /** Currency of the sale, ISO 4217. */
  currency: short(3),
  /** Date of exportation (19 CFR 152.1(c)): decides the rate of exchange. */
  exportDate: short(10),
  /** Rates published later than this date are not used. */
  knownAt: Type.Optional(short(30)),
  incoterm: Type.Optional(Type.Object({ code: short(10), place: Type.Optional(short()) })),
  /** False where the goods were not sold for exportation (lease, gift, consignment): then no transaction value. */
  sale: Type.Optional(Type.Boolean()),
  lines: Type.Array(ValueLineSchema, { maxItems: 10_000 }),
  adjustments: Type.Optional(Type.Array(ValueAdjustmentSchema, { maxItems: 500 })),
  relationship: Type.Optional(RelationshipSchema),
  /** Which of several certified rates (official, free) the law of the country of exportation prescribes. */
  rateType: Type.Optional(short(40)),
});
export type ValueInput = Static<typeof ValueInputSchema>;

/** Reads an input of unknown origin; what its fields mean is checked by `computeValue`. */
export function parseValueInput(value: unknown): Result<ValueInput> {
  if (Value.Check(ValueInputSchema, value)) return ok(value);
  const [error] = Value.Errors(ValueInputSchema, value);
  const problem = error?.message ?? 'unknown shape';
  return refused(
    tariffCatalogue.refuse('TARIFF_VALUE_INPUT_INVALID', {
      path: error?.instancePath ?? '',
      params: { problem },
    }),
  );
}
