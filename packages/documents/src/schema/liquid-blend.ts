import { type Static, Type } from 'typebox';
import { Closed, List, Text } from './field.ts';
import {
  Commodity,
  HolderSchema,
  LineReference,
  LotReference,
  PointReference,
  RoleField,
  VolumeField,
} from './liquid.ts';
import { InstantField } from './metal.ts';

/** Liquids put together: diluent into bitumen, or batches that were commingled. What came in goes out or is a named loss. */
export const LiquidBlendSchema = Closed({
  number: Text('Number of the record'),
  line: Type.Optional(LineReference),
  operator: HolderSchema,
  at: InstantField('When it was done'),
  point: PointReference,
  inputs: List(
    Closed(
      { lot: LotReference, volume: VolumeField('Volume taken'), role: Type.Optional(RoleField) },
      'Liquid taken',
    ),
    1,
  ),
  outputs: List(
    Closed({ lot: LotReference, commodity: Commodity, volume: VolumeField('Volume made') }, 'Liquid made'),
    1,
  ),
  losses: Type.Optional(
    List(Closed({ reason: Text('Reason, such as shrinkage'), volume: VolumeField('Volume lost') }, 'Loss')),
  ),
});

export type LiquidBlend = Static<typeof LiquidBlendSchema>;
