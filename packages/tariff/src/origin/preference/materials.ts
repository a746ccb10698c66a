import { Decimal, isCountry, sumDecimals } from '@portolan/kernel';
import { tariffCatalogue } from '../../catalogue.ts';
import type { OriginMaterial, PreferenceInput } from '../input.ts';
import type { PreferenceResult } from '../result.ts';
import { isPartyOn } from './check.ts';
import type { Material, PreferenceFacts } from './facts.ts';
import { drawFrom } from './inventory.ts';
import { classified, type Figures } from './read-figures.ts';

/** Decides the origin of a material that was itself made in the region. */
export type Decide = (input: PreferenceInput, path: string) => PreferenceResult | undefined;

/** Places kept where a stock's share has no finite decimal; far below a cent. */
const SHARE_PLACES = 12;

/** Reads every material and settles its origin: stated, worked out of its own materials, or drawn from a stock. */
export function readMaterials(
  materials: readonly OriginMaterial[],
  facts: PreferenceFacts,
  figures: Figures,
  decide: Decide,
  path = '/materials',
): Material[] {
  const ids = new Set<string>();
  return materials.flatMap((material, index) => {
    if (ids.has(material.id))
      figures.refuse('TARIFF_MATERIAL_DUPLICATE', `${path}/${index}/id`, { id: material.id });
    ids.add(material.id);
    return readMaterial(material, `${path}/${index}`, facts, figures, decide);
  });
}

function readMaterial(
  input: OriginMaterial,
  path: string,
  facts: PreferenceFacts,
  figures: Figures,
  decide: Decide,
): Material[] {
  const base = readBase(input, path, figures);
  if (input.inventory) return split(base, input.inventory, path, figures);
  const madeIn = input.madeIn ?? input.country ?? facts.input.good.madeIn;
  if (input.madeOf && input.originating === undefined && isPartyOn(facts.agreement, madeIn, facts.date))
    return madeInRegion(base, path, facts, figures, decide);
  return [settled(base, path, facts, figures)];
}

type Base = Omit<Material, 'originating' | 'status' | 'nonOriginating'>;

function readBase(input: OriginMaterial, path: string, figures: Figures): Base {
  const what = `material ${input.id}`;
  if (input.country !== undefined && !isCountry(input.country))
    figures.refuse('TARIFF_ORIGIN_UNKNOWN', `${path}/country`, { country: input.country });
  const hs = classified(input.hs);
  const value = figures.amount(input.value, `the value of ${what}`, `${path}/value`);
  const weight = figures.measure(input.weight, 'KGM', `the weight of ${what}`, `${path}/weight`);
  const volume = figures.measure(input.volume, 'MTQ', `the volume of ${what}`, `${path}/volume`);
  return {
    id: input.id,
    input,
    role: input.role ?? 'material',
    ...(hs ? { hs } : {}),
    ...(value ? { value } : {}),
    ...(weight ? { weight } : {}),
    ...(volume ? { volume } : {}),
  };
}

/** Stated to originate, or not; what is not known does not originate (HTSUS GN 11(c), GN 29(f)). */
function settled(base: Base, path: string, facts: PreferenceFacts, figures: Figures): Material {
  const { input } = base;
  const { agreement, date } = facts;
  if (base.role === 'indirect')
    return {
      ...base,
      originating: true,
      status: 'indirect material: treated as originating',
      disregarded: agreement.indirect.cite,
    };
  const outside = input.country !== undefined && !isPartyOn(agreement, input.country, date);
  if (input.originating === true && outside) {
    const params = { id: input.id, agreement: agreement.id, country: input.country ?? '' };
    figures.refuse('TARIFF_MATERIAL_CONTRADICTED', `${path}/originating`, params);
  }
  const packing = base.role === 'shipping-packing' ? { disregarded: agreement.shippingPacking.cite } : {};
  if (input.originating === true)
    return {
      ...base,
      ...packing,
      originating: true,
      status: `originates${input.country ? ` in ${input.country}` : ''}`,
      ...none(base),
    };
  const why = outside ? `from ${input.country}, outside the agreement` : 'not shown to originate';
  needsNumber(base, path, figures);
  const less = input.deductions ? `; less what may be taken off (${agreement.contentAdjustments.cite})` : '';
  return {
    ...base,
    ...packing,
    originating: false,
    status: `${why}${less}`,
    ...foreign(base, path, figures),
  };
}

