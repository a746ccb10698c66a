import { VerdictSchema } from '@portolan/credentials';
import { type Static, Type } from 'typebox';
import {
  DigestParamsSchema,
  DigestSchema,
  EntryNumberSchema,
  InstantSchema,
  NoteSchema,
  PageOf,
  PageQuerySchema,
} from './common.ts';
import { route } from './route.ts';

/** A case that a received credential belongs to, and why. */
const LinkedCaseSchema = Type.Object({
  caseId: Type.String(),
  title: Type.String(),
  entryNumber: Type.Optional(Type.String()),
  reason: Type.String(),
});

export const ReceivedCredentialSchema = Type.Object({
  digest: DigestSchema,
  type: Type.String(),
  /** What people call the type. */
  label: Type.String(),
  vocabulary: Type.String(),
  group: Type.String(),
  title: Type.String(),
  issuer: Type.String(),
  form: Type.String(),
  verified: Type.Boolean(),
  receivedAt: InstantSchema,
  cases: Type.Array(LinkedCaseSchema),
});
export type ReceivedCredential = Static<typeof ReceivedCredentialSchema>;

export const ReceivedDetailSchema = Type.Object({
  ...ReceivedCredentialSchema.properties,
  verdict: Type.Unsafe<Static<typeof VerdictSchema>>(VerdictSchema),
  claims: Type.Array(
    Type.Object({ pointer: Type.String(), place: Type.Array(Type.String()), value: Type.String() }),
  ),
  credential: Type.Record(Type.String(), Type.Unknown()),
});
export type ReceivedDetail = Static<typeof ReceivedDetailSchema>;

export const receiveCredential = route({
  method: 'POST',
  url: '/api/received',
  summary:
    'Keep a credential of a public vocabulary that the own organization was given: verified, and linked to its cases',
  access: 'member',
  body: Type.Object({
    /** The credential, an enveloped one, or the text of a token. */
    credential: Type.Union([
      Type.Record(Type.String(), Type.Unknown()),
      Type.String({ maxLength: 1_000_000 }),
    ]),
  }),
  response: ReceivedDetailSchema,
  status: 201,
});
export const listReceived = route({
  method: 'GET',
  url: '/api/received',
  summary: 'Credentials of public vocabularies that the own organization was given, newest first',
  access: 'member',
  query: Type.Object({
    ...PageQuerySchema.properties,
    caseId: Type.Optional(Type.String({ maxLength: 80 })),
    entryNumber: Type.Optional(EntryNumberSchema),
  }),
  response: PageOf(ReceivedCredentialSchema),
});
export const getReceived = route({
  method: 'GET',
  url: '/api/received/:digest',
  summary: 'One received credential in readable words, with its verification',
  access: 'member',
  params: DigestParamsSchema,
  response: ReceivedDetailSchema,
});
export const linkReceived = route({
  method: 'POST',
  url: '/api/received/:digest/cases',
  summary: 'Link a received credential to a case of the own organization',
  access: 'member',
  params: DigestParamsSchema,
  body: Type.Object({ caseId: Type.String({ maxLength: 80 }), reason: NoteSchema }),
  response: ReceivedDetailSchema,
});

const DisclosureWaySchema = Type.Enum(['openid4vp', 'envelope', 'encrypted', 'file', 'opened', 'delegated']);

export const DisclosureSchema = Type.Object({
  id: Type.String(),
  digest: DigestSchema,
  subject: Type.String(),
  recipient: Type.String(),
  /** What the recipient is called here. */
  recipientName: Type.Optional(Type.String()),
  way: DisclosureWaySchema,
  reason: Type.String(),
  actor: Type.String(),
  at: InstantSchema,
  /** Of an envelope: digests of the documents that went along. */
  documents: Type.Optional(Type.Array(Type.String())),
  /** Of an envelope: whether its receiver has taken it. */
  delivery: Type.Optional(Type.Enum(['delivered', 'refused', 'waiting'])),
});
export type DisclosureView = Static<typeof DisclosureSchema>;

export const listDisclosed = route({
  method: 'GET',
  url: '/api/disclosures',
  summary: 'Who was shown or sent what, newest first; `digest` asks for one document',
  access: 'member',
  query: Type.Object({
    ...PageQuerySchema.properties,
    digest: Type.Optional(DigestSchema),
    way: Type.Optional(DisclosureWaySchema),
  }),
  response: PageOf(DisclosureSchema),
});
