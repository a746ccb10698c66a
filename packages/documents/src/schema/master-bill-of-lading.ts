import type { Static } from 'typebox';
import { Closed } from './field.ts';
import { transportMembers } from './transport.ts';

/** The ocean carrier's bill to whoever booked with it, often a consolidator (UN/CEFACT 1001 code 704). */
export const MasterBillOfLadingSchema = Closed({ ...transportMembers });

export type MasterBillOfLading = Static<typeof MasterBillOfLadingSchema>;
