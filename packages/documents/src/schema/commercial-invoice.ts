import { type Static, Type } from 'typebox';
import { Closed, Country, Currency, DateField, Gtin, HsCode, List, LongText, Text } from './field.ts';
import { PartySchema } from './party.ts';
import { Charge, Incoterm, MoneyField, QuantityField } from './value.ts';

export const CommercialInvoiceLineSchema = Closed(
  {
    number: Text('Line number'),
    orderNumber: Type.Optional(Text('Purchase order number')),
    orderLine: Type.Optional(Text('Line of the purchase order')),
    sku: Type.Optional(Text("Seller's item number")),
    gtin: Type.Optional(Gtin('Global trade item number')),
    lot: Type.Optional(Text('Lot or batch')),
    description: LongText('Description of the goods'),
    hts: Type.Optional(HsCode('Tariff number, 6 to 10 digits')),
    originCountry: Type.Optional(Country('Country of origin')),
    manufacturer: Type.Optional(PartySchema),
    quantity: QuantityField('Quantity invoiced'),
    netWeight: Type.Optional(QuantityField('Net weight')),
    grossWeight: Type.Optional(QuantityField('Gross weight')),
    unitPrice: Type.Optional(MoneyField('Unit price')),
    priceQuantity: Type.Optional(
      QuantityField('Quantity that the unit price is for, when it is not one unit'),
    ),
    charges: Type.Optional(List(Charge)),
    amount: MoneyField('Line amount: quantity times unit price, with the charges of the line'),
  },
  'Invoice line',
);

/** The seller's invoice for the goods (UN/CEFACT 1001 code 380; contents 19 CFR 141.86). */
export const CommercialInvoiceSchema = Closed({
  number: Text('Invoice number'),
  issueDate: DateField('Date of the invoice'),
  seller: PartySchema,
  buyer: PartySchema,
  issuedIn: Type.Optional(Country('Country in which the invoice was issued')),
  orderNumbers: Type.Optional(List(Text('Purchase order number'))),
  incoterm: Type.Optional(Incoterm),
  currency: Currency('Currency of the invoice, ISO 4217'),
  lines: List(CommercialInvoiceLineSchema, 1),
  charges: Type.Optional(List(Charge)),
  total: MoneyField('Total of the invoice'),
});

export type CommercialInvoice = Static<typeof CommercialInvoiceSchema>;
export type CommercialInvoiceLine = Static<typeof CommercialInvoiceLineSchema>;
