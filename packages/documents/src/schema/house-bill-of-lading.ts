import type { Static } from 'typebox';
import { Closed } from './field.ts';
import { carriageCharges, transportMembers, underMaster } from './transport.ts';

/** A consolidator's bill to its own shipper, under a master bill (UN/CEFACT 1001 code 714). */
export const HouseBillOfLadingSchema = Closed({ ...transportMembers, ...underMaster, ...carriageCharges });

export type HouseBillOfLading = Static<typeof HouseBillOfLadingSchema>;
