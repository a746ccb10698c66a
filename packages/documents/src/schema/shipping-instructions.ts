import type { Static } from 'typebox';
import { Closed } from './field.ts';
import { transportMembers, underMaster } from './transport.ts';

/** What the shipper wants on the transport document (UN/CEFACT 1001 codes 340 and 610). */
export const ShippingInstructionsSchema = Closed({ ...transportMembers, ...underMaster });

export type ShippingInstructions = Static<typeof ShippingInstructionsSchema>;
