import { getWork } from '@portolan/contract';
import { ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import type { TradeContext } from '../context.ts';
import { workList } from '../work/list.ts';

/** GET /api/work: what is due, asked and decided, for the own organization. */
export function workRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, getWork, async ({ auth }) => {
    const items = await workList(context, auth);
    const counts: Record<string, number> = { do: 0, wait: 0, decided: 0 };
    for (const { group } of items) counts[group] = (counts[group] ?? 0) + 1;
    return ok({ items, counts, asOf: context.clock.now() });
  });
}
