import { type Static, Type } from 'typebox';
import { DateSchema, InstantSchema, NoteSchema } from './common.ts';
import { route } from './route.ts';

/** One measure of the technical or operational side, from what was recorded. */
export const MeasureViewSchema = Type.Object({
  id: Type.String(),
  side: Type.Union([Type.Literal('technical'), Type.Literal('operational')]),
  label: Type.String(),
  value: Type.String(),
  unit: Type.String(),
  cases: Type.Integer(),
  /** Shown instead of a median under 30 cases. */
  counts: Type.Optional(Type.String()),
  baseline: Type.Optional(Type.String()),
  threshold: Type.Optional(Type.String()),
  met: Type.Optional(Type.Boolean()),
  sample: Type.Boolean(),
});
export const RegisterRowSchema = Type.Object({
  id: Type.String(),
  side: Type.Union([Type.Literal('legal'), Type.Literal('policy')]),
  question: Type.String(),
  citation: Type.String(),
  answer: Type.String(),
  owner: Type.String(),
  status: Type.Union([Type.Literal('open'), Type.Literal('answered'), Type.Literal('blocked')]),
  updatedAt: Type.Optional(InstantSchema),
});
export const ReviewSchema = Type.Object({
  program: Type.String(),
  title: Type.String(),
  hypothesis: Type.String(),
  participants: Type.Array(Type.String()),
  from: DateSchema,
  to: DateSchema,
  baseline: Type.Array(Type.String()),
  measures: Type.Array(MeasureViewSchema),
  registers: Type.Array(RegisterRowSchema),
  verdict: Type.Union([
    Type.Literal('go'),
    Type.Literal('change'),
    Type.Literal('stop'),
    Type.Literal('undecided'),
  ]),
  reasons: Type.Array(Type.String()),
  sample: Type.Boolean(),
  asOf: InstantSchema,
});
export type Review = Static<typeof ReviewSchema>;

/** A program as the agency's first page shows it. */
export const ProgramRowSchema = Type.Object({
  id: Type.String(),
  title: Type.String(),
  summary: Type.String(),
  /** Rule version in force. */
  rules: Type.String(),
  entries: Type.Integer(),
  /** Entries that wait for an officer, or for somebody's answer. */
  open: Type.Integer(),
});
export type ProgramRow = Static<typeof ProgramRowSchema>;

export const listPrograms = route({
  method: 'GET',
  url: '/api/programs',
  summary: 'The programs of this node, with how many entries the agency has under each',
  access: 'agency',
  response: Type.Object({ items: Type.Array(ProgramRowSchema) }),
});
export const getReview = route({
  method: 'GET',
  url: '/api/assess/:program',
  summary: "The agency's review of a trial: technical, operational, legal, policy",
  access: 'agency',
  params: Type.Object({ program: Type.String({ maxLength: 40 }) }),
  response: ReviewSchema,
});
export const updateRegister = route({
  method: 'POST',
  url: '/api/assess/:program/registers/:id',
  summary: 'Answer a legal or policy question',
  access: 'agency',
  params: Type.Object({ program: Type.String({ maxLength: 40 }), id: Type.String({ maxLength: 80 }) }),
  body: Type.Object({ answer: NoteSchema, owner: NoteSchema, status: RegisterRowSchema.properties.status }),
  response: RegisterRowSchema,
});
