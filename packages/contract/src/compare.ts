import { ComparisonSchema, ComparisonTotalsSchema, MOST_COMPARED_CHARACTERS } from '@portolan/filing';
import { RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { EntryParamsSchema } from './common.ts';
import { route } from './route.ts';

/** Keystrokes an hour as measured at one's own desk; without it a figure is assumed and said. */
const MeasuredSpeed = Type.Optional(Type.Integer({ minimum: 500, maximum: 60_000 }));
const FiledText = Type.String({ minLength: 1, maxLength: MOST_COMPARED_CHARACTERS });

export const compareEntry = route({
  method: 'POST',
  url: '/api/entries/:entryNumber/compare',
  summary:
    'A summary really filed beside ours, field by field: ABI AE text of 80 columns, or form 7501 as JSON or CSV of blocks. Nothing is kept',
  access: 'member',
  params: EntryParamsSchema,
  body: Type.Object({ text: FiledText, keystrokesPerHour: MeasuredSpeed }),
  response: ComparisonSchema,
});

/** One summary of many: beside which entry of ours it was laid, or why it was not. */
export const ComparedSummarySchema = Type.Object({
  /** File it came from. */
  name: Type.String(),
  /** Its place in that file, from 1, where the file holds several. */
  part: Type.Optional(Type.Integer()),
  /** Our entry. */
  entryNumber: Type.Optional(Type.String()),
  /** How our entry was found. */
  by: Type.Optional(
    Type.Union([Type.Literal('entry number'), Type.Literal('file name'), Type.Literal('bill of lading')]),
  ),
  comparison: Type.Optional(ComparisonSchema),
  refusals: Type.Optional(Type.Array(RefusalSchema)),
});
export type ComparedSummary = Static<typeof ComparedSummarySchema>;

export const ManyComparedSchema = Type.Object({
  items: Type.Array(ComparedSummarySchema),
  totals: ComparisonTotalsSchema,
});
export type ManyCompared = Static<typeof ManyComparedSchema>;

/** Most files, and most summaries in them, that one request compares. */
export const MOST_COMPARED_AT_ONCE = 50;

export const compareMany = route({
  method: 'POST',
  url: '/api/compare',
  summary:
    'Many summaries really filed, each beside the entry of ours with its number, the number in its file name, or its bill of lading; with totals. Nothing is kept',
  access: 'member',
  body: Type.Object({
    files: Type.Array(Type.Object({ name: Type.String({ maxLength: 255 }), text: FiledText }), {
      minItems: 1,
      maxItems: MOST_COMPARED_AT_ONCE,
    }),
    keystrokesPerHour: MeasuredSpeed,
  }),
  response: ManyComparedSchema,
});
