import { type Static, Type } from 'typebox';
import { Closed, Coded, Country, List, OneOf, Text } from './field.ts';
import {
  Commodity,
  HolderSchema,
  LineReference,
  LotReference,
  PointReference,
  VolumeField,
} from './liquid.ts';
import { InstantField } from './metal.ts';

export const nominationStates = ['nominated', 'scheduled', 'cancelled'] as const;

export const MonthField = (description: string) =>
  Coded('^\\d{4}-(0[1-9]|1[0-2])$', 'a month such as 2026-08', description);

/** What shippers mean to send in a month, and when the operator has scheduled it: the notice of shipment, by batch. */
export const PipelineNominationSchema = Closed({
  number: Text('Number of the nomination or schedule'),
  state: OneOf(nominationStates, 'How far it is'),
  line: LineReference,
  operator: HolderSchema,
  month: MonthField('Month of shipment'),
  batches: List(
    Closed(
      {
        batch: LotReference,
        shipper: HolderSchema,
        commodity: Commodity,
        originCountry: Type.Optional(Country('Country of origin, as the shipper says')),
        volume: VolumeField('Volume'),
        receipt: PointReference,
        delivery: PointReference,
        crossesAt: Type.Optional(InstantField('When it is expected at the border')),
        deliversAt: Type.Optional(InstantField('When it is expected to be delivered')),
      },
      'Batch',
    ),
    1,
  ),
});

export type PipelineNomination = Static<typeof PipelineNominationSchema>;
