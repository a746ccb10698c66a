import { type Static, Type } from 'typebox';
import { Closed, DateField, List, Text } from './field.ts';
import { NamedPartySchema } from './named-party.ts';
import { ShipmentLineSchema } from './shipment-line.ts';
import { ConveyanceSchema } from './transport.ts';
import { Packages, QuantityField } from './value.ts';

/** What left the seller, line by line: despatch advice, advance ship notice or delivery note (UN/CEFACT 1001 code 351). */
export const DespatchAdviceSchema = Closed({
  number: Text('Number of the despatch advice'),
  issueDate: Type.Optional(DateField('Date of the despatch advice')),
  shipDate: Type.Optional(DateField('Day on which the goods left')),
  shipper: Type.Optional(NamedPartySchema),
  consignee: Type.Optional(NamedPartySchema),
  seller: Type.Optional(NamedPartySchema),
  buyer: Type.Optional(NamedPartySchema),
  carrier: Type.Optional(NamedPartySchema),
  orderNumbers: Type.Optional(List(Text('Purchase order number'))),
  invoiceNumbers: Type.Optional(List(Text('Invoice number'))),
  transportDocuments: Type.Optional(List(Text('Transport document number'))),
  conveyance: Type.Optional(ConveyanceSchema),
  containers: Type.Optional(List(Text('Container number, as written'))),
  packages: Type.Optional(Packages),
  grossWeight: Type.Optional(QuantityField('Gross weight')),
  lines: List(ShipmentLineSchema, 1),
});

export type DespatchAdvice = Static<typeof DespatchAdviceSchema>;
