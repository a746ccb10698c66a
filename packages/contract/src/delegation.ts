import { type Static, Type } from 'typebox';
import {
  DigestParamsSchema,
  IdSchema,
  InstantSchema,
  NoteSchema,
  PageOf,
  PageQuerySchema,
} from './common.ts';
import { IssuedCredentialSchema } from './credentials.ts';
import { FilingAcknowledgedSchema } from './drafts.ts';
import { route } from './route.ts';

const WordsSchema = Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { minItems: 1, maxItems: 100 });

/** What narrows a capability: each list names all that is allowed, one left out does not narrow. */
export const CaveatsSchema = Type.Object(
  {
    /** Document types that may be issued or read. */
    types: Type.Optional(WordsSchema),
    /** Entry types that may be filed: 01, 03, 11. */
    entryTypes: Type.Optional(WordsSchema),
    /** Ports of entry, by their code. */
    ports: Type.Optional(WordsSchema),
    programs: Type.Optional(WordsSchema),
  },
  { additionalProperties: false },
);

const ActionSchema = Type.Enum(['file', 'issue', 'read']);

export const CapabilityViewSchema = Type.Object({
  id: Type.String(),
  controller: Type.String(),
  target: Type.String(),
  actions: Type.Array(ActionSchema),
  caveat: CaveatsSchema,
  expires: InstantSchema,
  createdAt: InstantSchema,
  reason: Type.String(),
  state: Type.Enum(['active', 'ended', 'revoked']),
  revokedAt: Type.Optional(InstantSchema),
  revokedReason: Type.Optional(Type.String()),
  uses: Type.Integer(),
  lastUsedAt: Type.Optional(InstantSchema),
  /** The signed capability, as whoever was given it invokes it. */
  capability: Type.Record(Type.String(), Type.Unknown()),
});
export type CapabilityView = Static<typeof CapabilityViewSchema>;

export const giveCapability = route({
  method: 'POST',
  url: '/api/capabilities',
  summary: 'Pass on a right to file, issue or read in the name of the own organization, signed by it',
  access: 'member',
  body: Type.Object({
    controller: Type.String({ pattern: '^did:[a-z0-9]+:.+', maxLength: 512 }),
    actions: Type.Array(ActionSchema, { minItems: 1, maxItems: 3, uniqueItems: true }),
    /** Below the own address: 'credentials', 'filings/1f0c…'; everything of the organization unless told. */
    below: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9:/_-]{0,200}$' })),
    caveat: Type.Optional(CaveatsSchema),
    expires: InstantSchema,
    reason: NoteSchema,
  }),
  response: CapabilityViewSchema,
  status: 201,
});
export const listCapabilities = route({
  method: 'GET',
  url: '/api/capabilities',
  summary: 'Rights that the own organization passed on, newest first, with how often each was used',
  access: 'member',
  query: PageQuerySchema,
  response: PageOf(CapabilityViewSchema),
});
export const revokeCapability = route({
  method: 'POST',
  url: '/api/capabilities/:id/revoke',
  summary:
    'Take a right back, also one that somebody made from an own one; what was made from it ends with it',
  access: 'member',
  params: Type.Object({ id: Type.String({ maxLength: 400 }) }),
  body: Type.Object({ reason: NoteSchema }),
  response: Type.Object({ id: Type.String(), revokedAt: InstantSchema }),
});
export const listCapabilityUses = route({
  method: 'GET',
  url: '/api/capabilities/:id/uses',
  summary: 'What was done under a right and under those made from it, newest first',
  access: 'member',
  params: Type.Object({ id: Type.String({ maxLength: 400 }) }),
  query: PageQuerySchema,
  response: PageOf(
    Type.Object({
      capability: Type.String(),
      invoker: Type.String(),
      action: ActionSchema,
      target: Type.String(),
      at: InstantSchema,
    }),
  ),
});

const OwnerParams = { slug: Type.String({ maxLength: 80, description: 'Short name of the organization' }) };

export const delegatedIssue = route({
  method: 'POST',
  url: '/t/:slug/credentials',
  summary: 'Issue for an organization under its capability (signed request, action "issue")',
  access: 'public',
  params: Type.Object(OwnerParams),
  body: Type.Object({
    type: Type.String({ maxLength: 60 }),
    document: Type.Record(Type.String(), Type.Unknown()),
  }),
  response: IssuedCredentialSchema,
  status: 201,
});
export const delegatedRead = route({
  method: 'GET',
  url: '/t/:slug/credentials/:digest',
  summary: 'Read what an organization issued, under its capability (signed request, action "read")',
  access: 'public',
  params: Type.Object({ ...OwnerParams, ...DigestParamsSchema.properties }),
  response: IssuedCredentialSchema,
});
export const delegatedFile = route({
  method: 'POST',
  url: '/t/:slug/filings/:id',
  summary: 'File a draft of an organization under its capability (signed request, action "file")',
  access: 'public',
  params: Type.Object({ ...OwnerParams, id: IdSchema }),
  response: FilingAcknowledgedSchema,
  status: 202,
});
