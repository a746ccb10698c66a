import { type Static, Type } from 'typebox';
import { Closed, Country, List, OneOf, Text } from './field.ts';
import { HeatReferenceSchema, InstantField, MetalName } from './metal.ts';
import { ProductSchema } from './mill-test-report.ts';
import { PartySchema } from './party.ts';
import { QuantityField } from './value.ts';

export const metalProcesses = [
  'cut',
  'slit',
  'shear',
  'pickle',
  'coat',
  'heat-treat',
  'form',
  're-roll',
] as const;
export type MetalProcess = (typeof metalProcesses)[number];

const piece = {
  lot: Text('Bundle, coil or piece, by a name that is the same for everyone'),
  heat: HeatReferenceSchema,
  quantity: QuantityField('Mass'),
};

/** What a service centre or re-roller did to goods: each piece names its parent heat, and no mass appears or vanishes. */
export const ProcessingRecordSchema = Closed({
  number: Text('Number of the record'),
  metal: MetalName,
  processor: PartySchema,
  process: OneOf(metalProcesses, 'What was done'),
  at: InstantField('When it was done'),
  place: Closed({ name: Text('Works'), country: Country('Country of the works') }, 'Place'),
  inputs: List(Closed(piece, 'Piece taken'), 1),
  outputs: List(Closed({ ...piece, product: Type.Optional(ProductSchema) }, 'Piece made'), 1),
  losses: Type.Optional(
    List(Closed({ reason: Text('Reason'), quantity: QuantityField('Mass lost') }, 'Loss')),
  ),
  /** Zinc, paint: mass that comes on beside the metal itself. */
  added: Type.Optional(
    List(Closed({ material: Text('Material'), quantity: QuantityField('Mass added') }, 'Material added')),
  ),
});

export type ProcessingRecord = Static<typeof ProcessingRecordSchema>;
