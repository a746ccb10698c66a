import { type Static, Type } from 'typebox';
import { Closed, List, OneOf, Text } from './field.ts';
import { HolderSchema, LineReference, LotReference, PointReference, VolumeField } from './liquid.ts';
import { InstantField } from './metal.ts';

export const stockKinds = ['line-fill', 'tank', 'retention'] as const;

/** What is in a line or tank at one moment: measured, or computed from the position of batches. Always taken, and compared with the book. */
export const PipelineStockSchema = Closed({
  number: Text('Number of the statement'),
  line: LineReference,
  operator: HolderSchema,
  at: InstantField('When it was in there'),
  stocks: List(
    Closed(
      {
        kind: OneOf(stockKinds, 'What it is'),
        point: PointReference,
        lot: LotReference,
        owner: Type.Optional(HolderSchema),
        volume: VolumeField('Net standard volume'),
      },
      'Stock',
    ),
    1,
  ),
});

export type PipelineStock = Static<typeof PipelineStockSchema>;
