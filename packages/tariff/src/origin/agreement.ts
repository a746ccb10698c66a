import { type Static, Type } from 'typebox';
import { CalendarDateSchema, CertaintySchema } from '../reference/dated.ts';
import { RangeListSchema } from './rule/range.ts';

const sourced = { source: Type.String(), certainty: CertaintySchema };
const cited = { cite: Type.String(), ...sourced };

/** Ways to compute regional value content: transaction value, net cost, build-up, build-down. */
export const contentMethods = ['TV', 'NC', 'build-up', 'build-down'] as const;
export const ContentMethodSchema = Type.Enum(contentMethods);
export type ContentMethod = (typeof contentMethods)[number];

/** A use of a material to which the de minimis tolerance does not reach. */
export const ToleranceExceptionSchema = Type.Object({
  materials: RangeListSchema,
  /** Goods in which the material is used; all goods where it is not given. */
  goods: Type.Optional(RangeListSchema),
  /** What else narrows the exception, in words ("over 10 percent milk solids"): then it is undetermined, not decided. */
  only: Type.Optional(Type.String()),
  ...cited,
});
export type ToleranceException = Static<typeof ToleranceExceptionSchema>;

/** Share of materials that may miss the change in tariff classification. */
export const ToleranceSchema = Type.Object({
  percent: Type.String(),
  /** Goods of these chapters are weighed, not valued. */
  byWeight: Type.Object({
    chapters: RangeListSchema,
    percent: Type.String(),
    of: Type.String(),
    condition: Type.Object({ id: Type.String(), words: Type.String() }),
    ...cited,
  }),
  /** In goods of these chapters the tolerance reaches only materials of another subheading. */
  otherSubheading: Type.Object({ chapters: RangeListSchema, ...cited }),
  exceptions: Type.Array(ToleranceExceptionSchema),
  /** Goods for which `otherSubheading` does not count. */
  otherSubheadingNotFor: Type.Array(
    Type.Object({ materials: RangeListSchema, goods: RangeListSchema, ...cited }),
  ),
  ...cited,
});
export type Tolerance = Static<typeof ToleranceSchema>;

/** Criterion of the certification, or how an agreement without letters names it. */
export const CriterionSchema = Type.Object({
  basis: Type.Union([
    Type.Literal('wholly-obtained'),
    Type.Literal('product-rule'),
    Type.Literal('originating-materials'),
    Type.Literal('parts-exception'),
  ]),
  letter: Type.Optional(Type.String()),
  meaning: Type.String(),
  notForChapters: Type.Array(Type.String()),
  /** Regional value content that the basis itself asks for. */
  content: Type.Array(Type.Object({ method: ContentMethodSchema, minimum: Type.String() })),
  ...cited,
});
export type OriginCriterion = Static<typeof CriterionSchema>;

/** What an agreement says about originating goods beside its product rules, as dated data. */
export const OriginAgreementSchema = Type.Object({
  id: Type.Union([Type.Literal('USMCA'), Type.Literal('CAFTA-DR')]),
  name: Type.String(),
  countries: Type.Array(
    Type.Object({
      country: Type.String(),
      from: CalendarDateSchema,
      to: Type.Optional(CalendarDateSchema),
      ...sourced,
    }),
  ),
  criteria: Type.Array(CriterionSchema),
  /** Methods, each with its formula in words and the value it starts from. */
  methods: Type.Array(
    Type.Object({
      method: ContentMethodSchema,
      formula: Type.String(),
      base: Type.Union([Type.Literal('value'), Type.Literal('net-cost')]),
      ...cited,
    }),
  ),
  tolerance: ToleranceSchema,
  /** Share of a set that may consist of goods that do not originate. */
  sets: Type.Object({ percent: Type.String(), textilePercent: Type.String(), ...cited }),
  diluent: Type.Optional(
    Type.Object({ goods: RangeListSchema, materials: RangeListSchema, percent: Type.String(), ...cited }),
  ),
  accumulation: Type.Object(cited),
  fungible: Type.Object(cited),
  accessories: Type.Object(cited),
  retailPacking: Type.Object(cited),
  shippingPacking: Type.Object(cited),
  indirect: Type.Object(cited),
  transit: Type.Object(cited),
  contentAdjustments: Type.Object(cited),
});
export type OriginAgreement = Static<typeof OriginAgreementSchema>;
export type AgreementName = OriginAgreement['id'];
