import { ok, type Result, refused } from '@portolan/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { epcisServiceCatalogue } from './catalogue.ts';

/** The token of a next page is opaque to whoever asks; here it names the place after the last item shown. */
export function tokenOf(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Refuses what is no token of this node. */
export function readToken(token: string | undefined, parts: number): Result<string[] | undefined> {
  if (token === undefined) return ok(undefined);
  try {
    const place: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    if (Array.isArray(place) && place.length === parts) return ok(place.map(String));
  } catch {
    // Refused below, like every other text that is no token.
  }
  return refused(epcisServiceCatalogue.refuse('NODE_EPCIS_PAGE', { path: '/nextPageToken' }));
}

/** Names the next page in the Link header (RFC 8288), as EPCIS 2.0, section 12.5 has it. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, token: string | undefined): void {
  if (token === undefined) return;
  const address = new URL(request.url, `${request.protocol}://${request.headers.host}`);
  address.searchParams.set('nextPageToken', token);
  reply.header('link', `<${address.href}>; rel="next"`);
}
