import type { Refusal } from '@portolan/kernel';
import type { BillOfLading } from '../schema/bill-of-lading.ts';
import { checkDateOrder } from './dates.ts';
import { checkWeightUnit } from './weights.ts';

/** Dates in the order of the voyage, and a weight that is a weight. */
export function checkBillOfLading(bill: BillOfLading): Refusal[] {
  return [
    ...checkDateOrder(
      { path: '/exportDate', date: bill.exportDate },
      { path: '/arrivalDate', date: bill.arrivalDate },
    ),
    ...(bill.inTransit ?? []).flatMap(({ fromDate, toDate }, index) =>
      checkDateOrder(
        { path: `/inTransit/${index}/fromDate`, date: fromDate },
        { path: `/inTransit/${index}/toDate`, date: toDate },
      ),
    ),
    ...checkWeightUnit(bill.grossWeight, '/grossWeight'),
  ];
}
