import type { Refusal } from '@portolan/kernel';
import type { DespatchAdvice } from '../schema/despatch-advice.ts';
import type { FreightManifest } from '../schema/freight-manifest.ts';
import type { MasterBillOfLading } from '../schema/master-bill-of-lading.ts';
import type { ShipmentLine } from '../schema/shipment-line.ts';
import { checkDateOrder } from './dates.ts';
import { checkLineNumbers } from './lines.ts';
import { checkWeights, checkWeightUnit } from './weights.ts';

/** Dates in the order of the carriage, lines named once, weights that are weights and agree. */
export function checkTransport(document: MasterBillOfLading): Refusal[] {
  return [
    ...checkDateOrder(
      { path: '/exportDate', date: document.exportDate },
      { path: '/arrivalDate', date: document.arrivalDate },
    ),
    ...checkWeightUnit(document.grossWeight, '/grossWeight'),
    ...checkGoods(document.lines, '/lines'),
  ];
}

export function checkDespatchAdvice({ lines, grossWeight }: DespatchAdvice): Refusal[] {
  return [...checkWeightUnit(grossWeight, '/grossWeight'), ...checkGoods(lines, '/lines')];
}

/** A manifest names each consignment once. */
export function checkFreightManifest({ consignments }: FreightManifest): Refusal[] {
  return [
    ...checkLineNumbers(consignments, '/consignments'),
    ...consignments.flatMap(({ lines, grossWeight }, index) => [
      ...checkWeightUnit(grossWeight, `/consignments/${index}/grossWeight`),
      ...checkGoods(lines, `/consignments/${index}/lines`),
    ]),
  ];
}

function checkGoods(lines: readonly ShipmentLine[] = [], path: string): Refusal[] {
  return [
    ...checkLineNumbers(lines, path),
    ...lines.flatMap((line, index) => checkWeights(line, `${path}/${index}`)),
  ];
}
