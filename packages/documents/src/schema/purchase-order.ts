import { type Static, Type } from 'typebox';
import { Closed, Country, Currency, DateField, Gtin, HsCode, List, LongText, Text } from './field.ts';
import { PartySchema } from './party.ts';
import { Charge, Incoterm, MoneyField, QuantityField } from './value.ts';

export const PurchaseOrderLineSchema = Closed(
  {
    number: Text('Line number'),
    sku: Type.Optional(Text("Seller's item number")),
    gtin: Type.Optional(Gtin('Global trade item number')),
    description: LongText('Description of the goods'),
    hs: Type.Optional(HsCode('Harmonized System code')),
    originCountry: Type.Optional(Country('Country of origin')),
    quantity: QuantityField('Quantity ordered'),
    unitPrice: Type.Optional(MoneyField('Unit price')),
    priceQuantity: Type.Optional(
      QuantityField('Quantity that the unit price is for, when it is not one unit'),
    ),
    charges: Type.Optional(List(Charge)),
    amount: Type.Optional(MoneyField('Line amount')),
  },
  'Order line',
);

/** What a buyer orders from a seller (UN/CEFACT 1001 code 220). */
export const PurchaseOrderSchema = Closed({
  number: Text('Order number'),
  issueDate: DateField('Date of the order'),
  buyer: PartySchema,
  seller: PartySchema,
  shipTo: Type.Optional(PartySchema),
  incoterm: Type.Optional(Incoterm),
  currency: Currency('Currency of the order, ISO 4217'),
  lines: List(PurchaseOrderLineSchema, 1),
  charges: Type.Optional(List(Charge)),
  total: Type.Optional(MoneyField('Total of the order')),
});

export type PurchaseOrder = Static<typeof PurchaseOrderSchema>;
export type PurchaseOrderLine = Static<typeof PurchaseOrderLineSchema>;
