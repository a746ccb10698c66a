import { parseJson } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { nodeCatalogue } from '../catalogue.ts';
import { bodyLimits } from '../limits.ts';
import { RefusedError } from '../refused-error.ts';

/** JSON bodies of strangers: too deep, ambiguous, cut off or inexact ones are refused before a handler sees them. */
export const jsonBody = fastifyPlugin(async (app: FastifyInstance) => {
  app.removeAllContentTypeParsers();
  // `application/ld+json` and the like are JSON (RFC 6839 section 3.1).
  const types = /^application\/(?:[\w.+-]+\+)?json/;
  app.addContentTypeParser<Buffer>(types, { parseAs: 'buffer' }, (request, bytes, done) => {
    if (bytes.length === 0) return done(new RefusedError(nodeCatalogue.refuse('NODE_BODY_MISSING')));
    const maxBytes = request.routeOptions.bodyLimit ?? bodyLimits.json;
    const parsed = parseJson(bytes, { maxBytes, maxDepth: bodyLimits.jsonDepth });
    return parsed.ok ? done(null, parsed.value) : done(new RefusedError(parsed.refusals));
  });
});
