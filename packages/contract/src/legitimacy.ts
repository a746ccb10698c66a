import { type Refusal, RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { DateSchema, DidSchema, DigestSchema, InstantSchema, NoteSchema } from './common.ts';
import { route } from './route.ts';

const Loose = Type.Record(Type.String(), Type.Unknown());
const IdParams = Type.Object({ id: Type.String({ format: 'uuid' }) });

const NamedSchema = Type.Object({ did: DidSchema, name: Type.String() });

/** What a holder asked an attester, as either of them sees it. */
export const AttestationRequestSchema = Type.Object({
  id: Type.String(),
  /** `asked` where the own organization is the attester, `asking` where it is the holder. */
  side: Type.Union([Type.Literal('asked'), Type.Literal('asking')]),
  type: Type.String(),
  from: NamedSchema,
  to: NamedSchema,
  note: Type.String(),
  /** What the holder proposes to be attested, to be checked and changed by the attester. */
  document: Loose,
  at: InstantSchema,
  state: Type.Union([Type.Literal('open'), Type.Literal('answered'), Type.Literal('declined')]),
  answeredAt: Type.Optional(InstantSchema),
  /** Why it was declined. */
  reason: Type.Optional(Type.String()),
  /** The attestation that answers it. */
  digest: Type.Optional(DigestSchema),
});
export type AttestationRequest = Static<typeof AttestationRequestSchema>;

export const listAttestationRequests = route({
  method: 'GET',
  url: '/api/attestation-requests',
  summary: 'Requests for attestations that the own organization sent or was sent, newest first',
  access: 'member',
  query: Type.Object({ side: Type.Optional(Type.Union([Type.Literal('asked'), Type.Literal('asking')])) }),
  response: Type.Object({ items: Type.Array(AttestationRequestSchema), total: Type.Integer() }),
});
export const askAttestation = route({
  method: 'POST',
  url: '/api/attestation-requests',
  summary: 'Ask an attester, here or on another node, to attest the own organization',
  access: 'member',
  body: Type.Object({
    to: DidSchema,
    type: Type.String({ maxLength: 60 }),
    note: Type.Optional(Type.String({ maxLength: 2000 })),
    document: Type.Optional(Loose),
    storyAt: Type.Optional(InstantSchema),
  }),
  response: AttestationRequestSchema,
  status: 201,
});
export const answerAttestation = route({
  method: 'POST',
  url: '/api/attestation-requests/:id/answer',
  summary: 'Sign what was asked, as checked and changed here, and send it to whoever asked',
  access: 'member',
  params: IdParams,
  body: Type.Object({
    document: Loose,
    validUntil: Type.Optional(DateSchema),
    copyTo: Type.Optional(Type.Array(DidSchema, { maxItems: 10 })),
    storyAt: Type.Optional(InstantSchema),
  }),
  response: AttestationRequestSchema,
});
export const declineAttestation = route({
  method: 'POST',
  url: '/api/attestation-requests/:id/decline',
  summary: 'Decline to attest what was asked, with the reason',
  access: 'member',
  params: IdParams,
  body: Type.Object({ reason: NoteSchema, storyAt: Type.Optional(InstantSchema) }),
  response: AttestationRequestSchema,
});

/** An agency of another node whose policies and acts were imported here. */
export const ImportedAgencySchema = Type.Object({
  did: DidSchema,
  name: Type.String(),
  source: Type.String(),
  importedAt: InstantSchema,
  policies: Type.Integer(),
  acts: Type.Integer(),
});
export type ImportedAgency = Static<typeof ImportedAgencySchema>;

export const publishedOversight = route({
  method: 'GET',
  url: '/api/oversight/published/:did',
  summary: 'All that a second node needs to compute by an agency: its policies and public acts, signed by it',
  access: 'public',
  params: Type.Object({ did: DidSchema }),
  response: Loose,
});
export const listImportedAgencies = route({
  method: 'GET',
  url: '/api/oversight/imported',
  summary: 'Agencies of other nodes whose policies and acts were imported here',
  access: 'public',
  response: Type.Object({ items: Type.Array(ImportedAgencySchema) }),
});

/** A standing or identity shown by its holder. */
export const presentStanding = route({
  method: 'POST',
  url: '/api/standings/presented',
  summary:
    'Verify a standing that its holder presents as vc+sd-jwt for a challenge of the own organization, once',
  access: 'member',
  body: Type.Object({
    challenge: Type.String({ maxLength: 200 }),
    token: Type.String({ maxLength: 200_000 }),
  }),
  response: Type.Object({
    verified: Type.Boolean(),
    holder: Type.Optional(DidSchema),
    issuer: Type.Optional(Type.String()),
    /** The members that the holder let be seen. */
    disclosed: Loose,
    refusals: Type.Array(Type.Unsafe<Refusal>(RefusalSchema)),
  }),
});
export const showStanding = route({
  method: 'POST',
  url: '/api/standings/show',
  summary: 'Present the own standing token with only the members that are named, bound to a challenge',
  access: 'member',
  body: Type.Object({
    token: Type.String({ maxLength: 200_000 }),
    challenge: Type.String({ maxLength: 200 }),
    domain: Type.String({ maxLength: 500 }),
    /** Members of the statement to show beside those that are always shown. */
    show: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 }),
  }),
  response: Type.Object({ token: Type.String() }),
});
