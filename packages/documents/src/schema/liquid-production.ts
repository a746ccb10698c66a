import { type Static, Type } from 'typebox';
import { Closed, Country, List, Text } from './field.ts';
import {
  Commodity,
  CorrectsField,
  DensityField,
  HolderSchema,
  LotReference,
  OriginPartSchema,
  PointReference,
  RoleField,
  Span,
  VolumeField,
} from './liquid.ts';

/** What a well or facility produced in a period, signed there: the first thing known of a liquid and where its origin is proved. */
export const LiquidProductionSchema = Closed({
  number: Text('Number of the report'),
  producer: HolderSchema,
  facility: Closed(
    {
      id: PointReference,
      name: Text('Name of the facility'),
      country: Country('Country of the facility'),
      /** Unique well identifier, where it is one well. */
      uwi: Type.Optional(Text('Unique well identifier')),
    },
    'Facility',
  ),
  commodity: Commodity,
  role: RoleField,
  ...Span,
  volume: VolumeField('Net standard volume produced'),
  density: Type.Optional(DensityField('Density')),
  /** The stock that it goes into; other papers take it from there. */
  lot: LotReference,
  owner: HolderSchema,
  /** Where not all of it is of the facility's country: bought diluent that was added there. */
  parts: Type.Optional(List(OriginPartSchema, 1)),
  corrects: CorrectsField(Text('Number of the report that is corrected')),
});

export type LiquidProduction = Static<typeof LiquidProductionSchema>;
