import type { CalendarDate, Decimal } from '@portolan/kernel';
import type { OriginAgreement } from '../agreement.ts';
import type { MaterialRole, OriginMaterial, PreferenceInput } from '../input.ts';
import type { OriginTables } from '../tables.ts';

/** A material whose figures were read and whose origin was settled. */
export interface Material {
  readonly id: string;
  readonly input: OriginMaterial;
  /** Digits without points; absent where the material is not classified. */
  readonly hs?: string;
  readonly role: MaterialRole;
  readonly originating: boolean;
  /** Why it counts as originating or not. */
  readonly status: string;
  readonly value?: Decimal;
  /** What of its value counts as non-originating; absent where its value is not known. */
  readonly nonOriginating?: Decimal;
  /** Kilograms. */
  readonly weight?: Decimal;
  /** Cubic meters. */
  readonly volume?: Decimal;
  /** Left out of every test: indirect materials, packing for shipment, diluent within its limit. */
  readonly disregarded?: string;
}

/** A checked input with its agreement. */
export interface PreferenceFacts {
  readonly input: PreferenceInput;
  readonly tables: OriginTables;
  readonly agreement: OriginAgreement;
  readonly date: CalendarDate;
  /** Digits without points, six or more. */
  readonly hs: string;
  readonly currency: string;
  readonly value?: Decimal;
  readonly netCost?: Decimal;
  readonly totalCost?: Decimal;
  readonly weight?: Decimal;
  readonly volume?: Decimal;
}

/** Materials that the change in tariff classification is asked of. */
export function askedToChange(material: Material): boolean {
  return (
    !material.originating &&
    !material.disregarded &&
    ['material', 'diluent', 'set-component'].includes(material.role)
  );
}

/** Materials whose value counts in a regional value content: also accessories and packing for retail sale. */
export function countsInValue({ role, disregarded }: Material): boolean {
  return disregarded === undefined && role !== 'shipping-packing' && role !== 'indirect';
}
