import type { WalletRequest } from '@portolan/contract';
import { verdictRefusals } from '@portolan/credentials';
import { type FormTrust, type FormVerdict, needsOf } from '@portolan/credentials/forms';
import { isRecord, type JsonValue, ok, type Refusal, type Result, refused } from '@portolan/kernel';
import { verifyFormApart, verifyPresentationApart } from '../platform/forms/index.ts';
import { vcTrust } from '../vc-api/verify/trust.ts';
import { openid4vpCatalogue } from './catalogue.ts';
import type { WalletContext } from './context.ts';
import { libraryCallbacks, payloadOf } from './jwt.ts';
import { openid4vp } from './library.ts';
import { type CredentialQuery, hasTypes, readQueries, showsClaim } from './query.ts';
import { closeRequest, type KeptAnswer, type RequestRow } from './store.ts';

/** A presentation with the query it answers. */
interface Presented {
  readonly query: string;
  readonly value: JsonValue;
}

/**
 * Takes what a wallet brought: every presentation must be made by its holder for this nonce and this verifier, hold, and answer
 * its query. The request is used up whatever comes of it. Refuses a second answer and one that comes too late.
 */
export async function receiveAnswer(
  context: WalletContext,
  row: RequestRow,
  form: Readonly<Record<string, string>>,
): Promise<Result<void>> {
  const at = context.clock.now();
  if (row.answered_at !== null || row.expires_at < at)
    return refused(refuse('NODE_WALLET_REQUEST_CLOSED', {}));
  const judged = await judge(context, row, form);
  const answer: KeptAnswer = judged.ok ? judged.value : { refusals: [...judged.refusals], credentials: [] };
  const outcome = judged.ok && answer.refusals.length === 0 ? 'answered' : 'refused';
  if (!(await closeRequest(context.pool, row, outcome, answer, at)))
    return refused(refuse('NODE_WALLET_REQUEST_CLOSED', {}));
  context.events.publish(row.tenant_id, { kind: 'wallet', ref: row.request_id, at });
  return outcome === 'answered' ? ok(undefined) : refused(answer.refusals);
}

async function judge(
  context: WalletContext,
  row: RequestRow,
  form: Readonly<Record<string, string>>,
): Promise<Result<KeptAnswer>> {
  if (form.error !== undefined)
    return refused(
      refuse('NODE_WALLET_REFUSED', { reason: (form.error_description ?? form.error).slice(0, 200) }),
    );
  if (form.state !== row.request_id) return unreadable('its state is not that of the request');
  const presented = await readToken(context, row, form);
  if (!presented.ok) return presented;
  const queries = readQueries(row.query) ?? [];
  const trust = await trustFor(context, row, presented.value);
  const results = await Promise.all(
    presented.value.map((one) => judgeOne(context, one, queries, row, trust)),
  );
  const missing = queries
    .filter(({ id }) => !presented.value.some(({ query }) => query === id))
    .map(({ id, types }) => refuse('NODE_WALLET_MISSING', { query: id, types: types.join(', ') }));
  const holder = results.find((result) => result.holder)?.holder;
  return ok({
    ...(holder === undefined ? {} : { holder }),
    refusals: [...missing, ...results.flatMap(({ refusals }) => refusals)],
    credentials: results.flatMap(({ credentials }) => credentials),
  });
}

/** The vp_token of DCQL: a list of presentations for each query (OpenID4VP 1.0, section 8.1). */
async function readToken(
  { crypto }: Pick<WalletContext, 'crypto'>,
  row: RequestRow,
  form: Readonly<Record<string, string>>,
): Promise<Result<Presented[]>> {
  try {
    const { parseOpenid4vpAuthorizationResponse } = await openid4vp();
    const parsed = await parseOpenid4vpAuthorizationResponse({
      authorizationResponse: { ...form },
      authorizationRequestPayload: payloadOf(row.request) as never,
      callbacks: libraryCallbacks(crypto),
    });
    if (parsed.type !== 'dcql') return unreadable('it does not answer a DCQL query');
    const entries = Object.entries(parsed.dcql.presentations as Record<string, readonly JsonValue[]>);
    return ok(entries.flatMap(([query, values]) => values.map((value) => ({ query, value }))));
  } catch {
    return unreadable('its vp_token is not an object of lists of presentations');
  }
}

