import type { Money, Quantity } from '@portolan/kernel';
import { Type } from 'typebox';
import { Closed, Coded, Country, Currency, DecimalField, OneOf, Text } from './field.ts';

/** An amount of money, as decimal text with its ISO 4217 currency. */
export const MoneyField = (description: string) =>
  Type.Unsafe<Money>({
    ...Closed({ amount: DecimalField('Amount'), currency: Currency('Currency, ISO 4217') }, description),
    format: 'money',
  });

/** A quantity, as decimal text with its UNECE Recommendation 20 unit. Zero and negative values are refused. */
export const QuantityField = (description: string) =>
  Type.Unsafe<Quantity>({
    ...Closed(
      {
        value: DecimalField('Value'),
        unit: Coded(
          '^[A-Z0-9]{2,3}$',
          'a unit code of UNECE Recommendation 20, such as KGM',
          'Unit, UNECE Recommendation 20',
        ),
      },
      description,
    ),
    format: 'quantity',
  });

/** How many packages of which kind (carton, crate, pallet). */
export const Packages = Closed(
  {
    count: Type.Integer({ minimum: 1, maximum: 9_999_999, description: 'Number of packages' }),
    kind: Text('Kind of package'),
  },
  'Packages',
);

/** The eleven rules of Incoterms 2020 (ICC publication 723), with DAT of the 2010 edition, still found on contracts. */
export const incoterms = [
  'EXW',
  'FCA',
  'FAS',
  'FOB',
  'CFR',
  'CIF',
  'CPT',
  'CIP',
  'DAP',
  'DPU',
  'DDP',
  'DAT',
] as const;

export const Incoterm = Closed(
  {
    code: OneOf(incoterms, 'Incoterms rule'),
    place: Type.Optional(Text('Named place')),
    country: Type.Optional(Country('Country of the named place')),
  },
  'Delivery term',
);

export const chargeKinds = [
  'freight',
  'insurance',
  'packing',
  'commission',
  'assist',
  'royalty',
  'discount',
  'tax',
  'other',
] as const;

/**
 * An amount beside the goods. The amount is never negative: a discount is subtracted by its kind. When `includedInPrice`
 * is true the amount is already inside the line amounts and is not added to the total.
 */
export const Charge = Closed(
  {
    kind: OneOf(chargeKinds, 'Kind of charge'),
    amount: MoneyField('Amount of the charge'),
    includedInPrice: Type.Boolean({ description: 'Already inside the line amounts' }),
    description: Type.Optional(Text('What the charge is for, in the words of the document')),
  },
  'Charge',
);
