import type { Static } from 'typebox';
import { Closed } from './field.ts';
import { carriageCharges, transportMembers } from './transport.ts';

/** The ocean carrier's bill to whoever booked with it, often a consolidator (UN/CEFACT 1001 code 704). */
export const MasterBillOfLadingSchema = Closed({ ...transportMembers, ...carriageCharges });

export type MasterBillOfLading = Static<typeof MasterBillOfLadingSchema>;
