import {
  type Classification,
  ClassificationSchema,
  CodeComparisonSchema,
  PastCodeSchema,
  type ProductFacts,
  ProductFactsSchema,
} from '@portolan/tariff';
import { type Static, Type } from 'typebox';
import { DateSchema, EntryParamsSchema, InstantSchema, PageOf } from './common.ts';
import { route } from './route.ts';

export type { Classification, ProductFacts };

/** A code that was given to a product, and by whom. */
export const ProductCodeSchema = Type.Object({
  ...PastCodeSchema.properties,
  by: Type.String(),
  at: InstantSchema,
  /** Entered while the classification was still open. */
  provisional: Type.Boolean(),
});
export type ProductCode = Static<typeof ProductCodeSchema>;

/** A product of the organization's library: facts, and the codes it was given. */
export const ProductViewSchema = Type.Object({
  /** "gtin:…", "sku:…" or "facts:…": what identifies it. */
  key: Type.String(),
  facts: ProductFactsSchema,
  codes: Type.Array(ProductCodeSchema),
  /** The code that its next entry uses; absent where none was given. */
  hts: Type.Optional(Type.String()),
  /** That code is provisional. */
  provisional: Type.Boolean(),
  updatedAt: InstantSchema,
  updatedBy: Type.String(),
});
export type ProductView = Static<typeof ProductViewSchema>;

const KeyParams = Type.Object({ key: Type.String({ maxLength: 120 }) });

export const classifyRoute = route({
  method: 'POST',
  url: '/api/tariff/classify',
  summary: 'The tariff line of a product from its facts: candidates, reasons, the fact that decides',
  access: 'member',
  body: Type.Object({
    facts: ProductFactsSchema,
    date: Type.Optional(DateSchema),
    edition: Type.Optional(Type.String({ maxLength: 60 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
  }),
  response: Type.Object({
    /** Key of the product in the library. */
    key: Type.String(),
    /** It is in the library of the organization. */
    known: Type.Boolean(),
    classification: ClassificationSchema,
  }),
});

export const listProducts = route({
  method: 'GET',
  url: '/api/products',
  summary: "Products of the organization's library, last changed first",
  access: 'trade',
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    state: Type.Optional(Type.Union([Type.Literal('provisional'), Type.Literal('unclassified')])),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 25 })),
  }),
  response: PageOf(ProductViewSchema),
});
export const getProduct = route({
  method: 'GET',
  url: '/api/products/:key',
  summary: 'One product with its facts and the codes it was given',
  access: 'trade',
  params: KeyParams,
  response: ProductViewSchema,
});
export const saveProduct = route({
  method: 'POST',
  url: '/api/products',
  summary: 'Keep the facts of a product; the same identifier again changes them',
  access: 'trade',
  body: Type.Object({ facts: ProductFactsSchema }),
  response: ProductViewSchema,
});
export const decideProduct = route({
  method: 'POST',
  url: '/api/products/:key/codes',
  summary:
    'Give a product a code by decision or ruling; open drafts are priced again, orders stay as they are',
  access: 'trade',
  params: KeyParams,
  body: Type.Object({
    kind: PastCodeSchema.properties.kind,
    hts: Type.String({ maxLength: 14 }),
    /** Number of the ruling; a decision is named by its day where nothing is said. */
    reference: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
    effective: Type.Optional(DateSchema),
    reason: Type.Optional(Type.String({ minLength: 1, maxLength: 1000 })),
    provisional: Type.Optional(Type.Boolean()),
  }),
  response: Type.Object({
    product: ProductViewSchema,
    /** Open drafts that were derived again, and those whose duty changed. */
    drafts: Type.Object({
      looked: Type.Integer(),
      repriced: Type.Array(
        Type.Object({
          id: Type.String(),
          title: Type.String(),
          before: Type.Optional(Type.String()),
          after: Type.Optional(Type.String()),
        }),
      ),
    }),
  }),
});

export const compareEntryCodes = route({
  method: 'GET',
  url: '/api/entries/:entryNumber/classification',
  summary: 'The facts of each line beside its declared code',
  access: 'member',
  params: EntryParamsSchema,
  response: Type.Object({
    edition: Type.String(),
    lines: Type.Array(
      Type.Object({
        number: Type.Integer(),
        description: Type.String(),
        comparison: CodeComparisonSchema,
      }),
    ),
  }),
});
