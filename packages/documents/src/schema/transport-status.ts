import { type Static, Type } from 'typebox';
import { arrivalCertainties } from './arrival-notice.ts';
import { Closed, DateField, List, LongText, OneOf, Text } from './field.ts';
import { InstantField } from './metal.ts';
import { NamedPartySchema } from './named-party.ts';
import { PlaceSchema } from './place.ts';
import { lineGoods, lineReferences } from './shipment-line.ts';
import { ConveyanceSchema } from './transport.ts';
import { QuantityField } from './value.ts';

/** What can happen to goods under way; anything else is "other", with the sender's own words. */
export const transportEventKinds = [
  'booked',
  'packed',
  'shipped',
  'picked-up',
  'gate-in',
  'loaded',
  'departed',
  'in-transit',
  'transhipped',
  'arrived',
  'unloaded',
  'customs-released',
  'available',
  'gate-out',
  'out-for-delivery',
  'delivered',
  'received',
  'delayed',
  'other',
] as const;

export const EventLineSchema = Closed(
  { ...lineReferences, ...lineGoods, quantity: Type.Optional(QuantityField('Quantity')) },
  'Goods of the event',
);

export const TransportEventSchema = Closed(
  {
    kind: OneOf(transportEventKinds, 'What happened'),
    certainty: OneOf(arrivalCertainties, 'Planned, estimated or actual'),
    date: DateField('Day on which it happened or is expected, by the calendar of the place'),
    at: Type.Optional(InstantField('The moment, where the sender gives a time with its zone')),
    words: Type.Optional(LongText('What happened, in the words or code of the sender')),
    place: Type.Optional(PlaceSchema),
    transportDocuments: Type.Optional(List(Text('Transport document number'))),
    bookingNumber: Type.Optional(Text('Booking number')),
    containers: Type.Optional(List(Text('Container number, as written'))),
    orderNumbers: Type.Optional(List(Text('Purchase order number'))),
    invoiceNumbers: Type.Optional(List(Text('Invoice number'))),
    despatchNumbers: Type.Optional(List(Text('Despatch advice number'))),
    conveyance: Type.Optional(ConveyanceSchema),
    lines: Type.Optional(List(EventLineSchema)),
  },
  'Event',
);

/** What happened to goods under way, as carriers (X12 214, DCSA, UBL) and shippers (EPCIS) report it. */
export const TransportStatusSchema = Closed({
  number: Text('Number of the report, or the name of its first event'),
  reportedBy: Type.Optional(NamedPartySchema),
  events: List(TransportEventSchema, 1),
});

export type TransportStatus = Static<typeof TransportStatusSchema>;
export type TransportEvent = Static<typeof TransportEventSchema>;
export type TransportEventKind = (typeof transportEventKinds)[number];
