import { MoneySchema, ok, QuantitySchema, type Result, refused } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import Value from 'typebox/value';
import { tariffCatalogue } from '../catalogue.ts';
import { AmountField, FigureSourceSchema, short } from '../value/field.ts';
import { ContentMethodSchema } from './agreement.ts';

const HsText = Type.String({ pattern: '^[\\d.]{0,14}$' });

/** What a material is to the good: counted, left aside, or counted in the value only. */
export const materialRoles = [
  'material',
  'retail-packing',
  'shipping-packing',
  'accessory',
  'indirect',
  'diluent',
  'set-component',
] as const;
export type MaterialRole = (typeof materialRoles)[number];

/** Costs that may be taken off the value of a non-originating material. */
export const MaterialDeductionSchema = Type.Object({
  kind: Type.Union([
    Type.Literal('freight'),
    Type.Literal('duties'),
    Type.Literal('waste'),
    Type.Literal('processing-in-territory'),
    Type.Literal('originating-materials'),
  ]),
  amount: MoneySchema,
});

const inventoryMethods = ['specific', 'fifo', 'lifo', 'average'] as const;

/** A stock of interchangeable material, in order of receipt. */
export const InventorySchema = Type.Object({
  method: Type.Enum(inventoryMethods),
  lots: Type.Array(
    Type.Object({ originating: Type.Boolean(), quantity: QuantitySchema, country: Type.Optional(short(2)) }),
    { minItems: 1, maxItems: 1000 },
  ),
  used: QuantitySchema,
});
export type Inventory = Static<typeof InventorySchema>;

const materialFields = {
  id: short(40),
  description: short(400),
  /** 6 to 10 digits, points allowed; may be left out where the material originates. */
  hs: Type.Optional(HsText),
  value: Type.Optional(MoneySchema),
  /** ISO 3166-1 alpha-2; absent where it is not known. */
  country: Type.Optional(short(2)),
  /** Whether it originates under the agreement; what is not known does not originate. */
  originating: Type.Optional(Type.Boolean()),
  role: Type.Optional(Type.Enum(materialRoles)),
  weight: Type.Optional(QuantitySchema),
  volume: Type.Optional(QuantitySchema),
  deductions: Type.Optional(Type.Array(MaterialDeductionSchema, { maxItems: 12 })),
  inventory: Type.Optional(InventorySchema),
  source: Type.Optional(FigureSourceSchema),
};

/** What a material was itself made of: its own origin is then decided by its own rule. */
const LeafMaterialSchema = Type.Object(materialFields);
const SubMaterialSchema = Type.Object({
  ...materialFields,
  madeOf: Type.Optional(Type.Array(LeafMaterialSchema, { maxItems: 500 })),
  selfProduced: Type.Optional(Type.Boolean()),
  madeIn: Type.Optional(short(2)),
});
export const OriginMaterialSchema = Type.Object({
  ...materialFields,
  /** Materials of a material made in the region: an intermediate material, or a supplier's production that accumulates. */
  madeOf: Type.Optional(Type.Array(SubMaterialSchema, { maxItems: 500 })),
  /** Made by the producer of the good itself. */
  selfProduced: Type.Optional(Type.Boolean()),
  madeIn: Type.Optional(short(2)),
});
export type OriginMaterial = Static<typeof OriginMaterialSchema>;

/** The good whose origin is asked. */
export const OriginGoodSchema = Type.Object({
  hs: HsText,
  description: short(400),
  /** What a rule distinguishes within a number: "passenger vehicle", "light truck". */
  kind: Type.Optional(short()),
  /** Country where it was produced, ISO 3166-1 alpha-2. */
  madeIn: short(2),
  /** Transaction or adjusted value without international shipment. */
  value: Type.Optional(MoneySchema),
  /** Net cost: total cost without sales promotion, royalties, shipping and packing, and non-allowable interest. */
  netCost: Type.Optional(MoneySchema),
  totalCost: Type.Optional(MoneySchema),
  weight: Type.Optional(QuantitySchema),
  volume: Type.Optional(QuantitySchema),
  /** The producer's statement that it was wholly obtained: grown, mined, born and raised, fished ... */
  whollyObtained: Type.Optional(short()),
  /** Criterion D: unassembled, or classified together with its parts. */
  partsException: Type.Optional(Type.Boolean()),
  /** Put up in a set for retail sale (general rule of interpretation 3). */
  set: Type.Optional(Type.Boolean()),
});
export type OriginGood = Static<typeof OriginGoodSchema>;

/** How the good travelled from the region, and what proves it. */
export const TransitSchema = Type.Object({
  /** Countries outside the agreement that it went through; none for a direct shipment. */
  through: Type.Array(short(2), { maxItems: 20 }),
  underCustomsControl: Type.Optional(Type.Boolean()),
  operations: Type.Optional(
    Type.Union([
      Type.Literal('none'),
      Type.Literal('unloading-or-preserving'),
      Type.Literal('further-production'),
    ]),
  ),
  evidence: Type.Optional(Type.Array(short(), { maxItems: 50 })),
});
export type Transit = Static<typeof TransitSchema>;

