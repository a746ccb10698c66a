import { type Static, Type } from 'typebox';
import { Closed, DateField, Gtin, List, LongText, Text } from './field.ts';
import { PartySchema } from './party.ts';
import { lineReferences } from './shipment-line.ts';
import { Packages, QuantityField } from './value.ts';

export const PackingListLineSchema = Closed(
  {
    number: Text('Line number'),
    ...lineReferences,
    sku: Type.Optional(Text("Seller's item number")),
    gtin: Type.Optional(Gtin('Global trade item number')),
    lot: Type.Optional(Text('Lot or batch')),
    description: LongText('Description of the goods'),
    quantity: QuantityField('Quantity packed'),
    packages: Type.Optional(Packages),
    netWeight: Type.Optional(QuantityField('Net weight')),
    grossWeight: Type.Optional(QuantityField('Gross weight')),
  },
  'Packing list line',
);

/** What was packed, in how many packages, at what weight (UN/CEFACT 1001 code 271). */
export const PackingListSchema = Closed({
  number: Text('Packing list number'),
  issueDate: DateField('Date of the packing list'),
  shipper: PartySchema,
  consignee: PartySchema,
  invoiceNumbers: Type.Optional(List(Text('Invoice number'))),
  orderNumbers: Type.Optional(List(Text('Purchase order number'))),
  lines: List(PackingListLineSchema, 1),
  packages: Type.Optional(Packages),
  netWeight: Type.Optional(QuantityField('Net weight of all lines')),
  grossWeight: Type.Optional(QuantityField('Gross weight of all lines')),
});

export type PackingList = Static<typeof PackingListSchema>;
export type PackingListLine = Static<typeof PackingListLineSchema>;
