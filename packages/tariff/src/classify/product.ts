import { ok, type Result, refused } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import Value from 'typebox/value';
import { tariffCatalogue } from '../catalogue.ts';

const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** A material of the product, with its share of the weight where it is known. */
export const ProductMaterialSchema = Type.Object(
  {
    name: text(80),
    /** Percent of the weight, a decimal. */
    percent: Type.Optional(Type.String({ pattern: '^\\d{1,3}(\\.\\d{1,4})?$' })),
    /** Which part: "upper", "outer surface", "outsole", "lining". */
    part: Type.Optional(text(60)),
  },
  { additionalProperties: false },
);
export type ProductMaterial = Static<typeof ProductMaterialSchema>;

/** A code that somebody answerable gave the same product: a ruling of the agency, or a decision of this organization. */
export const PastCodeSchema = Type.Object(
  {
    kind: Type.Union([Type.Literal('ruling'), Type.Literal('decision')]),
    hts: Type.String({ pattern: '^\\d{4}(\\.?\\d{2}){0,3}$' }),
    /** Number of the ruling, or where the decision stands. */
    reference: text(120),
    /** First day on which it counts. */
    effective: Day,
    /** Day (or instant) on which it became known here. */
    knownAt: text(30),
    reason: Type.Optional(text(1000)),
  },
  { additionalProperties: false },
);
export type PastCode = Static<typeof PastCodeSchema>;

/**
 * What a product is: facts, no tariff code. Identity is the GTIN or SKU where there is one; every other fact says what
 * the product is made of, looks like, is for and does.
 */
export const ProductFactsSchema = Type.Object(
  {
    title: Type.Optional(text(1000)),
    description: Type.Optional(text(5000)),
    /** The seller's categories from the widest to the narrowest. */
    category: Type.Optional(Type.Array(text(120), { maxItems: 10 })),
    gtin: Type.Optional(text(14)),
    sku: Type.Optional(text(80)),
    materials: Type.Optional(Type.Array(ProductMaterialSchema, { maxItems: 30 })),
    /** Shape or state: "frozen", "sheet", "knitted". */
    form: Type.Optional(text(200)),
    use: Type.Optional(text(200)),
    /** Whom it is made for: "women", "boys". */
    wearer: Type.Optional(text(40)),
    /** Names and values as a catalogue prints them. */
    attributes: Type.Optional(Type.Record(text(80), Type.String({ maxLength: 500 }), { maxProperties: 80 })),
    /** Price of one piece in US dollars, a decimal. */
    unitValue: Type.Optional(Type.String({ pattern: '^\\d{1,12}(\\.\\d{1,6})?$' })),
    rulings: Type.Optional(Type.Array(PastCodeSchema, { maxItems: 50 })),
  },
  { additionalProperties: false },
);
export type ProductFacts = Static<typeof ProductFactsSchema>;

/** Reads facts of unknown origin. Refuses another shape, and facts that name nothing of the product. */
export function parseProductFacts(value: unknown): Result<ProductFacts> {
  if (!Value.Check(ProductFactsSchema, value)) {
    const [error] = Value.Errors(ProductFactsSchema, value);
    const params = { problem: error?.message ?? 'unknown shape' };
    return refused(
      tariffCatalogue.refuse('TARIFF_PRODUCT_INVALID', { path: error?.instancePath ?? '', params }),
    );
  }
  if (isNamed(value)) return ok(value);
  return refused(tariffCatalogue.refuse('TARIFF_PRODUCT_UNNAMED', { path: '/title' }));
}

function isNamed({ title, description, use, form, category = [] }: ProductFacts): boolean {
  return [title, description, use, form, ...category].some((words) => /\p{L}/u.test(words ?? ''));
}
