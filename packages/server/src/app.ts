import type { FastifyInstance } from 'fastify';
import { assessRoutes } from './assess/routes.ts';
import { receivedRoutes } from './credentials/received/routes.ts';
import { credentialRoutes } from './credentials/routes.ts';
import { delegatedRoutes } from './delegated/routes.ts';
import { epcisRoutes } from './epcis/routes.ts';
import { logRoutes } from './log/routes.ts';
import { witnessRoutes } from './log/witness/routes.ts';
import { openid4vpRoutes } from './openid4vp/routes.ts';
import type { NodeContext } from './platform/context.ts';
import { description } from './platform/http/description.ts';
import { eventRoutes } from './platform/http/event-routes.ts';
import { healthRoutes } from './platform/http/health-routes.ts';
import { portal } from './platform/http/portal.ts';
import { createHttpServer, type HttpOptions } from './platform/http/server.ts';
import { sessionRoutes } from './platform/http/session-routes.ts';
import { tariffRoutes } from './tariff/routes.ts';
import { openTrade, type Trade } from './trade/trade.ts';
import { vcApiRoutes } from './vc-api/routes.ts';

/** The areas of the node that run beside requests. */
export interface NodeAreas {
  readonly trade: Trade;
}

/** Puts the areas together on the node's context; nothing runs before they are started. */
export function openAreas(context: NodeContext): NodeAreas {
  return { trade: openTrade(context) };
}

/** The node's HTTP application with the routes of every area. */
export async function createApp(
  context: NodeContext,
  { trade }: NodeAreas,
  options: HttpOptions = {},
): Promise<FastifyInstance> {
  const app = await createHttpServer(context, options);
  await app.register(description);
  await app.register(async (routes) => {
    sessionRoutes(routes, context);
    healthRoutes(routes, context);
    eventRoutes(routes, context);
    logRoutes(routes, context);
    witnessRoutes(routes, context);
    credentialRoutes(routes, context);
    receivedRoutes(routes, context);
    epcisRoutes(routes, context);
    vcApiRoutes(routes, context);
    openid4vpRoutes(routes, context);
    tariffRoutes(routes, context);
    trade.routes(routes);
    delegatedRoutes(routes, trade.context);
    assessRoutes(routes, context);
  });
  await app.register(portal);
  return app;
}
