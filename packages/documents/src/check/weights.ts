import {
  convertQuantity,
  Decimal,
  type Quantity,
  type Refusal,
  sumDecimals,
  unitInfo,
} from '@portolan/kernel';
import { documentsCatalogue } from '../catalogue.ts';
import { sentencePlace } from '../words.ts';

/** The quantity in kilograms, or nothing when its unit is not one of mass. */
export function kilograms(quantity: Quantity): Decimal | undefined {
  const converted = convertQuantity(quantity, 'KGM');
  return converted.ok ? Decimal.of(converted.value.value) : undefined;
}

/** Half of the last decimal place that a weight was written with, in kilograms: what rounding can have hidden. */
export function roundingOf(quantity: Quantity): Decimal {
  const places = quantity.value.split('.')[1]?.length ?? 0;
  const half = { value: `0.${'0'.repeat(places)}5`, unit: quantity.unit };
  return kilograms(half) ?? Decimal.zero;
}

/** True when the two weights can be the same weight, each rounded at the last place that it was written with. */
export function sameWeight(stated: readonly Quantity[], other: readonly Quantity[]): boolean {
  const all = [...stated, ...other];
  const difference = sumOf(stated).minus(sumOf(other)).abs();
  return difference.lte(sumDecimals(all.map(roundingOf)));
}

export function sumOf(weights: readonly Quantity[]): Decimal {
  return sumDecimals(weights.map((weight) => kilograms(weight) ?? Decimal.zero));
}

export function checkWeightUnit(weight: Quantity | undefined, path: string): Refusal[] {
  if (!weight || kilograms(weight)) return [];
  const found = unitInfo(weight.unit)?.name ?? weight.unit;
  const params = { field: sentencePlace(path), found };
  return [documentsCatalogue.refuse('DOC_WEIGHT_UNIT', { path: `${path}/unit`, params })];
}

interface Weighed {
  readonly netWeight?: Quantity;
  readonly grossWeight?: Quantity;
}

/** Refuses weights in units that are none, and a net weight above the gross weight. */
export function checkWeights({ netWeight, grossWeight }: Weighed, path: string): Refusal[] {
  if (!netWeight && !grossWeight) return [];
  const units = [
    ...checkWeightUnit(netWeight, `${path}/netWeight`),
    ...checkWeightUnit(grossWeight, `${path}/grossWeight`),
  ];
  if (units.length > 0 || !netWeight || !grossWeight) return units;
  if (sumOf([netWeight]).lte(sumOf([grossWeight]))) return [];
  const params = {
    field: sentencePlace(path),
    net: `${netWeight.value} ${netWeight.unit}`,
    gross: `${grossWeight.value} ${grossWeight.unit}`,
  };
  return [documentsCatalogue.refuse('DOC_WEIGHT_ORDER', { path: `${path}/netWeight`, params })];
}
