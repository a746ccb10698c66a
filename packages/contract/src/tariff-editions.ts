import { type Static, Type } from 'typebox';
import { DateSchema, DigestSchema } from './common.ts';
import { route } from './route.ts';

/** Who holds it: it came with the program, the operator imported it for all, or the organization for itself. */
export const HolderSchema = Type.Union([
  Type.Literal('program'),
  Type.Literal('node'),
  Type.Literal('organization'),
]);
export type Holder = Static<typeof HolderSchema>;

export const EditionViewSchema = Type.Object({
  id: Type.String(),
  /** First day of its rates. */
  effective: DateSchema,
  /** Day on which it was published. */
  knownAt: DateSchema,
  /** Last day for which the data at hand knows that it is in force. */
  horizon: DateSchema,
  unknownAfter: Type.String(),
  source: Type.String(),
  rows: Type.Integer(),
  digest: DigestSchema,
  holder: HolderSchema,
});
export type EditionView = Static<typeof EditionViewSchema>;

/** What an edition says of a number, as printed. */
export const LineTextsSchema = Type.Object({
  description: Type.String(),
  units: Type.Array(Type.String()),
  general: Type.String(),
  special: Type.String(),
  column2: Type.String(),
});
export type LineTexts = Static<typeof LineTextsSchema>;

const FieldChangeSchema = Type.Object({
  field: Type.Union([
    Type.Literal('description'),
    Type.Literal('units'),
    Type.Literal('general'),
    Type.Literal('special'),
    Type.Literal('column2'),
  ]),
  before: Type.String(),
  after: Type.String(),
});
export type FieldChange = Static<typeof FieldChangeSchema>;

/** One number through the editions at hand, oldest first: what each says, and what it changed. */
export const LineHistorySchema = Type.Object({
  hts: Type.String(),
  steps: Type.Array(
    Type.Object({
      edition: EditionViewSchema,
      /** Absent where the edition has no such number. */
      line: Type.Optional(LineTextsSchema),
      change: Type.Union([
        Type.Literal('first'),
        Type.Literal('added'),
        Type.Literal('ended'),
        Type.Literal('changed'),
        Type.Literal('unchanged'),
        Type.Literal('absent'),
      ]),
      changes: Type.Array(FieldChangeSchema),
      /** Numbers that took its place, where the concordance knows them. */
      became: Type.Array(Type.String()),
    }),
  ),
});
export type LineHistory = Static<typeof LineHistorySchema>;

export const EditionChangeSchema = Type.Object({
  hts: Type.String(),
  change: Type.Union([Type.Literal('added'), Type.Literal('ended'), Type.Literal('changed')]),
  description: Type.String(),
  changes: Type.Array(FieldChangeSchema),
  became: Type.Array(Type.String()),
});
export type EditionChange = Static<typeof EditionChangeSchema>;

/** The difference between two editions, a page of it. */
export const EditionComparisonSchema = Type.Object({
  from: EditionViewSchema,
  to: EditionViewSchema,
  counts: Type.Object({ added: Type.Integer(), ended: Type.Integer(), changed: Type.Integer() }),
  items: Type.Array(EditionChangeSchema),
  total: Type.Integer(),
  next: Type.Optional(Type.String()),
});
export type EditionComparison = Static<typeof EditionComparisonSchema>;

export const listEditions = route({
  method: 'GET',
  url: '/api/tariff/editions',
  summary: 'Editions of the schedule at hand, oldest first',
  access: 'member',
  response: Type.Object({ items: Type.Array(EditionViewSchema) }),
});
export const compareEditions = route({
  method: 'GET',
  url: '/api/tariff/editions/compare',
  summary: 'Lines added, ended and changed between two editions',
  access: 'member',
  query: Type.Object({
    from: Type.String({ maxLength: 60 }),
    to: Type.String({ maxLength: 60 }),
    /** Beginning of the number. */
    q: Type.Optional(Type.String({ maxLength: 14 })),
    change: Type.Optional(EditionChangeSchema.properties.change),
    cursor: Type.Optional(Type.String({ maxLength: 10 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
  }),
  response: EditionComparisonSchema,
});
export const getLineHistory = route({
  method: 'GET',
  url: '/api/tariff/lines/:hts/history',
  summary: 'One number through the editions at hand: what each says and changed',
  access: 'member',
  params: Type.Object({ hts: Type.String({ maxLength: 14 }) }),
  response: LineHistorySchema,
});
