import { type Static, Type } from 'typebox';
import { Closed, DateField, List, OneOf, Text } from './field.ts';
import { NamedPartySchema } from './named-party.ts';
import { PlaceSchema } from './place.ts';
import { ConveyanceSchema } from './transport.ts';
import { Packages, QuantityField } from './value.ts';

export const arrivalCertainties = ['planned', 'estimated', 'actual'] as const;

/** The carrier tells the consignee when and where the goods arrive (UN/CEFACT 1001 code 781). */
export const ArrivalNoticeSchema = Closed({
  number: Text('Number of the notice'),
  transportDocument: Text('Number of the transport document that the notice is about'),
  issueDate: Type.Optional(DateField('Date of the notice')),
  carrier: Type.Optional(NamedPartySchema),
  shipper: Type.Optional(NamedPartySchema),
  consignee: Type.Optional(NamedPartySchema),
  notify: Type.Optional(List(NamedPartySchema)),
  conveyance: Type.Optional(ConveyanceSchema),
  containers: Type.Optional(List(Text('Container number, as written'))),
  placeOfLoading: Type.Optional(PlaceSchema),
  placeOfUnlading: Type.Optional(PlaceSchema),
  arrivalDate: Type.Optional(DateField('Date of arrival')),
  certainty: Type.Optional(OneOf(arrivalCertainties, 'How sure the date of arrival is')),
  freeUntil: Type.Optional(DateField('Last day without storage charges')),
  packages: Type.Optional(Packages),
  grossWeight: Type.Optional(QuantityField('Gross weight')),
});

export type ArrivalNotice = Static<typeof ArrivalNoticeSchema>;
