import { type Static, Type } from 'typebox';
import { Closed, DateField, List, Text } from './field.ts';
import { NamedPartySchema } from './named-party.ts';
import { PlaceSchema } from './place.ts';
import { ShipmentLines } from './shipment-line.ts';
import { ConveyanceSchema } from './transport.ts';
import { Packages, QuantityField } from './value.ts';

export const ConsignmentSchema = Closed(
  {
    number: Text('Number of the transport document of the consignment'),
    shipper: Type.Optional(NamedPartySchema),
    consignee: Type.Optional(NamedPartySchema),
    containers: Type.Optional(List(Text('Container number, as written'))),
    orderNumbers: Type.Optional(List(Text('Purchase order number'))),
    packages: Type.Optional(Packages),
    grossWeight: Type.Optional(QuantityField('Gross weight')),
    lines: Type.Optional(ShipmentLines),
  },
  'Consignment',
);

/** Everything that travels together on one conveyance or under one master (UN/CEFACT 1001 code 785). */
export const FreightManifestSchema = Closed({
  number: Text('Number of the manifest'),
  issueDate: Type.Optional(DateField('Date of the manifest')),
  carrier: Type.Optional(NamedPartySchema),
  conveyance: Type.Optional(ConveyanceSchema),
  masterNumber: Type.Optional(Text('Number of the master document')),
  placeOfLoading: Type.Optional(PlaceSchema),
  placeOfUnlading: Type.Optional(PlaceSchema),
  arrivalDate: Type.Optional(DateField('Date of arrival, known or expected')),
  consignments: List(ConsignmentSchema, 1),
});

export type FreightManifest = Static<typeof FreightManifestSchema>;
