import type { Static } from 'typebox';
import { Closed } from './field.ts';
import { carriageCharges, transportMembers } from './transport.ts';

/** Rail consignment note (UN/CEFACT 1001 code 720). */
export const RailWaybillSchema = Closed({ ...transportMembers, ...carriageCharges });

export type RailWaybill = Static<typeof RailWaybillSchema>;