async function trustFor(
  context: WalletContext,
  row: RequestRow,
  presented: readonly Presented[],
): Promise<FormTrust> {
  const needs = presented.map(({ value }) => needsOf(value));
  const caller = { tenantId: row.tenant_id, actor: 'wallet', origin: '' };
  return vcTrust(context, caller, {
    dids: needs.flatMap(({ dids }) => dids),
    statusLists: needs.flatMap(({ statusLists }) => statusLists),
    schemas: [],
    resources: [],
    contexts: [],
  });
}

interface Judged {
  readonly holder?: string;
  readonly refusals: readonly Refusal[];
  readonly credentials: WalletRequest['credentials'];
}

async function judgeOne(
  context: WalletContext,
  { query: id, value }: Presented,
  queries: readonly CredentialQuery[],
  row: RequestRow,
  trust: FormTrust,
): Promise<Judged> {
  const { nonce } = row;
  const clientId = clientIdOf(row);
  const query = queries.find((one) => one.id === id);
  if (!query)
    return {
      refusals: [
        refuse('NODE_WALLET_RESPONSE', { reason: `it answers "${id.slice(0, 60)}", which was not asked` }),
      ],
      credentials: [],
    };
  if (typeof value === 'string' && value.includes('~')) {
    const binding = { ...trust, keyBinding: { nonce, audience: clientId } };
    const verdict = await verifyFormApart(context, value, binding);
    return { refusals: faultsOf(verdict, query), credentials: shownBy(query, [verdict]) };
  }
  const { holder, refusals, credentials } = await verifyPresentationApart(context, value, trust, {
    challenge: nonce,
    domain: clientId,
  });
  const empty =
    credentials.length === 0
      ? [refuse('NODE_WALLET_MISSING', { query: id, types: query.types.join(', ') })]
      : [];
  return {
    ...(holder === '' ? {} : { holder }),
    refusals: [...refusals, ...empty, ...credentials.flatMap((verdict) => faultsOf(verdict, query))],
    credentials: shownBy(query, credentials),
  };
}

function faultsOf(verdict: FormVerdict, { id, types, claims }: CredentialQuery): Refusal[] {
  if (!verdict.verified) return verdictRefusals(verdict);
  const { credential = {} } = verdict;
  if (!hasTypes(verdict.types, types)) {
    const found = verdict.types.join(', ').slice(0, 200);
    return [refuse('NODE_WALLET_TYPE', { query: id, found, types: types.join(', ') })];
  }
  return claims
    .filter((path) => !showsClaim(credential, path))
    .map((path) => refuse('NODE_WALLET_CLAIM', { query: id, claim: path.join('.') }));
}

function shownBy({ id }: CredentialQuery, verdicts: readonly FormVerdict[]): WalletRequest['credentials'] {
  return verdicts.map(({ issuer, types, form, digest, credential = {} }) => ({
    ...{ query: id, issuer, types: [...types], form, digest, credential: { ...credential } },
  }));
}

/** Whom the wallet signed for: the client identifier of the request object. */
export function clientIdOf({ request }: Pick<RequestRow, 'request'>): string {
  const clientId = payloadOf(request)?.client_id;
  return typeof clientId === 'string' ? clientId : '';
}

/** A form of strings, as direct_post sends it. */
export function formOf(body: unknown): Record<string, string> {
  if (!isRecord(body)) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
}

function unreadable(reason: string): Result<never> {
  return refused(refuse('NODE_WALLET_RESPONSE', { reason }));
}

function refuse(
  code: Parameters<typeof openid4vpCatalogue.refuse>[0],
  params: Record<string, string>,
): Refusal {
  return openid4vpCatalogue.refuse(code, { params });
}
