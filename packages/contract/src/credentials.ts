import { VerdictSchema } from '@portolan/credentials';
import { ReceiptSchema } from '@portolan/ledger';
import { type Static, Type } from 'typebox';
import {
  DateSchema,
  DigestParamsSchema,
  DigestSchema,
  InstantSchema,
  NoteSchema,
  PageOf,
  PageQuerySchema,
} from './common.ts';
import { route } from './route.ts';

export const IssuedCredentialSchema = Type.Object({
  digest: DigestSchema,
  /** Of a `vc+sd-jwt`: by which the log and other documents know it, whatever its holder shows. */
  original: Type.Optional(DigestSchema),
  type: Type.String(),
  title: Type.String(),
  issuedAt: InstantSchema,
  validUntil: Type.Optional(InstantSchema),
  status: Type.Union([
    Type.Literal('valid'),
    Type.Literal('revoked'),
    Type.Literal('suspended'),
    Type.Literal('expired'),
  ]),
  statusReason: Type.Optional(Type.String()),
  logIndex: Type.Optional(Type.Integer()),
  credential: Type.Record(Type.String(), Type.Unknown()),
});
export type IssuedCredential = Static<typeof IssuedCredentialSchema>;

export const listCredentials = route({
  method: 'GET',
  url: '/api/credentials',
  summary: 'What the own organization signed',
  access: 'member',
  query: PageQuerySchema,
  response: PageOf(IssuedCredentialSchema),
});
export const issueCredentialRoute = route({
  method: 'POST',
  url: '/api/credentials/issue',
  summary: "Sign a document with the own organization's key",
  access: 'member',
  body: Type.Object({
    type: Type.String({ maxLength: 60 }),
    document: Type.Record(Type.String(), Type.Unknown()),
    validUntil: Type.Optional(DateSchema),
    storyAt: Type.Optional(InstantSchema),
    /** `vc+sd-jwt` lets the holder hide members of the document; the house's own proof when left out. */
    form: Type.Optional(Type.Union([Type.Literal('data-integrity'), Type.Literal('vc+sd-jwt')])),
    /** What the holder may hide, as JSON pointers into the document; what is usual for its type when left out. */
    hideable: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 500 })),
  }),
  response: IssuedCredentialSchema,
  status: 201,
});
export const getCredential = route({
  method: 'GET',
  url: '/api/credentials/:digest',
  summary: 'One credential that the own organization signed, with its receipt',
  access: 'member',
  params: DigestParamsSchema,
  response: Type.Object({ ...IssuedCredentialSchema.properties, receipt: Type.Optional(ReceiptSchema) }),
});
export const setCredentialStatus = route({
  method: 'POST',
  url: '/api/credentials/:digest/status',
  summary: 'Revoke, suspend or reinstate a credential; a revocation is final',
  access: 'member',
  params: DigestParamsSchema,
  body: Type.Object({
    action: Type.Union([Type.Literal('revoke'), Type.Literal('suspend'), Type.Literal('reinstate')]),
    reason: NoteSchema,
  }),
  response: IssuedCredentialSchema,
});
export const verifyCredentialRoute = route({
  method: 'POST',
  url: '/api/credentials/verify',
  summary: 'Verify a credential as this node sees it now',
  access: 'public',
  body: Type.Object({ credential: Type.Record(Type.String(), Type.Unknown()) }),
  response: Type.Unsafe<Static<typeof VerdictSchema>>(VerdictSchema),
});

export const AccreditationViewSchema = Type.Object({
  id: Type.String(),
  did: Type.String(),
  name: Type.String(),
  credentialType: Type.String(),
  from: DateSchema,
  until: Type.Optional(DateSchema),
  state: Type.Union([Type.Literal('active'), Type.Literal('suspended'), Type.Literal('ended')]),
  reason: Type.String(),
  by: Type.String(),
  at: InstantSchema,
});
export type AccreditationView = Static<typeof AccreditationViewSchema>;

export const listTrust = route({
  method: 'GET',
  url: '/api/trust',
  summary: "The agency's register of accredited signers",
  access: 'member',
  response: Type.Object({ items: Type.Array(AccreditationViewSchema) }),
});
export const publishedTrust = route({
  method: 'GET',
  url: '/api/trust/published/:did',
  summary: 'The whole trust register of an agency as of now, signed by it, for nodes elsewhere',
  access: 'public',
  params: Type.Object({ did: Type.String({ maxLength: 512 }) }),
  response: Type.Record(Type.String(), Type.Unknown()),
});
export const accredit = route({
  method: 'POST',
  url: '/api/trust',
  summary: 'Accredit a signer for a type of credential',
  access: 'agency',
  body: Type.Object({
    did: Type.String({ maxLength: 512 }),
    name: Type.String({ maxLength: 200 }),
    credentialType: Type.String({ maxLength: 60 }),
    from: DateSchema,
    until: Type.Optional(DateSchema),
    reason: NoteSchema,
  }),
  response: AccreditationViewSchema,
  status: 201,
});
export const suspendAccreditation = route({
  method: 'POST',
  url: '/api/trust/:id/suspend',
  summary: 'Suspend or restore an accreditation, with the reason',
  access: 'agency',
  params: Type.Object({ id: Type.String({ maxLength: 80 }) }),
  body: Type.Object({ suspended: Type.Boolean(), reason: NoteSchema }),
  response: AccreditationViewSchema,
});
