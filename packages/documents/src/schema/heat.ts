import { type Static, Type } from 'typebox';
import { Closed, Country, List, Text } from './field.ts';
import { ChemistrySchema, HeatReferenceSchema, InstantField, MetalName, StageSchema } from './metal.ts';
import { PartySchema } from './party.ts';
import { QuantityField } from './value.ts';

/**
 * One pouring of a furnace, signed by its mill: how much metal there ever was of it. A certificate does not say that, so
 * without this record nobody can find a heat sold beyond its tonnage.
 */
export const HeatSchema = Closed({
  number: Text('Heat number'),
  metal: MetalName,
  mill: PartySchema,
  furnace: Closed(
    {
      name: Text('Furnace and works'),
      country: Country('Country of the furnace'),
      practice: Type.Optional(Text('Steelmaking process, such as EAF or BOF')),
    },
    'Furnace',
  ),
  pouredAt: InstantField('When it was poured'),
  stages: List(StageSchema, 1),
  pouredMass: QuantityField('Mass of the liquid metal poured'),
  yieldLoss: Type.Optional(QuantityField('Mass lost up to the first solid shapes: scale, crops, skull')),
  /** Metal that was melted again, where the mill bought it as such. */
  charge: Type.Optional(
    List(
      Closed(
        {
          description: Text('What was charged'),
          country: Type.Optional(Country('Country it came from')),
          heat: Type.Optional(HeatReferenceSchema),
          quantity: QuantityField('Mass charged'),
        },
        'Charge',
      ),
    ),
  ),
  chemistry: Type.Optional(ChemistrySchema),
});

export type Heat = Static<typeof HeatSchema>;
