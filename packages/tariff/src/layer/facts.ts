import { Decimal } from '@portolan/kernel';
import type { Goods } from '../duty/goods.ts';
import type { MetalContent } from '../duty/input.ts';
import type { Condition } from './condition.ts';

/** What the base duty of a line says to the layers. */
export interface BaseFacts {
  /** Cents of base duty. */
  readonly cents: bigint;
  readonly column: 'general' | 'special' | 'column-2';
  /** Indicator of the program claimed and accepted. */
  readonly program?: string;
}

/** Whether the goods meet a condition. A fact that is not given meets nothing: an exemption must be shown. */
export function meets(condition: Condition, goods: Goods, base: BaseFacts, heading: string): boolean {
  switch (condition.is) {
    case 'metal-share-below':
      return shareBelow(goods.input.metals ?? [], condition.percent);
    case 'metal-from':
      return allFrom(goods.input.metals ?? [], condition.percent, condition.countries);
    case 'metal-touched':
      return (goods.input.metals ?? []).some(
        (content) => content.metal === condition.metal && isTouched(content, condition.countries),
      );
    case 'metal-value-given':
      return (
        goods.input.metals?.some(({ metal, value }) => metal === condition.metal && value !== undefined) ??
        false
      );
    case 'enters-free':
      return base.cents === 0n && base.program !== undefined && condition.programs.includes(base.program);
    case 'claims-program':
      return base.program !== undefined && condition.programs.includes(base.program);
    case 'column-2':
      return base.column === 'column-2';
    case 'footnote':
      return goods.line.headings.includes(heading);
  }
}

function shareBelow(metals: readonly MetalContent[], percent: string): boolean {
  if (metals.length === 0 || metals.some(({ weightPercent }) => weightPercent === undefined)) return false;
  const sum = metals.reduce(
    (all, { weightPercent = '0' }) => all.plus(Decimal.of(weightPercent)),
    Decimal.zero,
  );
  return sum.lt(Decimal.of(percent));
}

function allFrom(metals: readonly MetalContent[], percent: string, countries: readonly string[]): boolean {
  return metals.length > 0 && metals.every((content) => isFrom(content, percent, countries));
}

/** Steel counts where it was melted and poured; aluminum and copper where smelted and where cast. */
function isFrom(content: MetalContent, percent: string, countries: readonly string[]): boolean {
  const { metal, meltedIn, smeltedIn, castIn, percentFrom = '100' } = content;
  const places = metal === 'steel' ? [meltedIn] : [smeltedIn, castIn];
  const within = places.every((place) => place !== undefined && countries.includes(place));
  return within && Decimal.of(percentFrom).gte(Decimal.of(percent));
}

function isTouched(content: MetalContent, countries: readonly string[]): boolean {
  const { meltedIn, smeltedIn, secondarySmeltedIn, castIn } = content;
  return [meltedIn, smeltedIn, secondarySmeltedIn, castIn].some(
    (place) => place !== undefined && countries.includes(place),
  );
}
