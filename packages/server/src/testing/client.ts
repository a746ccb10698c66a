import type { Refusal } from '@portolan/kernel';

/** An answer, read whole. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** The JSON body; the text when it is none. */
  readonly body: T;
  /** Codes of the refusals, when it is a problem. */
  readonly codes: readonly string[];
}

/** Speaks HTTP as the portal would: same origin, with its cookie; or as a program would, with its token. */
export interface Client {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  get<T = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  /** Sends JSON; a FormData goes as multipart/form-data. */
  send<T = unknown>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  post<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  /** The same client with further headers. */
  with(headers: Record<string, string>): Client;
}

export function createClient(url: string, own: Record<string, string> = {}): Client {
  async function request<T>(method: string, path: string, body: unknown, headers: Record<string, string>) {
    const sent = { ...own, ...headers };
    const form = body instanceof FormData;
    const json = body !== undefined && !form ? { 'content-type': 'application/json' } : {};
    const payload = form || typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(new URL(path, url), {
      ...{ method, headers: { ...json, ...sent } },
      ...(payload === undefined ? {} : { body: payload }),
    });
    return answerOf<T>(response);
  }
  return {
    url,
    headers: own,
    get: (path, headers = {}) => request('GET', path, undefined, headers),
    send: (method, path, body, headers = {}) => request(method, path, body, { origin: url, ...headers }),
    post: (path, body, headers = {}) => request('POST', path, body, { origin: url, ...headers }),
    with: (headers) => createClient(url, { ...own, ...headers }),
  };
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const body = (isJson && text !== '' ? JSON.parse(text) : text) as T;
  const { refusals = [] } = (isJson && body !== null ? body : {}) as { refusals?: readonly Refusal[] };
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true;
  return {
    ...{ status: response.status, headers: response.headers, body },
    codes: isProblem ? refusals.map(({ code }) => code) : [],
  };
}
