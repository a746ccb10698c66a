import type { Refusal } from '@portolan/kernel';

/** An answer that refused what was asked, with every reason the node gave. */
export class Refused extends Error {
  override name = 'Refused';
  readonly status: number;
  readonly refusals: readonly Refusal[];
  readonly requestId: string | undefined;

  constructor(status: number, title: string, refusals: readonly Refusal[], requestId?: string) {
    super(title);
    this.status = status;
    this.refusals = refusals;
    this.requestId = requestId;
  }
}

interface Problem {
  title?: string;
  refusals?: Refusal[];
  requestId?: string;
}

/** A refusal of the portal's own, for an answer that isn't the node's. */
function unexplained(status: number): Refusal {
  const reached = status > 0;
  return {
    code: reached ? 'WEB_UNEXPLAINED' : 'WEB_NODE_UNREACHABLE',
    path: '',
    fault: 'node',
    message: reached ? `The node answered ${status} without a reason.` : 'The node did not answer.',
    mend: reached ? 'Try again; nothing was stored.' : 'Check the connection, then try again.',
  };
}

async function refusedFrom(response: Response): Promise<Refused> {
  const problem = (await response.json().catch(() => ({}))) as Problem;
  const refusals = problem.refusals?.length ? problem.refusals : [unexplained(response.status)];
  return new Refused(response.status, problem.title ?? 'Refused', refusals, problem.requestId);
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new Refused(0, 'The node did not answer', [unexplained(0)]);
  });
  if (!response.ok) throw await refusedFrom(response);
  return response;
}

async function read<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

/** Reads a record of the node. `T` is the contract's type for the route. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return read<T>(await send(path, { headers: { accept: 'application/json' }, signal: signal ?? null }));
}

/** Asks the node to do something; throws `Refused` with the reasons when it will not. */
export async function call<T>(
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<T> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  return read<T>(
    await send(path, { method, headers: { accept: 'application/json', ...type, ...headers }, ...json }),
  );
}

/** A query string without its empty members. */
export function query(values: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) search.set(name, value);
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}
