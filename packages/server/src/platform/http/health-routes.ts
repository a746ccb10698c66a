import { getHealth } from '@portolan/contract';
import { ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import type { NodeContext } from '../context.ts';
import { version } from '../version.ts';
import { serve } from './serve.ts';

/** Whether the node works; 503 when a part does not, so that a balancer sends nobody here. */
export function healthRoutes(app: FastifyInstance, { health }: Pick<NodeContext, 'health'>): void {
  serve(app, getHealth, async ({ reply }) => {
    const parts = await health.read();
    const well = Object.values(parts).every((part) => part.ok);
    if (!well) reply.code(503);
    return ok({ status: well ? ('ok' as const) : ('degraded' as const), version, parts });
  });
}
