import type { Route } from '@portolan/contract';
import { isRecord, parseJson, type Refusal } from '@portolan/kernel';
import type { Static } from 'typebox';
import { exitCodes } from '../exit-codes.ts';
import { done, failed, type Outcome, refuse } from '../outcome.ts';

/** What goes along with a call, by the names in the contract. */
export interface Call {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Longest wait for one answer. */
const patience = 120_000;
const maxAnswer = { maxBytes: 64 * 1024 * 1024, maxDepth: 100 };

/** Speaks to one node as one member, route by route as the contract has them. */
export class NodeClient {
  readonly url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    this.url = url;
    this.#headers = headers;
  }

  /** The same node with further headers: a token or a session. */
  with(headers: Readonly<Record<string, string>>): NodeClient {
    return new NodeClient(this.url, { ...this.#headers, ...headers });
  }

  async call<R extends Route>(route: R, call: Call = {}): Promise<Outcome<Static<R['response']>>> {
    const answer = await this.send(route, call);
    if (!answer.ok) return answer;
    return this.#read<Static<R['response']>>(answer.value);
  }

  /** The bytes of a file that a route answers with. */
  async file(route: Route, call: Call = {}): Promise<Outcome<Uint8Array>> {
    const answer = await this.send(route, { ...call, headers: { accept: '*/*', ...call.headers } });
    if (!answer.ok) return answer;
    if (!answer.value.ok) return this.#read<never>(answer.value);
    return done(new Uint8Array(await answer.value.arrayBuffer()));
  }

  /** The bare answer, for the few callers that need its headers. */
  async send(route: Route, call: Call = {}): Promise<Outcome<Response>> {
    try {
      return done(await fetch(addressOf(this.url, route, call), this.#request(route, call)));
    } catch (error) {
      const reason = reasonOf(error);
      return refuse('CLI_NODE_UNREACHABLE', { url: this.url, reason }, exitCodes.unreachable);
    }
  }

  #request({ method }: Route, { body, form, headers }: Call): RequestInit {
    const payload = form ?? (body === undefined ? undefined : JSON.stringify(body));
    return {
      method,
      // The node answers a session only to its own origin: a page elsewhere cannot act through it.
      headers: {
        accept: 'application/json',
        origin: this.url,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...this.#headers,
        ...headers,
      },
      signal: AbortSignal.timeout(patience),
      ...(payload === undefined ? {} : { body: payload }),
    };
  }

  async #read<T>(response: Response): Promise<Outcome<T>> {
    const parsed = parseJson(new Uint8Array(await response.arrayBuffer()), maxAnswer);
    const { status } = response;
    if (response.ok && parsed.ok) return done(parsed.value as T);
    const refusals = parsed.ok && isRecord(parsed.value) ? parsed.value.refusals : undefined;
    if (Array.isArray(refusals)) return failed(exitCodeOf(status), refusals as readonly Refusal[]);
    return refuse('CLI_NODE_ANSWER', { url: response.url, status }, exitCodeOf(status));
  }
}

function exitCodeOf(status: number) {
  return status === 401 || status === 403 ? exitCodes.notAllowed : exitCodes.refused;
}

function addressOf(url: string, { url: path }: Route, { params = {}, query = {} }: Call): URL {
  const filled = path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const address = new URL(filled, url);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) address.searchParams.set(name, String(value));
  return address;
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = isRecord(cause) && typeof cause.code === 'string' ? cause.code : undefined;
  return code ?? (cause instanceof Error ? cause.message : String(cause));
}
