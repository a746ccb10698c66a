import type { VerifierDelivery } from '@portolan/contract';
import { isRecord, ok, parseJson, type Refusal, type Result, refused } from '@portolan/kernel';
import { peerOrigins } from '../credentials/trust/learn-keys.ts';
import { mayAsk } from '../platform/outbound/allowed.ts';
import { boundedText, fetchTextWith, whyNot } from '../platform/outbound/fetch-text.ts';
import { openid4vpCatalogue } from './catalogue.ts';
import type { WalletContext } from './context.ts';

type ReachContext = Pick<WalletContext, 'config' | 'pool'>;

const TIMEOUT_MS = 10_000;
const fetchObject = fetchTextWith({
  accept: 'application/oauth-authz-req+jwt, text/plain',
  maxBytes: 100_000,
  timeoutMs: TIMEOUT_MS,
});
/** Longer answers of a verifier are cut off: they are shown, and otherwise mean nothing. */
const SHOWN = 2000;
const MAX_ANSWER = 64 * 1024;

/**
 * The request object behind what a member was given: the signed text itself, or the openid4vp: address that leads to it, which
 * is asked only at hosts that the operator has named. Refuses addresses without request_uri and places that may not be asked.
 */
export async function requestObjectOf(context: ReachContext, given: string): Promise<Result<string>> {
  const text = given.trim();
  if (!/^(openid4vp|haip|https):/i.test(text)) return ok(text);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const address = url?.searchParams.get('request_uri') ?? (url?.protocol === 'https:' ? url.href : undefined);
  const object = url?.searchParams.get('request');
  if (object) return ok(object);
  if (address === undefined)
    return refused(refuse('NODE_VERIFIER_REQUEST', { reason: 'its address has no request_uri' }));
  const denied = await deniedAt(context, address);
  if (denied) return refused(denied);
  try {
    return ok((await fetchObject(address)).trim());
  } catch (error) {
    return refused(
      refuse('NODE_VERIFIER_UNREACHABLE', { address: address.slice(0, 200), reason: whyNot(error) }),
    );
  }
}

/**
 * Posts a signed answer to the address that the verifier's signed request names (OpenID4VP 1.0, section 8.2), where the operator
 * has named its host. Whatever comes of it is said; the answer stays signed and can be posted by hand.
 */
export async function deliverAnswer(
  context: ReachContext,
  responseUri: string,
  form: Readonly<Record<string, string>>,
): Promise<VerifierDelivery> {
  const denied = await deniedAt(context, responseUri);
  if (denied) return { sent: false, refusals: [denied] };
  try {
    const response = await fetch(responseUri, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = response.body ? await boundedText(response.body, MAX_ANSWER) : '';
    const said = { status: response.status, answer: text.slice(0, SHOWN), ...redirectIn(text) };
    if (response.ok) return { sent: true, ...said, refusals: [] };
    const params = { status: response.status, answer: reasonIn(text) };
    return { sent: true, ...said, refusals: [refuse('NODE_VERIFIER_REFUSED', params)] };
  } catch (error) {
    const params = { address: responseUri.slice(0, 200), reason: whyNot(error) };
    return { sent: false, refusals: [refuse('NODE_VERIFIER_UNREACHABLE', params)] };
  }
}

async function deniedAt({ config, pool }: ReachContext, address: string): Promise<Refusal | undefined> {
  if (!URL.canParse(address)) return refuse('NODE_VERIFIER_REQUEST', { reason: 'its address is no URL' });
  const allowed = { hosts: config.fetchFrom ?? [], origins: await peerOrigins(pool) };
  const { hostname } = new URL(address);
  return mayAsk(address, allowed) ? undefined : refuse('NODE_VERIFIER_HOST', { host: hostname });
}

/** Where the verifier wants the holder to go on (section 8.2, redirect_uri); web addresses only, since it is shown as a link. */
function redirectIn(text: string): { readonly redirectUri?: string } {
  const parsed = parseJson(text);
  const uri = parsed.ok && isRecord(parsed.value) ? parsed.value.redirect_uri : undefined;
  return typeof uri === 'string' && URL.canParse(uri) && new URL(uri).protocol === 'https:'
    ? { redirectUri: uri.slice(0, SHOWN) }
    : {};
}

/** What a verifier says of an answer it does not take, as an error of OAuth or a problem of RFC 9457, else its text. */
function reasonIn(text: string): string {
  const parsed = parseJson(text);
  const said = parsed.ok && isRecord(parsed.value) ? parsed.value : {};
  const words = [said.error_description, said.detail, said.title, said.error].find(
    (word) => typeof word === 'string' && word !== '',
  );
  return String(words ?? text).slice(0, 300) || 'nothing';
}

function refuse(
  code:
    | 'NODE_VERIFIER_REQUEST'
    | 'NODE_VERIFIER_HOST'
    | 'NODE_VERIFIER_UNREACHABLE'
    | 'NODE_VERIFIER_REFUSED',
  params: Record<string, string | number>,
): Refusal {
  return openid4vpCatalogue.refuse(code, { path: '/request', params });
}
