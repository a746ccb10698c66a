import { type Static, Type } from 'typebox';
import { Closed, Coded, Country, DateField, List, OneOf, SchedulePort, Text } from './field.ts';
import { PartySchema } from './party.ts';
import { Packages, QuantityField } from './value.ts';

export const transportModes = ['vessel', 'truck', 'rail', 'air', 'mail', 'pipeline'] as const;

const ScheduleK = Coded('^\\d{5}$', 'a foreign port code of five digits (Schedule K)', 'Port, Schedule K');

/** A stay in a country that is neither the exporting country nor the United States. */
export const InTransitSchema = Closed(
  {
    country: Country('Country of transit'),
    customsControl: Type.Boolean({ description: 'The goods stayed under customs control there' }),
    fromDate: Type.Optional(DateField('First day of the stay')),
    toDate: Type.Optional(DateField('Last day of the stay')),
  },
  'In-transit stay',
);

/** The carrier's document for the shipment, whatever the mode: bill of lading, waybill, truck or rail consignment note. */
export const BillOfLadingSchema = Closed({
  number: Text('Bill of lading number'),
  issueDate: DateField('Date of the bill of lading'),
  mode: OneOf(transportModes, 'Mode of transport'),
  containerized: Type.Optional(Type.Boolean({ description: 'Goods travel in containers' })),
  carrier: PartySchema,
  shipper: PartySchema,
  consignee: PartySchema,
  notify: Type.Optional(List(PartySchema)),
  placeOfLoading: Type.Optional(
    Closed(
      {
        name: Text('Name of the place'),
        country: Country('Country of the place'),
        code: Type.Optional(ScheduleK),
      },
      'Place of loading',
    ),
  ),
  exportCountry: Country('Country of exportation'),
  exportDate: DateField('Date of exportation'),
  portOfUnlading: Type.Optional(
    Closed({ name: Text('Name of the port'), code: SchedulePort('Port, Schedule D') }, 'Port of unlading'),
  ),
  portOfEntry: Closed(
    { name: Text('Name of the port'), code: SchedulePort('Port, Schedule D') },
    'Port of entry',
  ),
  arrivalDate: DateField('Date of arrival at the port of entry'),
  conveyance: Type.Optional(
    Closed(
      {
        name: Type.Optional(Text('Name of the vessel, aircraft or train')),
        voyage: Type.Optional(Text('Voyage, flight or trip number')),
        trailer: Type.Optional(Text('Trailer or railcar number')),
      },
      'Conveyance',
    ),
  ),
  containers: Type.Optional(
    List(
      Coded(
        '^[A-Z]{4}\\d{7}$',
        'a container number of four letters and seven digits',
        'Container number',
        'container',
      ),
    ),
  ),
  packages: Packages,
  grossWeight: QuantityField('Gross weight of the shipment'),
  invoiceNumbers: Type.Optional(List(Text('Invoice number'))),
  inTransit: Type.Optional(List(InTransitSchema)),
});

export type BillOfLading = Static<typeof BillOfLadingSchema>;
export type TransportMode = (typeof transportModes)[number];
