import type { Openid4vpAuthorizationRequest } from '@openid4vc/openid4vp';
import { createPresentation } from '@portolan/credentials/forms';
import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import { recordDisclosures } from '../disclosures/record.ts';
import type { Tenant } from '../platform/tenant.ts';
import { openid4vpCatalogue } from './catalogue.ts';
import type { WalletContext } from './context.ts';
import { holderKey } from './holder-key.ts';
import { libraryCallbacks, payloadOf } from './jwt.ts';
import { openid4vp } from './library.ts';
import { type CredentialQuery, readQueries } from './query.ts';
import { heldByDigest } from './wallet.ts';

/** What another verifier asks for. */
export interface VerifierRequest {
  readonly verifier: string;
  readonly responseUri: string;
  readonly nonce: string;
  readonly state?: string;
  readonly purpose: string;
  readonly queries: readonly CredentialQuery[];
}

/**
 * Reads a verifier's request object, a signed JWT; whoever found it hands it over, since the node asks an address that stands in
 * a message only where its operator allows it (`reach.ts`). Refuses requests that are not signed by the DID they name, that want no direct_post, or no DCQL query.
 */
export async function readVerifierRequest(
  context: Pick<WalletContext, 'crypto'>,
  jwt: string,
): Promise<Result<VerifierRequest>> {
  const clientId = payloadOf(jwt)?.client_id;
  if (typeof clientId !== 'string') return unusable('it is no request object that names its client');
  try {
    const { resolveOpenid4vpAuthorizationRequest } = await openid4vp();
    const { authorizationRequestPayload, dcql } = await resolveOpenid4vpAuthorizationRequest({
      authorizationRequestPayload: { client_id: clientId, request: jwt.trim() },
      callbacks: libraryCallbacks(context.crypto),
    });
    return readPayload(
      authorizationRequestPayload as Openid4vpAuthorizationRequest,
      readQueries(dcql?.query),
    );
  } catch {
    return unusable('it is not signed by the identifier that it names, or is out of date');
  }
}

function readPayload(
  payload: Openid4vpAuthorizationRequest,
  queries: CredentialQuery[] | undefined,
): Result<VerifierRequest> {
  const { client_id: verifier, response_uri: responseUri, response_mode: mode, nonce, state } = payload;
  if (mode !== 'direct_post' || responseUri === undefined) return unusable('it does not want a direct_post');
  if (!queries) return unusable('it has no DCQL query that can be read');
  const { purpose } = payload as { readonly purpose?: unknown };
  return ok({
    ...{ verifier, responseUri, nonce, queries },
    purpose: typeof purpose === 'string' ? purpose : '',
    ...(state === undefined ? {} : { state }),
  });
}

export interface Chosen {
  readonly query: string;
  readonly digest: string;
}

/**
 * Signs a presentation for each query with the tenant's key, for this verifier and its nonce, and writes down who is shown what.
 * Refuses credentials that the tenant does not hold and queries that were not asked.
 */
export async function answerVerifier(
  context: WalletContext,
  tenant: Pick<Tenant, 'id'>,
  actor: string,
  jwt: string,
  chosen: readonly Chosen[],
): Promise<Result<{ responseUri: string; form: Record<string, string> }>> {
  const request = await readVerifierRequest(context, jwt);
  if (!request.ok) return request;
  const { queries, verifier, responseUri, state, purpose } = request.value;
  const other = chosen.find(({ query }) => !queries.some(({ id }) => id === query));
  if (other) return refused(notAsked(other.query, queries));
  const digests = chosen.map(({ digest }) => digest);
  const held = await heldByDigest(context.pool, tenant.id, digests);
  const unknown = digests.find((digest) => !held.has(digest));
  if (unknown !== undefined)
    return refused(openid4vpCatalogue.refuse('NODE_PRESENT_UNKNOWN', { params: { digest: unknown } }));
  const token = await signToken(context, tenant.id, request.value, chosen, held);
  if (!token.ok) return token;
  const at = context.clock.now();
  await recordDisclosures(
    context.pool,
    digests.map((digest) => ({
      ...{ tenantId: tenant.id, digest, subject: '', recipient: verifier, way: 'openid4vp' as const },
      ...{ reason: purpose, actor, at },
    })),
  );
  const form = { vp_token: JSON.stringify(token.value), ...(state === undefined ? {} : { state }) };
  return ok({ responseUri, form });
}

async function signToken(
  context: WalletContext,
  tenantId: string,
  { verifier, nonce }: VerifierRequest,
  chosen: readonly Chosen[],
  held: ReadonlyMap<string, JsonObject>,
): Promise<Result<Record<string, JsonObject[]>>> {
  const key = await holderKey(context, tenantId);
  const options = {
    created: context.clock.now(),
    challenge: nonce,
    domain: verifier,
    contexts: context.contexts,
  };
  const token: Record<string, JsonObject[]> = {};
  for (const [query, choices] of Map.groupBy(chosen, (one) => one.query)) {
    const credentials = choices.map(({ digest }) => held.get(digest));
    const presented = await createPresentation('eddsa-jcs-2022', { credentials, key, options });
    if (!presented.ok) return presented;
    token[query] = [presented.value.presentation];
  }
  return ok(token);
}

function notAsked(query: string, queries: readonly CredentialQuery[]) {
  const params = { query: query.slice(0, 60), queries: queries.map(({ id }) => id).join(', ') };
  return openid4vpCatalogue.refuse('NODE_VERIFIER_QUERY', { path: '/credentials', params });
}

function unusable(reason: string): Result<never> {
  return refused(
    openid4vpCatalogue.refuse('NODE_VERIFIER_REQUEST', { path: '/request', params: { reason } }),
  );
}
