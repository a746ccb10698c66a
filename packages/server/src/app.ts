import type { FastifyInstance } from 'fastify';
import { logRoutes } from './log/routes.ts';
import type { NodeContext } from './platform/context.ts';
import { description } from './platform/http/description.ts';
import { eventRoutes } from './platform/http/event-routes.ts';
import { healthRoutes } from './platform/http/health-routes.ts';
import { portal } from './platform/http/portal.ts';
import { createHttpServer, type HttpOptions } from './platform/http/server.ts';
import { sessionRoutes } from './platform/http/session-routes.ts';

/** The areas of the node beyond the platform, with what they run beside requests. */
export interface NodeAreas {
  /** Loads the sample community's stories. */
  loadSample(progress: (step: string) => void): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts the areas together; each is handed the context and those it needs. */
export function openAreas(_context: NodeContext): NodeAreas {
  return {
    loadSample: async () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
  };
}

/** The node's HTTP application with the routes of every area. */
export async function createApp(
  context: NodeContext,
  _areas: NodeAreas,
  options: HttpOptions = {},
): Promise<FastifyInstance> {
  const app = await createHttpServer(context, options);
  await app.register(description);
  await app.register(async (routes) => {
    sessionRoutes(routes, context);
    healthRoutes(routes, context);
    eventRoutes(routes, context);
    logRoutes(routes, context);
  });
  await app.register(portal);
  return app;
}
