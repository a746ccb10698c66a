import { type JsonObject, unitInfo } from '@portolan/kernel';
import { type Found, group, leaf, nothing } from '../../found.ts';
import { plainDecimal } from '../../ubl/number.ts';
import { elementOf, placeOf, type Segment } from '../segment.ts';

/** X12 data element 355 to UNECE Recommendation 20, where the two differ. */
const units: Readonly<Record<string, string>> = {
  UN: 'C62',
  PC: 'H87',
  PCS: 'H87',
  LB: 'LBR',
  KG: 'KGM',
  GR: 'GRM',
  OZ: 'ONZ',
  TN: 'STN',
  MT: 'TNE',
  DZ: 'DZN',
  GA: 'GLL',
  LT: 'LTR',
  YD: 'YRD',
  SF: 'FTK',
  SM: 'MTK',
  SY: 'YDK',
  FT: 'FOT',
  IN: 'INH',
  MR: 'MTR',
  LM: 'MTR',
  CM: 'CMT',
  L: 'LBR',
  K: 'KGM',
};

/** The Recommendation 20 code of an X12 unit; one that is not known stays as it is and is refused by the check. */
export function unitOf(code: string): string {
  const known = units[code.toUpperCase()];
  return known ?? (unitInfo(code.toUpperCase()) ? code.toUpperCase() : code);
}

/** A quantity in one element with its unit in another. */
export function quantityAt(segment: Segment | undefined, value: number, unit: number): Found<JsonObject> {
  const [digits, code] = [elementOf(segment, value), elementOf(segment, unit)];
  if (!segment || digits === undefined) return nothing;
  return group({
    value: leaf(plainDecimal(digits), placeOf(segment, value)),
    unit: leaf(code === undefined ? undefined : unitOf(code), placeOf(segment, unit)),
  });
}
