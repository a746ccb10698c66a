import { RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { DigestSchema, InstantSchema } from './common.ts';
import { LedgerEventSchema, TraceEventStateSchema } from './lots.ts';
import { route } from './route.ts';

const Json = Type.Record(Type.String(), Type.Unknown());
const EventName = Type.String({ minLength: 1, maxLength: 200 });

export const listTraceEvents = route({
  method: 'GET',
  url: '/api/trace/events',
  summary:
    'Events that do not count, newest first: refused with what mends them, waiting, or replaced by a correction',
  access: 'member',
  query: Type.Object({
    state: Type.Optional(Type.Enum(['refused', 'waiting', 'superseded'])),
    cursor: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 25 })),
  }),
  response: Type.Object({
    items: Type.Array(LedgerEventSchema),
    next: Type.Optional(Type.String()),
    counts: Type.Object({
      refused: Type.Integer(),
      waiting: Type.Integer(),
      superseded: Type.Integer(),
    }),
    /** Documents and captured events that should tell of lots and can't be read as such; the newest hundred. */
    unread: Type.Array(
      Type.Object({
        source: Type.String(),
        title: Type.String(),
        at: InstantSchema,
        refusals: Type.Array(RefusalSchema),
      }),
    ),
  }),
});

export const getTraceEvent = route({
  method: 'GET',
  url: '/api/trace/events/:event',
  summary: 'One event as it was signed, and what the ledger says of it',
  access: 'member',
  params: Type.Object({ event: EventName }),
  response: Type.Object({
    ...LedgerEventSchema.properties,
    body: Json,
    /** Where it was signed by itself. */
    credential: Type.Optional(Json),
  }),
});

export const PostedEventSchema = Type.Object({
  event: EventName,
  state: TraceEventStateSchema,
  refusals: Type.Array(RefusalSchema),
  digest: DigestSchema,
  credential: Json,
});
export type PostedEvent = Static<typeof PostedEventSchema>;

export const postTraceEvent = route({
  method: 'POST',
  url: '/api/trace/events',
  summary: 'Sign a step of the own organization and enter it, or take in an event that another party signed',
  access: 'member',
  body: Type.Object(
    {
      /** A step without signer, times of the log and, unless it is given, name: these are this node's to say. */
      event: Type.Optional(Json),
      /** An event that its signer sent as a credential. */
      credential: Type.Optional(Json),
      storyAt: Type.Optional(InstantSchema),
    },
    { additionalProperties: false },
  ),
  response: PostedEventSchema,
  status: 201,
});
