import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { version } from '../version.ts';
import { apiPage, apiPageStyle } from './api-page.ts';

/** GET /api/openapi.json (OpenAPI 3.1) and the same for people at /docs/api. Register before the routes it describes. */
export const description = fastifyPlugin(async (app: FastifyInstance) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Portolan node',
        description:
          'Evidence in, entry out, receipts for ever. Refusals are RFC 9457 problems with coded reasons.',
        version,
        license: { name: 'Apache-2.0' },
      },
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
  });
  const open = { config: { access: 'public' as const }, schema: { hide: true } };
  app.get('/api/openapi.json', open, async () => app.swagger());
  app.get('/docs/api', open, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(apiPage(app.swagger())),
  );
  app.get('/docs/api.css', open, async (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(apiPageStyle),
  );
});
