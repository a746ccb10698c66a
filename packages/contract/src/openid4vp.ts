import { RefusalSchema } from '@portolan/kernel';
import { type Static, Type } from 'typebox';
import {
  DigestSchema,
  IdParamsSchema,
  InstantSchema,
  NoteSchema,
  PageOf,
  PageQuerySchema,
} from './common.ts';
import { route } from './route.ts';

const Json = Type.Record(Type.String(), Type.Unknown());

/** One credential that a wallet is asked for. */
export const AskedCredentialSchema = Type.Object({
  id: Type.String({ pattern: '^[A-Za-z0-9_-]{1,60}$' }),
  types: Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 10 }),
  /** Claims that must be shown, as paths from the credential's root: ['credentialSubject', 'heatNumber']. */
  claims: Type.Optional(
    Type.Array(
      Type.Array(Type.Union([Type.String({ maxLength: 200 }), Type.Integer()]), {
        minItems: 1,
        maxItems: 12,
      }),
      {
        maxItems: 50,
      },
    ),
  ),
  format: Type.Optional(Type.Enum(['ldp_vc', 'jwt_vc_json', 'vc+sd-jwt', 'dc+sd-jwt'])),
});
export type AskedCredential = Static<typeof AskedCredentialSchema>;

export const WalletRequestSchema = Type.Object({
  id: Type.String(),
  purpose: Type.String(),
  state: Type.Enum(['open', 'answered', 'refused', 'expired']),
  createdAt: InstantSchema,
  expiresAt: InstantSchema,
  answeredAt: Type.Optional(InstantSchema),
  /** What a wallet opens: openid4vp://?client_id=…&request_uri=… */
  uri: Type.Optional(Type.String()),
  holder: Type.Optional(Type.String()),
  refusals: Type.Array(RefusalSchema),
  credentials: Type.Array(
    Type.Object({
      query: Type.String(),
      issuer: Type.String(),
      types: Type.Array(Type.String()),
      form: Type.String(),
      digest: DigestSchema,
      credential: Json,
    }),
  ),
});
export type WalletRequest = Static<typeof WalletRequestSchema>;

export const askWallet = route({
  method: 'POST',
  url: '/api/openid4vp/requests',
  summary: 'Ask a wallet for credentials (OpenID4VP): the address to open or to show as a code',
  access: 'member',
  body: Type.Object({
    purpose: NoteSchema,
    credentials: Type.Array(AskedCredentialSchema, { minItems: 1, maxItems: 20 }),
  }),
  response: WalletRequestSchema,
  status: 201,
});
export const listWalletRequests = route({
  method: 'GET',
  url: '/api/openid4vp/requests',
  summary: 'What wallets were asked for and brought, newest first',
  access: 'member',
  query: PageQuerySchema,
  response: PageOf(WalletRequestSchema),
});
export const getWalletRequest = route({
  method: 'GET',
  url: '/api/openid4vp/requests/:id',
  summary: 'One request to a wallet, with what was brought',
  access: 'member',
  params: IdParamsSchema,
  response: WalletRequestSchema,
});
/** What came of posting a signed answer to the verifier that asked. */
export const VerifierDeliverySchema = Type.Object({
  /** Whether the verifier was reached at all. */
  sent: Type.Boolean(),
  /** Its HTTP status, and the beginning of what it said. */
  status: Type.Optional(Type.Integer()),
  answer: Type.Optional(Type.String()),
  /** Where it wants the holder to go on. */
  redirectUri: Type.Optional(Type.String()),
  /** Why it was not posted, or not taken. */
  refusals: Type.Array(RefusalSchema),
});
export type VerifierDelivery = Static<typeof VerifierDeliverySchema>;

export const readVerifierRequest = route({
  method: 'POST',
  url: '/api/openid4vp/read',
  summary: "Read another verifier's request: who asks, for what, and which own credentials answer it",
  access: 'member',
  body: Type.Object({
    request: Type.String({
      maxLength: 100_000,
      description: 'The signed request object, or an openid4vp: address whose host this node may ask',
    }),
  }),
  response: Type.Object({
    /** The signed request object. */
    request: Type.String(),
    verifier: Type.String(),
    responseUri: Type.String(),
    nonce: Type.String(),
    queries: Type.Array(
      Type.Object({
        id: Type.String(),
        types: Type.Array(Type.String()),
        candidates: Type.Array(
          Type.Object({ digest: DigestSchema, title: Type.String(), type: Type.String() }),
        ),
      }),
    ),
  }),
});
export const answerVerifier = route({
  method: 'POST',
  url: '/api/openid4vp/answers',
  summary: "Sign a presentation that answers another verifier's request, and post it where this node may",
  access: 'member',
  body: Type.Object({
    request: Type.String({ maxLength: 100_000 }),
    credentials: Type.Array(Type.Object({ query: Type.String({ maxLength: 60 }), digest: DigestSchema }), {
      minItems: 1,
      maxItems: 50,
    }),
    send: Type.Optional(
      Type.Boolean({ description: 'Post it to the verifier; left out, whoever asked posts it' }),
    ),
  }),
  response: Type.Object({
    responseUri: Type.String(),
    /** The form to post: vp_token and state. */
    form: Type.Record(Type.String(), Type.String()),
    delivery: Type.Optional(VerifierDeliverySchema),
  }),
});
