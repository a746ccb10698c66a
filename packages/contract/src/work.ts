import { type Static, Type } from 'typebox';
import { EntryNumberSchema, InstantSchema } from './common.ts';
import { route } from './route.ts';

/** One thing to do, to wait for, or to know. */
export const WorkItemSchema = Type.Object({
  id: Type.String(),
  kind: Type.Enum(['draft', 'request', 'action', 'queue', 'decision', 'certificate', 'clock', 'notice']),
  group: Type.Union([Type.Literal('do'), Type.Literal('wait'), Type.Literal('decided')]),
  title: Type.String(),
  reason: Type.String(),
  state: Type.String(),
  whoMoves: Type.String(),
  at: InstantSchema,
  due: Type.Optional(InstantSchema),
  dueWords: Type.Optional(Type.String()),
  href: Type.String(),
  entryNumber: Type.Optional(EntryNumberSchema),
  story: Type.Optional(Type.Boolean()),
});
export type WorkItem = Static<typeof WorkItemSchema>;

export const getWork = route({
  method: 'GET',
  url: '/api/work',
  summary: 'The work list of the own face: due first',
  access: 'member',
  response: Type.Object({
    items: Type.Array(WorkItemSchema),
    counts: Type.Record(Type.String(), Type.Integer()),
    asOf: InstantSchema,
  }),
});
