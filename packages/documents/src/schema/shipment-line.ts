import { type Static, Type } from 'typebox';
import { Closed, Gtin, HsCode, List, LongText, Text } from './field.ts';
import { Packages, QuantityField } from './value.ts';

/** What a line may name of the papers before it. */
export const lineReferences = {
  orderNumber: Type.Optional(Text('Purchase order number')),
  orderLine: Type.Optional(Text('Line of the purchase order')),
  invoiceNumber: Type.Optional(Text('Invoice number')),
  invoiceLine: Type.Optional(Text('Line of the invoice')),
};

/** What the goods of a line are known by. */
export const lineGoods = {
  sku: Type.Optional(Text("Seller's item number")),
  gtin: Type.Optional(Gtin('Global trade item number')),
  lot: Type.Optional(Text('Lot or batch')),
  description: Type.Optional(LongText('Description of the goods')),
};

/** Goods on a transport paper: what they are, how much of them, where they are packed. Carriers rarely know it all. */
export const ShipmentLineSchema = Closed(
  {
    number: Text('Line number'),
    ...lineReferences,
    ...lineGoods,
    hs: Type.Optional(HsCode('Harmonized System code')),
    quantity: Type.Optional(QuantityField('Quantity shipped')),
    packages: Type.Optional(Packages),
    netWeight: Type.Optional(QuantityField('Net weight')),
    grossWeight: Type.Optional(QuantityField('Gross weight')),
    container: Type.Optional(Text('Container or other equipment')),
  },
  'Goods',
);

export const ShipmentLines = List(ShipmentLineSchema);
export type ShipmentLine = Static<typeof ShipmentLineSchema>;
