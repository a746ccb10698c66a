import { type Static, Type } from 'typebox';
import { DateSchema, NoteSchema } from './common.ts';
import { route } from './route.ts';

/** A dated rule that sends entries to an officer: what it looks at, how much it weighs, why. */
export const TargetingRuleSchema = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** What is looked at: a finding's code, a field of the entry or line, a party, or missing evidence. */
  subject: Type.Enum([
    'finding',
    'hts-prefix',
    'origin',
    'importer',
    'filer',
    'producer',
    'entered-value-over',
    'unsigned-document',
  ]),
  value: Type.String({ maxLength: 200 }),
  weight: Type.Integer({ minimum: 0, maximum: 100 }),
  /** Whether a hit alone sends the entry to an officer. */
  refers: Type.Boolean(),
  from: DateSchema,
  until: Type.Optional(DateSchema),
  reason: Type.String(),
  by: Type.String(),
});
export type TargetingRule = Static<typeof TargetingRuleSchema>;

export const listTargeting = route({
  method: 'GET',
  url: '/api/targeting',
  summary: 'Targeting rules, past and present',
  access: 'agency',
  response: Type.Object({ items: Type.Array(TargetingRuleSchema) }),
});
export const addTargeting = route({
  method: 'POST',
  url: '/api/targeting',
  summary: 'Add a targeting rule',
  access: 'agency',
  body: Type.Object({
    ...Type.Omit(TargetingRuleSchema, ['id', 'by', 'reason']).properties,
    reason: NoteSchema,
  }),
  response: TargetingRuleSchema,
  status: 201,
});
export const endTargeting = route({
  method: 'POST',
  url: '/api/targeting/:id/end',
  summary: 'End a targeting rule from a day on; decisions of earlier days keep it',
  access: 'agency',
  params: Type.Object({ id: Type.String({ maxLength: 80 }) }),
  body: Type.Object({ until: DateSchema, reason: NoteSchema }),
  response: TargetingRuleSchema,
});