/** A content shown without its costs: what a signed statement of an accredited verifier says. */
export const ShownContentSchema = Type.Object({
  agreement: short(20),
  hs6: Type.String({ pattern: '^\\d{6}$' }),
  method: ContentMethodSchema,
  /** The content is at least this percentage. */
  atLeast: AmountField,
  from: short(10),
  until: short(10),
  /** Whether signature and accreditation were found in order; decided where credentials are verified. */
  accredited: Type.Boolean(),
  reference: short(100),
});
export type ShownContent = Static<typeof ShownContentSchema>;

export const PreferenceInputSchema = Type.Object({
  agreement: short(20),
  /** Date of importation: decides the rules. */
  date: short(10),
  good: OriginGoodSchema,
  materials: Type.Array(OriginMaterialSchema, { maxItems: 2000 }),
  /** Processes carried out in the region, in the words of the rules ("chemical reaction"). */
  processes: Type.Optional(Type.Array(short(), { maxItems: 50 })),
  /** The producer's answers to conditions of rules, by their id. */
  answers: Type.Optional(Type.Record(Type.String(), Type.Boolean())),
  method: Type.Optional(ContentMethodSchema),
  transit: Type.Optional(TransitSchema),
  shownContent: Type.Optional(ShownContentSchema),
});
export type PreferenceInput = Static<typeof PreferenceInputSchema>;

export const MarkingInputSchema = Type.Object({
  date: short(10),
  good: OriginGoodSchema,
  materials: Type.Array(OriginMaterialSchema, { maxItems: 2000 }),
  answers: Type.Optional(Type.Record(Type.String(), Type.Boolean())),
  /** Ids of the materials that may impart the essential character (19 CFR 102.18(b)); decided by the person who knows. */
  essentialCharacter: Type.Optional(Type.Array(short(40), { maxItems: 50 })),
  /** Only a simple assembly or minor processing was carried out (19 CFR 102.17, 102.1(m), (o)). */
  minorProcessingOnly: Type.Optional(Type.Boolean()),
  /** Countries of production in order, with the kind of production in each. */
  production: Type.Optional(
    Type.Array(Type.Object({ country: short(2), minor: Type.Boolean() }), { maxItems: 50 }),
  ),
  /** The good originates under USMCA (19 CFR 102.19). */
  originating: Type.Optional(Type.Boolean()),
});
export type MarkingInput = Static<typeof MarkingInputSchema>;

export const TransformationInputSchema = Type.Object({
  date: short(10),
  good: OriginGoodSchema,
  materials: Type.Array(OriginMaterialSchema, { maxItems: 2000 }),
  /** Operations in order: where, what, and what name, character and use were before and after. */
  operations: Type.Array(
    Type.Object({
      country: short(2),
      what: short(1000),
      nameBefore: Type.Optional(short()),
      nameAfter: Type.Optional(short()),
      characterChanged: Type.Optional(short(1000)),
      useChanged: Type.Optional(short(1000)),
      hsBefore: Type.Optional(HsText),
      hsAfter: Type.Optional(HsText),
      valueAdded: Type.Optional(MoneySchema),
      skilled: Type.Optional(short(1000)),
    }),
    { maxItems: 50 },
  ),
  /** A reasoned determination by a ruling or an officer; the engine makes none of its own. */
  determination: Type.Optional(
    Type.Object({
      country: short(2),
      by: Type.Union([Type.Literal('ruling'), Type.Literal('officer')]),
      number: short(60),
      reason: short(4000),
      purpose: Type.Optional(short(100)),
    }),
  ),
});
export type TransformationInput = Static<typeof TransformationInputSchema>;

/** Where metal was first melted, poured, smelted and cast. */
export const MeltInputSchema = Type.Object({
  date: short(10),
  hs: HsText,
  /** ISO country, "OTH" where the law allows it, or absent. */
  meltCountry: Type.Optional(short(3)),
  pourCountry: Type.Optional(short(3)),
  primarySmeltCountry: Type.Optional(short(3)),
  secondarySmeltCountry: Type.Optional(short(3)),
  castCountry: Type.Optional(short(3)),
  /** Country of origin as declared, to show beside, never to fill in. */
  originCountry: Type.Optional(short(2)),
  /** Mill test certificate or other evidence for each. */
  evidence: Type.Optional(Type.Array(short(), { maxItems: 50 })),
});
export type MeltInput = Static<typeof MeltInputSchema>;

/** The four kinds asked at once; each is answered apart. */
export const OriginInputSchema = Type.Object({
  preference: Type.Optional(PreferenceInputSchema),
  marking: Type.Optional(MarkingInputSchema),
  transformation: Type.Optional(TransformationInputSchema),
  melt: Type.Optional(MeltInputSchema),
});
export type OriginInput = Static<typeof OriginInputSchema>;

/** Reads an input of unknown origin; what its fields mean is checked by `originWorksheet`. */
export function parseOriginInput(value: unknown): Result<OriginInput> {
  if (Value.Check(OriginInputSchema, value)) return ok(value);
  const [error] = Value.Errors(OriginInputSchema, value);
  const problem = error?.message ?? 'unknown shape';
  return refused(
    tariffCatalogue.refuse('TARIFF_ORIGIN_INPUT_INVALID', {
      path: error?.instancePath ?? '',
      params: { problem },
    }),
  );
}
