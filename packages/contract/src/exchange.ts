import { RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { DidSchema, DigestSchema, InstantSchema } from './common.ts';
import { FilingAcknowledgedSchema } from './drafts.ts';
import { route } from './route.ts';

/** A signed message from one party to one other; the receiver keeps its own copy by digest. */
export const EnvelopeSchema = Type.Object({
  type: Type.Literal('portolan/envelope@1'),
  id: Type.String({ pattern: '^urn:uuid:[0-9a-f-]{36}$' }),
  from: DidSchema,
  to: DidSchema,
  thread: Type.String({ pattern: '^urn:uuid:[0-9a-f-]{36}$' }),
  previous: Type.Optional(DigestSchema),
  sentAt: InstantSchema,
  /** The date on which a story of the sample community happens. */
  storyAt: Type.Optional(InstantSchema),
  kind: Type.Enum(['evidence', 'filing', 'answer', 'request', 'decision', 'receipt', 'notice']),
  body: Type.Record(Type.String(), Type.Unknown()),
  /** Digests of everything that travels beside the signed part. */
  attachments: Type.Array(DigestSchema, { maxItems: 1000 }),
  credentials: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 1000 })),
  files: Type.Optional(
    Type.Array(
      Type.Object({
        name: Type.String({ maxLength: 255 }),
        mediaType: Type.Optional(Type.String({ maxLength: 100 })),
        content: Type.String({ description: 'base64 of the exact bytes' }),
      }),
      { maxItems: 1000 },
    ),
  ),
  statusLists: Type.Optional(Type.Array(Type.Record(Type.String(), Type.Unknown()), { maxItems: 200 })),
  proof: Type.Record(Type.String(), Type.Unknown()),
});
export type Envelope = Static<typeof EnvelopeSchema>;

/** What became of one envelope: taken (again, if it was known), or refused with nothing kept. */
export const DeliverySchema = Type.Object({
  id: Type.String(),
  digest: Type.Optional(DigestSchema),
  state: Type.Union([Type.Literal('taken'), Type.Literal('known'), Type.Literal('refused')]),
  refusals: Type.Array(RefusalSchema),
  filing: Type.Optional(FilingAcknowledgedSchema),
});
export type Delivery = Static<typeof DeliverySchema>;

export const deliverEnvelopes = route({
  method: 'POST',
  url: '/api/inbox',
  summary: 'Deliver envelopes to parties of this node; each carries its own proof, so no sign-in is needed',
  access: 'public',
  body: Type.Object({ envelopes: Type.Array(EnvelopeSchema, { minItems: 1, maxItems: 200 }) }),
  response: Type.Object({ deliveries: Type.Array(DeliverySchema) }),
});

/** What the event stream of GET /api/events carries. */
export const NodeEventSchema = Type.Object({ kind: Type.String(), ref: Type.String(), at: InstantSchema });
export type NodeEvent = Static<typeof NodeEventSchema>;
