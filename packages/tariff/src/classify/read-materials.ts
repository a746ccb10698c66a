import { Decimal } from '@portolan/kernel';
import type { ProductFacts } from './product.ts';
import type { KnownTrait } from './reading.ts';
import type { Traits } from './traits.ts';
import { wordsOf } from './words.ts';

const MATERIAL_KEY =
  /\b(?:material|materials|fabric|composition|metal|metals type|shell|upper|outer|surface|made of|body material|texture)\b/i;
/** Parts of a product whose material does not decide where the whole belongs. */
const MINOR_PART =
  /\b(?:lining|filling|sole|outsole|insole|midsole|inner|packing|package|plating|handle|lens|gem|stone)\b/i;
const PERCENT = /(\d{1,3}(?:\.\d+)?) ?%/;

const STATED = 1;
const MINOR = 0.15;

/** Materials of the product: those stated as such, and attributes that name a material. */
export function readMaterials(facts: ProductFacts, traits: Traits): KnownTrait[] {
  const stated = (facts.materials ?? []).flatMap(({ name, percent, part }) =>
    traitsIn(name, part ?? '', percent, 'materials', traits),
  );
  const attributes = Object.entries(facts.attributes ?? {})
    .filter(([key]) => MATERIAL_KEY.test(key))
    .flatMap(([key, value]) =>
      value
        .split(/[,;/+&]| and /)
        .flatMap((part) => traitsIn(part, key, PERCENT.exec(part)?.[1], key, traits)),
    );
  return predominant([...stated, ...attributes]);
}

function traitsIn(
  text: string,
  part: string,
  percent: string | undefined,
  from: string,
  traits: Traits,
): KnownTrait[] {
  const weight = MINOR_PART.test(part) ? MINOR : STATED;
  return traits.stated(wordsOf(text.replace(/_/g, ' ')), 'material').map(({ trait }) => ({
    trait,
    weight: trait.group === 'material' ? weight : weight / 2,
    text: text.trim(),
    from,
    ...(percent === undefined ? {} : { percent: Decimal.of(percent) }),
  }));
}

const HALF = Decimal.of('50');

/** Where a material has half of the weight or more, it gives the whole its character (section XI note 2(A), GRI 3(b)). */
function predominant(materials: readonly KnownTrait[]): KnownTrait[] {
  const main = materials.find(({ percent }) => percent?.gte(HALF));
  if (!main) return [...materials];
  return materials.map((material) =>
    material === main || !material.percent
      ? material
      : { ...material, weight: Math.min(material.weight, MINOR) },
  );
}
