import { AskSchema, ProvenanceSchema } from '@portolan/filing';
import { type Static, Type } from 'typebox';
import { DraftParamsSchema, InstantSchema, PointerSchema } from './common.ts';
import { route } from './route.ts';

const AdvanceFieldSchema = Type.Object({
  pointer: PointerSchema,
  label: Type.String(),
  cite: Type.String(),
  required: Type.Boolean(),
  /** Absent while nothing gives it. */
  value: Type.Optional(Type.Unknown()),
  source: Type.Optional(ProvenanceSchema),
});

/** One data set that goes ahead of the goods: security filing, screening or manifest data. */
export const AdvanceSetSchema = Type.Object({
  set: Type.String(),
  label: Type.String(),
  sender: Type.String({ description: 'importer or carrier' }),
  fields: Type.Array(AdvanceFieldSchema),
  asks: Type.Array(AskSchema),
  missing: Type.Array(PointerSchema),
});
export type AdvanceSet = Static<typeof AdvanceSetSchema>;

export const AdvanceClockSchema = Type.Object({
  name: Type.String(),
  set: Type.String(),
  label: Type.String(),
  before: Type.String(),
  due: InstantSchema,
  minutesLeft: Type.Integer(),
  state: Type.String(),
  byDay: Type.Boolean({ description: 'the papers give a day only: its first moment counts' }),
  source: Type.String(),
});

/** What goes ahead of a shipment, and the entries that its papers make. */
export const ShipmentAdvanceSchema = Type.Object({
  mode: Type.Optional(Type.String()),
  sets: Type.Array(AdvanceSetSchema),
  clocks: Type.Array(AdvanceClockSchema),
  plan: Type.Object({
    entries: Type.Array(
      Type.Object({ number: Type.Integer(), invoices: Type.Array(Type.String()), lines: Type.Integer() }),
    ),
    reasons: Type.Array(Type.String()),
  }),
});
export type ShipmentAdvance = Static<typeof ShipmentAdvanceSchema>;

export const getAdvance = route({
  method: 'GET',
  url: '/api/drafts/:id/advance',
  summary: 'Security filing and advance data of a draft, each element with its source, and when they are due',
  access: 'trade',
  params: DraftParamsSchema,
  response: ShipmentAdvanceSchema,
});

export const splitDraft = route({
  method: 'POST',
  url: '/api/drafts/:id/split',
  summary:
    'Make a draft for each entry that the papers need; nothing is lost, every line is in just one of them',
  access: 'trade',
  params: DraftParamsSchema,
  response: Type.Object({ drafts: Type.Array(Type.String()) }),
  status: 201,
});
