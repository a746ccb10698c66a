import type { FastifyRequest } from 'fastify';
import { nodeCatalogue } from '../catalogue.ts';
import { RefusedError } from '../refused-error.ts';
import { isRead } from './access.ts';

/**
 * Refuses what another web site makes a browser send: a request that changes something names its origin, and it must be
 * this node's. A bearer token needs none of this, since no browser adds it by itself.
 */
export function checkOrigin(request: FastifyRequest, publicUrl: string | undefined): void {
  if (isRead(request.method) || !bringsCookie(request)) return;
  const { origin, host } = request.headers;
  const own = [`${request.protocol}://${host}`, ...(publicUrl ? [publicUrl] : [])];
  const same =
    origin === undefined ? request.headers['sec-fetch-site'] === 'same-origin' : own.includes(origin);
  if (!same) throw new RefusedError(nodeCatalogue.refuse('NODE_ORIGIN_REFUSED'));
}

/** Signing in has no cookie yet, but must not be triggered from elsewhere either; a program sends no Origin. */
function bringsCookie({ headers }: FastifyRequest): boolean {
  return headers.cookie !== undefined || headers.origin !== undefined;
}
