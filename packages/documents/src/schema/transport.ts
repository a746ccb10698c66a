import { Type } from 'typebox';
import { Closed, DateField, List, OneOf, Text } from './field.ts';
import { NamedPartySchema } from './named-party.ts';
import { PlaceSchema } from './place.ts';
import { ShipmentLines } from './shipment-line.ts';
import { MoneyField, Packages, QuantityField } from './value.ts';

export const ConveyanceSchema = Closed(
  {
    name: Type.Optional(Text('Name of the vessel, aircraft or train')),
    voyage: Type.Optional(Text('Voyage, flight or trip number')),
    trailer: Type.Optional(Text('Trailer or railcar number')),
  },
  'Conveyance',
);

/** What every transport document may say, whatever its mode: one carriage, its parties, places, equipment and goods. */
export const transportMembers = {
  number: Text('Number of the document, as its issuer gave it'),
  issueDate: Type.Optional(DateField('Date of issue')),
  carrier: Type.Optional(NamedPartySchema),
  shipper: Type.Optional(NamedPartySchema),
  consignee: Type.Optional(NamedPartySchema),
  notify: Type.Optional(List(NamedPartySchema)),
  toOrder: Type.Optional(
    Type.Boolean({ description: 'Negotiable: delivered to order, not to a named consignee' }),
  ),
  bookingNumber: Type.Optional(Text('Booking number of the carrier')),
  conveyance: Type.Optional(ConveyanceSchema),
  containers: Type.Optional(List(Text('Container number, as written'))),
  placeOfReceipt: Type.Optional(PlaceSchema),
  placeOfLoading: Type.Optional(PlaceSchema),
  placeOfUnlading: Type.Optional(PlaceSchema),
  placeOfDelivery: Type.Optional(PlaceSchema),
  exportDate: Type.Optional(DateField('Date of departure from the exporting country')),
  arrivalDate: Type.Optional(DateField('Date of arrival, known or expected')),
  packages: Type.Optional(Packages),
  grossWeight: Type.Optional(QuantityField('Gross weight of the shipment')),
  volume: Type.Optional(QuantityField('Volume of the shipment')),
  orderNumbers: Type.Optional(List(Text('Purchase order number'))),
  invoiceNumbers: Type.Optional(List(Text('Invoice number'))),
  lines: Type.Optional(ShipmentLines),
};

/** A transport document issued under another one: house under master, parcel under its dispatch. */
export const underMaster = {
  masterNumber: Type.Optional(Text('Number of the master document that the goods travel under')),
};

/** What carriage costs: of these, freight and insurance bear on the value of the goods. */
export const carriageChargeKinds = ['freight', 'insurance', 'other'] as const;

const CarriageCharge = Closed(
  {
    kind: OneOf(carriageChargeKinds, 'Kind of charge'),
    amount: MoneyField('Amount of the charge'),
    description: Type.Optional(Text('What the charge is for, in the words of the document')),
  },
  'Charge of the carriage',
);

/** What the carriage costs, where the transport document states it. */
export const carriageCharges = {
  charges: Type.Optional(List(CarriageCharge)),
};
