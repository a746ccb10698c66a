import { type Static, Type } from 'typebox';
import {
  EntryParamsSchema,
  IdParamsSchema,
  NoteSchema,
  PageOf,
  PageQuerySchema,
  PointerSchema,
} from './common.ts';
import { RequestSummarySchema, RequestViewSchema } from './request-views.ts';
import { route } from './route.ts';

export * from './request-views.ts';

export const RequestTemplateSchema = Type.Object({
  id: Type.String(),
  subject: Type.String(),
  title: Type.String(),
  explanation: Type.String(),
  questions: Type.Array(Type.Object({ id: Type.String(), text: Type.String(), wants: Type.String() })),
  confidentialAnswer: Type.Boolean(),
  days: Type.Integer(),
  cite: Type.String(),
});
export type RequestTemplateView = Static<typeof RequestTemplateSchema>;

export const listRequestTemplates = route({
  method: 'GET',
  url: '/api/request-templates',
  summary: 'Templates of requests for information, per subject',
  access: 'member',
  response: Type.Object({ items: Type.Array(RequestTemplateSchema) }),
});
export const listRequests = route({
  method: 'GET',
  url: '/api/requests',
  summary: 'Requests that the own organization asked or is asked',
  access: 'member',
  query: PageQuerySchema,
  response: PageOf(RequestSummarySchema),
});
export const openRequest = route({
  method: 'POST',
  url: '/api/entries/:entryNumber/requests',
  summary: 'Ask for information on a line or field (Form 28)',
  access: 'agency',
  params: EntryParamsSchema,
  body: Type.Object({
    template: Type.String({ maxLength: 80 }),
    field: PointerSchema,
    questions: Type.Optional(Type.Array(NoteSchema, { maxItems: 20 })),
    note: Type.Optional(NoteSchema),
  }),
  response: RequestViewSchema,
  status: 201,
});
export const getRequest = route({
  method: 'GET',
  url: '/api/requests/:id',
  summary: 'One request with its thread, as the viewer may see it',
  access: 'member',
  params: IdParamsSchema,
  response: RequestViewSchema,
});
export const answerRequest = route({
  method: 'POST',
  url: '/api/requests/:id/answers',
  summary: 'Answer (multipart: text, disclosure "all" or "agency", files)',
  access: 'trade',
  params: IdParamsSchema,
  multipart: true,
  response: RequestViewSchema,
  status: 201,
});
export const extendRequest = route({
  method: 'POST',
  url: '/api/requests/:id/extend',
  summary: 'Ask for (trade) or grant (agency) more time',
  access: 'member',
  params: IdParamsSchema,
  body: Type.Object({ days: Type.Integer({ minimum: 1, maximum: 90 }), reason: NoteSchema }),
  response: RequestViewSchema,
});
export const escalateRequest = route({
  method: 'POST',
  url: '/api/requests/:id/escalate',
  summary: 'Turn to the exporter or producer before a denial',
  access: 'agency',
  params: IdParamsSchema,
  body: Type.Object({
    to: Type.Union([Type.Literal('exporter'), Type.Literal('producer')]),
    reason: NoteSchema,
  }),
  response: RequestViewSchema,
});
export const closeRequest = route({
  method: 'POST',
  url: '/api/requests/:id/close',
  summary: 'Close a request: satisfied or not',
  access: 'agency',
  params: IdParamsSchema,
  body: Type.Object({
    outcome: Type.Union([Type.Literal('satisfied'), Type.Literal('not-satisfied')]),
    reason: NoteSchema,
  }),
  response: RequestViewSchema,
});
