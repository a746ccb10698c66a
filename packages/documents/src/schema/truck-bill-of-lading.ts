import type { Static } from 'typebox';
import { Closed } from './field.ts';
import { carriageCharges, transportMembers } from './transport.ts';

/** Road consignment note or truck bill of lading (UN/CEFACT 1001 code 730). */
export const TruckBillOfLadingSchema = Closed({ ...transportMembers, ...carriageCharges });

export type TruckBillOfLading = Static<typeof TruckBillOfLadingSchema>;
