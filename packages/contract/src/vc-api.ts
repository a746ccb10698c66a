import { RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import { InstantSchema } from './common.ts';
import { route } from './route.ts';

/** Bodies are taken as any JSON object: what is wrong with one is told in coded problems, not by its shape alone. */
const Json = Type.Record(Type.String(), Type.Unknown());
const IssuerParams = Type.Object({
  issuer: Type.String({ maxLength: 60, description: 'Name of an issuer; GET /issuers lists them' }),
});

export const IssuedAnswerSchema = Type.Object({ verifiableCredential: Json });

const StepSchema = Type.Object({
  valid: Type.Boolean(),
  input: Type.Unknown(),
  /** Of a status entry that tells something: its value. */
  value: Type.Optional(Type.Integer()),
});
/** The steps of a verification, each with what it was about (VC API 0.3, VerificationResult). */
export const VerificationResultsSchema = Type.Object({
  proof: Type.Array(StepSchema),
  validFrom: Type.Optional(StepSchema),
  validUntil: Type.Optional(StepSchema),
  credentialSchema: Type.Array(StepSchema),
  credentialStatus: Type.Array(StepSchema),
});
export type VerificationResults = Static<typeof VerificationResultsSchema>;

/** What a check came to. `verified` is true in every answer with status 200. */
export const VerifiedAnswerSchema = Type.Object({
  verified: Type.Literal(true),
  checks: Type.Array(Type.String()),
  issuer: Type.Optional(Type.String()),
  holder: Type.Optional(Type.String()),
  /** What status lists say beside revocation and suspension: purpose, value and its message. */
  credentialStatus: Type.Optional(
    Type.Array(
      Type.Object({
        statusPurpose: Type.String(),
        status: Type.Integer(),
        message: Type.Optional(Type.String()),
      }),
    ),
  ),
  warnings: Type.Array(RefusalSchema),
  errors: Type.Array(RefusalSchema),
  problemDetails: Type.Array(Type.Unknown()),
  /** In the form in which it was verified, where options.returnCredential asks for it. */
  credential: Type.Optional(Type.Unknown()),
  /** In the form in which it was verified, where options.returnPresentation asks for it. */
  verifiablePresentation: Type.Optional(Type.Unknown()),
  /** Of a credential its steps, of a presentation those of each credential in it, where options.returnResults asks for them. */
  results: Type.Optional(Type.Union([VerificationResultsSchema, Type.Array(VerificationResultsSchema)])),
});
export type VerifiedAnswer = Static<typeof VerifiedAnswerSchema>;

/** Answer with status 400: RFC 9457, with `verified: false` and one problem for each thing that is wrong. */
export const UnverifiedAnswerSchema = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String()),
  verified: Type.Literal(false),
  problemDetails: Type.Array(
    Type.Object({
      type: Type.String(),
      title: Type.String(),
      detail: Type.String(),
      code: Type.String(),
      pointer: Type.String(),
    }),
  ),
  refusals: Type.Array(RefusalSchema),
  requestId: Type.String(),
});
export type UnverifiedAnswer = Static<typeof UnverifiedAnswerSchema>;

export const VcIssuerSchema = Type.Object({
  name: Type.String(),
  form: Type.String(),
  algorithm: Type.String(),
  id: Type.String({ description: 'did:key: the value of "issuer" in what it issues' }),
  verificationMethod: Type.String(),
  endpoint: Type.String(),
});
export type VcIssuer = Static<typeof VcIssuerSchema>;

export const listVcIssuers = route({
  method: 'GET',
  url: '/issuers',
  summary: 'Issuers of the VC API: one for each form of proof, with its did:key',
  access: 'public',
  response: Type.Object({ items: Type.Array(VcIssuerSchema) }),
});
export const vcIssue = route({
  method: 'POST',
  url: '/credentials/issue',
  summary: 'VC API: issue a credential; the issuer is the one it names, or options.cryptosuite',
  access: 'public',
  body: Json,
  response: IssuedAnswerSchema,
  status: 201,
});
export const vcIssueBy = route({
  method: 'POST',
  url: '/issuers/:issuer/credentials/issue',
  summary: 'VC API: issue a credential with one form of proof',
  access: 'public',
  params: IssuerParams,
  body: Json,
  response: IssuedAnswerSchema,
  status: 201,
});
export const vcVerify = route({
  method: 'POST',
  url: '/credentials/verify',
  summary: 'VC API: verify a credential of any form; 400 with the problems when it does not hold',
  access: 'public',
  body: Json,
  response: VerifiedAnswerSchema,
});
export const vcVerifyPresentation = route({
  method: 'POST',
  url: '/presentations/verify',
  summary: 'VC API: verify a presentation and all credentials in it',
  access: 'public',
  body: Json,
  response: VerifiedAnswerSchema,
});
export const vcChallenge = route({
  method: 'POST',
  url: '/challenges',
  summary: 'VC API: a challenge for options.challenge of one later request; it counts once',
  access: 'public',
  response: Type.Object({ challenge: Type.String() }),
});
export const vcDerive = route({
  method: 'POST',
  url: '/credentials/derive',
  summary: 'VC API: derive a credential that shows only what options.selectivePointers name',
  access: 'public',
  body: Json,
  response: IssuedAnswerSchema,
  status: 201,
});
export const vcStatus = route({
  method: 'POST',
  url: '/credentials/status',
  summary: 'VC API: change the status of a credential that this node issued',
  access: 'public',
  body: Json,
  response: Type.Object({
    credentialId: Type.String(),
    statusPurpose: Type.String(),
    status: Type.Integer(),
    changedAt: InstantSchema,
  }),
});
