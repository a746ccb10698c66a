import type { Static } from 'typebox';
import { Closed } from './field.ts';
import { carriageCharges, transportMembers, underMaster } from './transport.ts';

/** Air waybill, or house air waybill under a master (UN/CEFACT 1001 codes 740 and 703). */
export const IATAAirWaybillSchema = Closed({ ...transportMembers, ...underMaster, ...carriageCharges });

export type IATAAirWaybill = Static<typeof IATAAirWaybillSchema>;
