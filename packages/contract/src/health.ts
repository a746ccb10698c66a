import { Type } from 'typebox';
import { route } from './route.ts';

export const getHealth = route({
  method: 'GET',
  url: '/health',
  summary: 'Whether the node works: database, log, outbox',
  access: 'public',
  response: Type.Object({
    status: Type.Union([Type.Literal('ok'), Type.Literal('degraded')]),
    version: Type.String(),
    parts: Type.Record(
      Type.String(),
      Type.Object({ ok: Type.Boolean(), detail: Type.Optional(Type.String()) }),
    ),
  }),
});
