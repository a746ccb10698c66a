import { type Refusal, RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { DidSchema, DigestSchema, IdParamsSchema, InstantSchema, PageOf, PageQuerySchema } from './common.ts';
import { route } from './route.ts';

/** Documents that the own organization sent to another party, and what became of them. */
export const SendingSchema = Type.Object({
  id: Type.String(),
  documents: Type.Array(Type.Object({ digest: DigestSchema, type: Type.String(), title: Type.String() })),
  to: DidSchema,
  toName: Type.String(),
  note: Type.Optional(Type.String()),
  by: Type.String(),
  sentAt: InstantSchema,
  /** `waiting` until the receiver's node has answered; `withdrawn` when it was taken back before that. */
  state: Type.Union([
    Type.Literal('waiting'),
    Type.Literal('delivered'),
    Type.Literal('refused'),
    Type.Literal('withdrawn'),
  ]),
  /** Digest of the signed envelope, under which the receiver acknowledged it. */
  envelope: DigestSchema,
  answeredAt: Type.Optional(InstantSchema),
  withdrawnAt: Type.Optional(InstantSchema),
  /** Attempts in vain so far, and why the last one failed. */
  attempts: Type.Integer(),
  problem: Type.Optional(Type.String()),
  /** Why the receiver refused. */
  refusals: Type.Array(Type.Unsafe<Refusal>(RefusalSchema)),
});
export type Sending = Static<typeof SendingSchema>;

export const sendDocuments = route({
  method: 'POST',
  url: '/api/sendings',
  summary:
    'Send documents that the own organization signed or holds to another party; repeating it with the same Idempotency-Key is harmless',
  access: 'member',
  body: Type.Object({
    digests: Type.Array(DigestSchema, { minItems: 1, maxItems: 60, uniqueItems: true }),
    to: DidSchema,
    note: Type.Optional(Type.String({ maxLength: 500 })),
    /** Shows nothing that the issuers let their holder hide, such as the price of a transfer of title. */
    hide: Type.Optional(Type.Boolean()),
    storyAt: Type.Optional(InstantSchema),
  }),
  response: SendingSchema,
  status: 202,
});
export const listSendings = route({
  method: 'GET',
  url: '/api/sendings',
  summary:
    'What the own organization sent to whom, newest first, with its delivery; of one document or of all',
  access: 'member',
  query: Type.Object({ ...PageQuerySchema.properties, digest: Type.Optional(DigestSchema) }),
  response: PageOf(SendingSchema),
});
export const withdrawSending = route({
  method: 'POST',
  url: '/api/sendings/:id/withdraw',
  summary: 'Take back what was not delivered yet',
  access: 'member',
  params: IdParamsSchema,
  response: SendingSchema,
});

export const KnownPartySchema = Type.Object({ did: DidSchema, name: Type.String() });
export type KnownParty = Static<typeof KnownPartySchema>;

export const listRecipients = route({
  method: 'GET',
  url: '/api/recipients',
  summary:
    'Parties to whom something can be sent, by name or identifier: organizations here and on known nodes',
  access: 'member',
  query: Type.Object({ q: Type.Optional(Type.String({ maxLength: 512 })) }),
  response: Type.Object({ items: Type.Array(KnownPartySchema) }),
});
