import { randomUUID } from 'node:crypto';
import type { AskedCredential } from '@portolan/contract';
import { addSeconds, type JsonObject, ok, type Result, refused, toBase64Url } from '@portolan/kernel';
import type { Tenant } from '../platform/tenant.ts';
import { openid4vpCatalogue } from './catalogue.ts';
import type { WalletContext } from './context.ts';
import { libraryCallbacks } from './jwt.ts';
import { openid4vp } from './library.ts';
import { dcqlQuery } from './query.ts';
import { insertRequest, type RequestRow } from './store.ts';

const LIFE_SECONDS = 600;
const NONCE_BYTES = 24;

/** The forms of proof that are read here, in the words of OpenID4VP (appendix B.1). */
const ALGORITHMS: [string, ...string[]] = ['EdDSA', 'ES256', 'ES384'];
const FORMATS = {
  ldp_vc: { proof_type_values: ['DataIntegrityProof'] as [string] },
  jwt_vc_json: { alg_values: ALGORITHMS },
  'vc+sd-jwt': { 'sd-jwt_alg_values': ALGORITHMS, 'kb-jwt_alg_values': ALGORITHMS },
};

export interface WalletQuestion {
  readonly purpose: string;
  readonly credentials: readonly AskedCredential[];
  /** Origin under which the wallet finds this node. */
  readonly origin: string;
}

/**
 * Asks a wallet for credentials: a request object signed with the tenant's key (client identifier of the kind
 * decentralized_identifier), a nonce used once, and the address to answer to by direct_post (OpenID4VP 1.0, sections 5 and 8.2).
 */
export async function askWallet(
  context: WalletContext,
  tenant: Pick<Tenant, 'id' | 'name'>,
  { purpose, credentials, origin }: WalletQuestion,
): Promise<Result<RequestRow>> {
  if (!origin.startsWith('https:'))
    return refused(openid4vpCatalogue.refuse('NODE_WALLET_INSECURE', { params: { origin } }));
  const requestId = randomUUID();
  const createdAt = context.clock.now();
  const expiresAt = addSeconds(createdAt, LIFE_SECONDS);
  const nonce = toBase64Url(context.crypto.randomBytes(NONCE_BYTES));
  const signer = await context.keys.signer(tenant.id);
  const query = dcqlQuery(credentials);
  const { createOpenid4vpAuthorizationRequest } = await openid4vp();
  const { jar } = await createOpenid4vpAuthorizationRequest({
    authorizationRequestPayload: {
      response_type: 'vp_token',
      response_mode: 'direct_post',
      client_id: `decentralized_identifier:${signer.did}`,
      response_uri: `${origin}/openid4vp/${requestId}/response`,
      nonce,
      state: requestId,
      dcql_query: query,
      client_metadata: { client_name: tenant.name, vp_formats_supported: FORMATS },
    },
    jar: {
      requestUri: `${origin}/openid4vp/${requestId}/request`,
      jwtSigner: { method: 'did', didUrl: signer.verificationMethod, alg: 'EdDSA' },
      expiresInSeconds: LIFE_SECONDS,
      additionalJwtPayload: { aud: 'https://self-issued.me/v2', purpose },
    },
    callbacks: libraryCallbacks(context.crypto, signer),
    now: new Date(createdAt),
  });
  if (!jar) throw new Error('the request object was not signed');
  const row = {
    ...{ tenant_id: tenant.id, request_id: requestId, purpose, nonce, query: query as JsonObject },
    ...{ request: jar.authorizationRequestJwt, created_at: createdAt, expires_at: expiresAt },
  };
  await insertRequest(context.pool, row);
  return ok({ ...row, answered_at: null, outcome: null, answer: null });
}

/** What a wallet opens, from a link or a code. */
export function walletUri({ request_id, request }: RequestRow, origin: string, clientId: string): string {
  const address = new URL('openid4vp://');
  if (request === '') throw new Error('a request without its object');
  address.search = new URLSearchParams({
    client_id: clientId,
    request_uri: `${origin}/openid4vp/${request_id}/request`,
  }).toString();
  return address.toString();
}
