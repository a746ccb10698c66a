import { type Static, Type } from 'typebox';
import { Closed, List, Text } from './field.ts';
import {
  CorrectsField,
  HolderSchema,
  LineReference,
  LotReference,
  PointReference,
  VolumeField,
} from './liquid.ts';
import { MonthField } from './pipeline-nomination.ts';

/** A shipper's month with a line: what it had in there, put in, took out and still has. */
export const DeliveryStatementSchema = Closed({
  number: Text('Number of the statement'),
  line: LineReference,
  operator: HolderSchema,
  shipper: HolderSchema,
  month: MonthField('Month'),
  opening: Type.Optional(VolumeField('Balance at the beginning')),
  closing: Type.Optional(VolumeField('Balance at the end')),
  movements: List(
    Closed(
      {
        batch: LotReference,
        receipt: Type.Optional(PointReference),
        delivery: Type.Optional(PointReference),
        received: Type.Optional(VolumeField('Received into the line')),
        delivered: Type.Optional(VolumeField('Delivered out of the line')),
      },
      'Movement',
    ),
    1,
  ),
  corrects: CorrectsField(Text('Number of the statement that is corrected')),
});

export type DeliveryStatement = Static<typeof DeliveryStatementSchema>;
