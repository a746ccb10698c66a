import { parseJson } from '@portolan/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { NodeContext } from '../platform/context.ts';
import { bodyLimits } from '../platform/limits.ts';
import { RefusedError } from '../platform/refused-error.ts';
import type { TradeContext } from '../trade/context.ts';
import { originOf } from '../vc-api/access.ts';
import type { RawRequest } from './signed-request.ts';

/** A call of an organization's address. */
export interface Addressed {
  readonly context: TradeContext;
  readonly request: FastifyRequest;
  readonly slug: string;
}

/** The address of an organization on this node: the target of its own capability. */
export function addressOf(
  context: Pick<NodeContext, 'config' | 'settings'>,
  request: FastifyRequest,
  slug: string,
): string {
  return `${originOf(context, request)}/t/${slug}`;
}

/** Bodies as they came, beside what they say: signatures are over the bytes. */
const bodies = new WeakMap<FastifyRequest, Uint8Array>();

/** Reads JSON bodies as everywhere, and keeps their bytes until the request is answered. */
export function keepRawBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer', bodyLimit: bodyLimits.json } as const;
  app.addContentTypeParser<Buffer>('application/json', options, (request, bytes, done) => {
    bodies.set(request, bytes);
    if (bytes.length === 0) return done(null, undefined);
    const parsed = parseJson(bytes, { maxBytes: bodyLimits.json, maxDepth: bodyLimits.jsonDepth });
    return parsed.ok ? done(null, parsed.value) : done(new RefusedError(parsed.refusals));
  });
}

/** The request as it came, for the signature over it. */
export function rawRequest(request: FastifyRequest): RawRequest {
  const { method, url, headers } = request;
  return { method, url, headers, body: bodies.get(request) };
}
