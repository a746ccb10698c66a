import {
  type CalendarDate,
  type Decimal,
  isCountry,
  ok,
  parseDate,
  type Result,
  refused,
} from '@portolan/kernel';
import type { MarkingInput, OriginMaterial } from '../input.ts';
import { classified, Figures } from '../preference/read-figures.ts';

/** A material of a marking question; foreign where its country is not that of the production, or not known. */
export interface MarkedMaterial {
  readonly input: OriginMaterial;
  readonly hs?: string;
  readonly country?: string;
  readonly foreign: boolean;
  readonly value?: Decimal;
}

export interface MarkingQuestion {
  readonly input: MarkingInput;
  readonly date: CalendarDate;
  readonly hs: string;
  readonly value?: Decimal;
  readonly currency: string;
  /** Without packing, accessories and indirect materials (19 CFR 102.15). */
  readonly materials: readonly MarkedMaterial[];
  readonly disregarded: readonly OriginMaterial[];
}

/** Reads a marking question; refuses what is not classified, unknown countries, mixed currencies, double materials. */
export function readMarking(input: MarkingInput): Result<MarkingQuestion> {
  const figures = new Figures();
  const date = parseDate(input.date);
  if (!date.ok) figures.refuse('TARIFF_DATE_INVALID', '/date', { date: input.date });
  const hs = classified(input.good.hs);
  if (!hs) figures.refuse('TARIFF_CLASSIFICATION_MISSING', '/good/hs', { what: 'the good' });
  country(input.good.madeIn, '/good/madeIn', figures);
  const value = figures.amount(input.good.value, 'the value of the good', '/good/value', true);
  const counted = input.materials.filter(
    ({ role = 'material' }) => role === 'material' || role === 'set-component',
  );
  const materials = counted.map((row) => readMaterial(row, input, figures));
  input.production?.forEach((step, index) => {
    country(step.country, `/production/${index}/country`, figures);
  });
  if (figures.refusals.length > 0 || !date.ok || !hs) return refused(figures.refusals);
  return ok({
    input,
    date: date.value,
    hs,
    ...(value ? { value } : {}),
    currency: figures.currency ?? 'USD',
    materials,
    disregarded: input.materials.filter((row) => !counted.includes(row)),
  });
}

function readMaterial(row: OriginMaterial, input: MarkingInput, figures: Figures): MarkedMaterial {
  const path = `/materials/${input.materials.indexOf(row)}`;
  const hs = classified(row.hs);
  const foreign = row.country !== input.good.madeIn;
  if (foreign && !hs)
    figures.refuse('TARIFF_CLASSIFICATION_MISSING', `${path}/hs`, { what: `material ${row.id}` });
  if (row.country !== undefined) country(row.country, `${path}/country`, figures);
  if (input.materials.findIndex(({ id }) => id === row.id) !== input.materials.indexOf(row))
    figures.refuse('TARIFF_MATERIAL_DUPLICATE', `${path}/id`, { id: row.id });
  const value = figures.amount(row.value, `the value of material ${row.id}`, `${path}/value`);
  return {
    input: row,
    ...(hs ? { hs } : {}),
    ...(row.country ? { country: row.country } : {}),
    foreign,
    ...(value ? { value } : {}),
  };
}

function country(code: string, path: string, figures: Figures): void {
  if (!isCountry(code)) figures.refuse('TARIFF_ORIGIN_UNKNOWN', path, { country: code });
}
