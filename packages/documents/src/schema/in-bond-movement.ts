import { type Static, Type } from 'typebox';
import { Closed, Coded, List, OneOf, SchedulePort } from './field.ts';
import { HolderSchema, LotReference, VolumeField } from './liquid.ts';
import { InstantField } from './metal.ts';

/** In-bond types: immediate transportation, transportation and exportation, immediate exportation (19 CFR 18). */
export const inBondTypes = ['61', '62', '63'] as const;

/** Goods that move under bond and are not entered where they cross. */
export const InBondMovementSchema = Closed({
  number: Coded('^[A-Z0-9]{9,12}$', 'an in-bond number of 9 to 12 characters', 'In-bond number'),
  entryType: OneOf(inBondTypes, 'Kind of movement'),
  carrier: HolderSchema,
  originPort: SchedulePort('Port where it begins, Schedule D'),
  destinationPort: Type.Optional(SchedulePort('Port where it ends, Schedule D')),
  movedAt: InstantField('When it began'),
  arrivedAt: Type.Optional(InstantField('When it arrived')),
  goods: List(Closed({ lot: LotReference, volume: VolumeField('Net standard volume') }, 'Goods'), 1),
});

export type InBondMovement = Static<typeof InBondMovementSchema>;