/** A change in classification is asked of it: without its number there is nothing to test. */
function needsNumber({ hs, role, id }: Base, path: string, figures: Figures): void {
  if (hs !== undefined || (role !== 'material' && role !== 'diluent')) return;
  figures.refuse('TARIFF_CLASSIFICATION_MISSING', `${path}/hs`, { what: `material ${id}` });
}

function none({ value }: Base): Pick<Material, 'nonOriginating'> {
  return value ? { nonOriginating: Decimal.zero } : {};
}

/** Value less what may be taken off: carriage, duties, waste, processing and originating materials in the region. */
function foreign(base: Base, path: string, figures: Figures): Pick<Material, 'nonOriginating'> {
  const { input, value } = base;
  const off = sumDecimals(
    (input.deductions ?? []).map(
      ({ amount }, index) =>
        figures.amount(
          amount,
          `a deduction from material ${input.id}`,
          `${path}/deductions/${index}/amount`,
        ) ?? Decimal.zero,
    ),
  );
  if (value === undefined) return {};
  if (off.lte(value)) return { nonOriginating: value.minus(off) };
  figures.refusals.push(
    tariffCatalogue.refuse('TARIFF_ORIGIN_AMOUNT_INVALID', {
      path: `${path}/deductions`,
      params: {
        what: `what is taken off material ${input.id}`,
        amount: off.toString(),
        rule: `at most its value, ${value}`,
      },
    }),
  );
  return {};
}

/** Fungible material of a commingled stock stands as two: the originating and the non-originating part. */
function split(
  base: Base,
  inventory: NonNullable<OriginMaterial['inventory']>,
  path: string,
  figures: Figures,
): Material[] {
  const share = drawFrom(inventory, base.id, `${path}/inventory`, figures);
  needsNumber(base, path, figures);
  if (!share) return [];
  const part = (amount: Decimal | undefined, of: Decimal) =>
    amount?.times(of).dividedBy(share.used, SHARE_PLACES, 'half-up');
  const of = (quantity: Decimal, originating: boolean): Material[] => {
    if (quantity.isZero()) return [];
    const value = part(base.value, quantity);
    const weight = part(base.weight, quantity);
    const volume = part(base.volume, quantity);
    const { value: _v, weight: _w, volume: _m, ...rest } = base;
    const kind = originating ? 'originating' : 'non-originating';
    return [
      {
        ...rest,
        id: `${base.id} (${kind})`,
        originating,
        status: `${kind} part of a commingled stock, ${inventory.method}`,
        ...(value ? { value, nonOriginating: originating ? Decimal.zero : value } : {}),
        ...(weight ? { weight } : {}),
        ...(volume ? { volume } : {}),
      },
    ];
  };
  return [...of(share.originating, true), ...of(share.used.minus(share.originating), false)];
}

/**
 * A material made in the region is judged by its own rule. Originating, it counts whole (accumulation, intermediate
 * material); else, made by the producer itself, its own materials stand in its place; else it does not originate, but
 * the originating materials in it are taken off its value.
 */
function madeInRegion(
  base: Base,
  path: string,
  facts: PreferenceFacts,
  figures: Figures,
  decide: Decide,
): Material[] {
  const { input } = base;
  const madeIn = input.madeIn ?? input.country ?? facts.input.good.madeIn;
  const result = decide(
    {
      agreement: facts.input.agreement,
      date: facts.input.date,
      good: {
        hs: input.hs ?? '',
        description: input.description,
        madeIn,
        ...(input.value ? { value: input.value } : {}),
        ...(input.weight ? { weight: input.weight } : {}),
        ...(input.volume ? { volume: input.volume } : {}),
      },
      materials: input.madeOf ?? [],
      ...(facts.input.processes ? { processes: facts.input.processes } : {}),
      ...(facts.input.answers ? { answers: facts.input.answers } : {}),
    },
    path,
  );
  if (!result) return [];
  if (result.outcome === 'originating')
    return [{ ...base, originating: true, status: `made in ${madeIn}: ${result.why}`, ...none(base) }];
  if (input.selfProduced) return readMaterials(input.madeOf ?? [], facts, figures, decide, `${path}/madeOf`);
  return [
    {
      ...base,
      originating: false,
      status: `made in ${madeIn}: ${result.why}`,
      ...partly(base, result),
    },
  ];
}

function partly({ value }: Base, { materials }: PreferenceResult): Pick<Material, 'nonOriginating'> {
  if (value === undefined) return {};
  const inside = sumDecimals(
    materials.filter(({ originating }) => originating).map((row) => Decimal.of(row.value?.amount ?? '0')),
  );
  return { nonOriginating: Decimal.max(Decimal.zero, value.minus(inside)) };
}
