import { type Static, Type } from 'typebox';
import { Closed, Coded, Country, DateField, List, LongText, OneOf, Text } from './field.ts';
import { PartySchema } from './party.ts';
import { MoneyField, QuantityField } from './value.ts';

const Number6 = (description: string) =>
  Coded('^\\d{6}(\\d{2}){0,2}$', '6, 8 or 10 digits without points, such as 850131', description);
const YesNo = (description: string) => Type.Boolean({ description });

export const productionRoles = [
  'material',
  'retail-packing',
  'shipping-packing',
  'accessory',
  'indirect',
  'diluent',
  'set-component',
] as const;

export const ProductionMaterialSchema = Closed(
  {
    id: Text('Number of the material'),
    description: LongText('Description of the material'),
    hs: Type.Optional(Number6('Tariff number of the material')),
    value: Type.Optional(MoneyField('Value of the material')),
    country: Type.Optional(Country('Country that the material comes from')),
    originating: Type.Optional(YesNo('Whether it originates under the agreement')),
    role: Type.Optional(OneOf(productionRoles, 'What the material is to the good')),
    weight: Type.Optional(QuantityField('Weight of the material')),
    volume: Type.Optional(QuantityField('Volume of the material')),
  },
  'Material',
);

export const ProducedGoodSchema = Closed(
  {
    number: Text('Number of the good'),
    description: LongText('Description of the good'),
    hs: Number6('Tariff number of the good'),
    kind: Type.Optional(Text('What the product rule distinguishes within the number')),
    madeIn: Country('Country of production'),
    value: Type.Optional(MoneyField('Value without international shipment')),
    netCost: Type.Optional(MoneyField('Net cost')),
    weight: Type.Optional(QuantityField('Weight of the good')),
    volume: Type.Optional(QuantityField('Volume of the good')),
    whollyObtained: Type.Optional(Text('How it was wholly obtained')),
    materials: List(ProductionMaterialSchema),
    processes: Type.Optional(List(Text('Process'))),
    answers: Type.Optional(
      List(Closed({ condition: Text('Condition of the rule'), holds: YesNo('Whether it holds') }, 'Answer')),
    ),
  },
  'Good',
);

/** The producer's bill of materials, for the agency: what a good was made of, where, and how. */
export const ProductionStatementSchema = Closed({
  agreement: OneOf(['USMCA', 'CAFTA-DR'], 'Trade agreement'),
  number: Text('Number of the statement'),
  producer: PartySchema,
  goods: List(ProducedGoodSchema, 1),
  period: Type.Optional(
    Closed({ from: DateField('First day'), to: DateField('Last day') }, 'Period covered'),
  ),
  statedOn: DateField('Day of the statement'),
  statement: LongText("The producer's statement"),
});

export type ProductionStatement = Static<typeof ProductionStatementSchema>;
export type ProducedGood = Static<typeof ProducedGoodSchema>;
