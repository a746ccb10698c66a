import { Decimal, type Refusal } from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import type { DeliveryStatement } from '../schema/delivery-statement.ts';
import type { InBondMovement } from '../schema/in-bond-movement.ts';
import type { LiquidProduction } from '../schema/liquid-production.ts';
import type { MeasurementTicket } from '../schema/measurement-ticket.ts';
import type { PipelineProfile } from '../schema/pipeline-profile.ts';
import { checkDateOrder } from './dates.ts';

/** Each point once, and an end after the beginning. */
export function checkPipelineProfile({ points, validFrom, validUntil }: PipelineProfile): Refusal[] {
  const known = new Set<string>();
  const twice = points.flatMap(({ id }, index) => {
    const stood = known.has(id);
    known.add(id);
    if (!stood) return [];
    return [
      documentsCatalogue.refuse('DOC_POINT_TWICE', { path: `/points/${index}/id`, params: { point: id } }),
    ];
  });
  return [
    ...twice,
    ...checkDateOrder({ path: '/validFrom', date: validFrom }, { path: '/validUntil', date: validUntil }),
  ];
}

/** A period that ends after it began, and parts that are the whole. */
export function checkLiquidProduction({ from, to, parts }: LiquidProduction): Refusal[] {
  const total = parts?.reduce((sum, { percent }) => sum.plus(Decimal.of(percent)), Decimal.of('0'));
  const partial = total && !total.eq(Decimal.of('100')) ? [total.toString()] : [];
  return [
    ...checkSpan({ from, to }),
    ...partial.map((sum) =>
      documentsCatalogue.refuse('DOC_PARTS_TOTAL', { path: '/parts', params: { total: sum } }),
    ),
  ];
}

/** A ticket closes after it opened. What its figures come to is for the program. */
export function checkMeasurementTicket({ from, to }: MeasurementTicket): Refusal[] {
  return checkSpan({ from, to });
}

/** Goods arrive after they left. */
export function checkInBondMovement({ arrivedAt, movedAt }: InBondMovement): Refusal[] {
  return checkDateOrder({ path: '/movedAt', date: movedAt }, { path: '/arrivedAt', date: arrivedAt });
}

/** A statement says of each movement what came in or what went out. */
export function checkDeliveryStatement({ movements }: DeliveryStatement): Refusal[] {
  return movements.flatMap(({ received, delivered }, index) =>
    received || delivered
      ? []
      : [
          documentsCatalogue.refuse('DOC_FIELD_MISSING', {
            path: `/movements/${index}/delivered`,
            params: {
              field: `The volume of movement ${index + 1}`,
              expected: 'received or delivered',
              path: `/movements/${index}`,
            },
          }),
        ],
  );
}

function checkSpan({ from, to }: { readonly from: string; readonly to: string }): Refusal[] {
  return checkDateOrder({ path: '/from', date: from }, { path: '/to', date: to });
}
