import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import type { Logger } from 'pino';

/** One line per answered request: who, which route, how long; never headers, bodies or query strings. */
export const requestLog = fastifyPlugin(async (app: FastifyInstance, { logger }: { logger: Logger }) => {
  app.addHook('onResponse', async (request, reply) => {
    const { signedIn, routeOptions, method, id } = request;
    logger.info(
      {
        requestId: id,
        method,
        route: routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(signedIn ? { tenant: signedIn.tenant.slug, member: signedIn.member.id } : {}),
      },
      'request',
    );
  });
});
