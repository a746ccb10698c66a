import { type Static, Type } from 'typebox';
import { InstantSchema } from './common.ts';
import { route } from './route.ts';

export const LogSummarySchema = Type.Object({
  origin: Type.String(),
  size: Type.Integer(),
  root: Type.String(),
  checkpoint: Type.String(),
  key: Type.String({ description: 'verifier key of the signed note' }),
  checkpoints: Type.Array(Type.Object({ size: Type.Integer(), root: Type.String(), at: InstantSchema })),
  next: Type.Optional(Type.String()),
});
export type LogSummary = Static<typeof LogSummarySchema>;

export const getLog = route({
  method: 'GET',
  url: '/api/log',
  summary: 'The transparency log: size, root, key and recent checkpoints',
  access: 'public',
  query: Type.Object({ cursor: Type.Optional(Type.String({ maxLength: 40 })) }),
  response: LogSummarySchema,
});
export const getConsistency = route({
  method: 'GET',
  url: '/api/log/proof',
  summary: 'Proof that a smaller tree is a prefix of a larger one',
  access: 'public',
  query: Type.Object({ first: Type.Integer({ minimum: 0 }), second: Type.Integer({ minimum: 0 }) }),
  response: Type.Object({ first: Type.Integer(), second: Type.Integer(), proof: Type.Array(Type.String()) }),
});
