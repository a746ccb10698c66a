import type { ProductFacts } from '@portolan/contract';

export interface ClassifyQuestion {
  readonly facts: ProductFacts;
  readonly edition?: string;
  readonly date?: string;
}

type Text = 'title' | 'description' | 'form' | 'use' | 'wearer' | 'gtin' | 'sku' | 'unitValue';

/** The question with one text fact changed; an empty one is no fact. */
export function withText(question: ClassifyQuestion, name: Text, value: string): ClassifyQuestion {
  const { [name]: _before, ...facts } = question.facts;
  return { ...question, facts: value === '' ? facts : { ...facts, [name]: value } };
}

/** The question with other materials; an empty list is none. */
export function withMaterials(
  question: ClassifyQuestion,
  materials: NonNullable<ProductFacts['materials']>,
): ClassifyQuestion {
  const { materials: _before, ...facts } = question.facts;
  return { ...question, facts: materials.length === 0 ? facts : { ...facts, materials } };
}

/** "0.731" as people read it. */
export function percent(share: string): string {
  return `${Math.round(Number(share) * 100)}%`;
}
