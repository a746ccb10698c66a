import type { Static } from 'typebox';
import { Closed, DateField, List, Text } from './field.ts';
import {
  CorrectsField,
  HolderSchema,
  LineReference,
  LotReference,
  PointReference,
  VolumeField,
} from './liquid.ts';

/** How its operator divides what a meter measured in a day among owners, where batches run together. Always taken, and compared with title. */
export const PipelineAllocationSchema = Closed({
  number: Text('Number of the allocation'),
  line: LineReference,
  operator: HolderSchema,
  point: PointReference,
  day: DateField('Day of the meter'),
  shares: List(
    Closed({ batch: LotReference, owner: HolderSchema, volume: VolumeField('Net standard volume') }, 'Share'),
    1,
  ),
  corrects: CorrectsField(Text('Number of the allocation that is corrected')),
});

export type PipelineAllocation = Static<typeof PipelineAllocationSchema>;
