import {
  getLot,
  getTraceEvent,
  listLotMovements,
  listLots,
  listTraceEvents,
  lotBecame,
  lotEpcis,
  postTraceEvent,
  traceLot,
} from '@portolan/contract';
import { type JsonObject, ok, parseInstant, type Result, refused } from '@portolan/kernel';
import { type Direction, traceabilityCatalogue } from '@portolan/traceability';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { serve } from '../platform/http/serve.ts';
import type { TradeContext } from '../trade/context.ts';
import { actOf } from '../trade/routes/call.ts';
import type { Span } from './account.ts';
import { becameView } from './became-view.ts';
import { readBody } from './body.ts';
import { tracingCatalogue } from './catalogue.ts';
import { catchUp } from './catch-up.ts';
import { epcisView } from './epcis-view.ts';
import { eventView, namesIn, openCounts, openEvents, readEvent } from './ledger-events.ts';
import { listedLots } from './list-lots.ts';
import { findLot, lotView } from './lot-view.ts';
import { movementsOf } from './movements.ts';
import { signEvent, takeEvent } from './signed-event.ts';
import { signedCredential } from './signed-store.ts';
import { traceView } from './trace-view.ts';
import { listUnread } from './unread.ts';

const signers = { roles: ['signer', 'lead', 'officer'] as const, scope: 'sign' as const };
const mostUnread = 100;

/** All routes about lots: lists, accounts, traces, recalls, and events one by one. Who looks sees all that was received before. */
export function lotRoutes(app: FastifyInstance, context: TradeContext): void {
  for (const catalogue of [traceabilityCatalogue, tracingCatalogue]) registerCatalogue(catalogue);
  readingRoutes(app, context);
  exportRoutes(app, context);
  eventRoutes(app, context);
}

function readingRoutes(app: FastifyInstance, context: TradeContext): void {
  const { pool } = context;

  serve(app, listLots, async ({ auth, query }) => {
    await catchUp(context, auth.tenant.id);
    return ok(await listedLots(pool, auth.tenant.id, query));
  });

  serve(app, getLot, async ({ auth, params, query }) => {
    const span = spanOf(query);
    if (!span.ok) return span;
    await catchUp(context, auth.tenant.id);
    return lotView(context, auth.tenant.id, params.lot, span.value);
  });

  serve(app, listLotMovements, async ({ auth, params, query }) => {
    await catchUp(context, auth.tenant.id);
    const row = await findLot(pool, auth.tenant.id, params.lot);
    return row.ok ? ok(await movementsOf(pool, auth.tenant.id, row.value.lot_key, query)) : row;
  });

  serve(app, traceLot, async ({ auth, params, query }) => {
    await catchUp(context, auth.tenant.id);
    const row = await findLot(pool, auth.tenant.id, params.lot);
    if (!row.ok) return row;
    const { direction = 'both', generations = 30, lots = 2000 } = query;
    const directions: readonly Direction[] = direction === 'both' ? ['up', 'down'] : [direction];
    return ok(await traceView(pool, auth.tenant.id, row.value, { directions, generations, lots }));
  });

  serve(app, lotBecame, async ({ auth, params }) => {
    await catchUp(context, auth.tenant.id);
    const row = await findLot(pool, auth.tenant.id, params.lot);
    return row.ok ? ok(await becameView(pool, auth.tenant.id, row.value)) : row;
  });
}

function exportRoutes(app: FastifyInstance, context: TradeContext): void {
  const { pool, clock } = context;

  serve(app, lotEpcis, async ({ auth, params }) => {
    await catchUp(context, auth.tenant.id);
    const row = await findLot(pool, auth.tenant.id, params.lot);
    return row.ok ? epcisView(pool, auth.tenant.id, row.value, clock.now()) : row;
  });
}

function eventRoutes(app: FastifyInstance, context: TradeContext): void {
  const { pool } = context;

  serve(app, listTraceEvents, async ({ auth, query }) => {
    const tenantId = auth.tenant.id;
    await catchUp(context, tenantId);
    const [page, counts, unread] = await Promise.all([
      openEvents(pool, tenantId, query),
      openCounts(pool, tenantId),
      listUnread(pool, tenantId, mostUnread),
    ]);
    return ok({ ...page, counts, unread: unread.map((one) => ({ ...one, refusals: [...one.refusals] })) });
  });

  serve(app, getTraceEvent, async ({ auth, params }) => {
    const tenantId = auth.tenant.id;
    await catchUp(context, tenantId);
    const row = await readEvent(pool, tenantId, params.event);
    if (!row)
      return refused(
        tracingCatalogue.refuse('NODE_TRACE_EVENT_UNKNOWN', {
          path: '/event',
          params: { event: params.event },
        }),
      );
    const body = readBody(row);
    const [names, credential] = await Promise.all([
      namesIn(pool, [body]),
      signedCredential(pool, tenantId, row.event_key),
    ]);
    return ok({ ...eventView(row, names), body: { ...body }, ...(credential ? { credential } : {}) });
  });

  serve(
    app,
    postTraceEvent,
    async ({ auth, body }) => {
      const { event, credential, storyAt } = body;
      if ((event === undefined) === (credential === undefined))
        return refused(tracingCatalogue.refuse('NODE_TRACE_EVENT_WHICH'));
      const act = actOf(context, auth, storyAt);
      if (!act.ok) return act;
      await catchUp(context, auth.tenant.id);
      if (event) return signEvent(context, act.value, event as JsonObject);
      return takeEvent(context, act.value, credential as JsonObject);
    },
    signers,
  );
}

function spanOf({ from, until }: { readonly from?: string; readonly until?: string }): Result<Span> {
  const [begin, end] = [optional(from, '/from'), optional(until, '/until')];
  if (!begin.ok) return begin;
  if (!end.ok) return end;
  if (begin.value !== undefined && end.value !== undefined && begin.value > end.value)
    return refused(
      tracingCatalogue.refuse('NODE_TRACE_SPAN', {
        path: '/until',
        params: { from: begin.value, until: end.value },
      }),
    );
  return ok({ from: begin.value, until: end.value });
}

function optional(text: string | undefined, path: string) {
  return text === undefined || text === '' ? ok(undefined) : parseInstant(text, path);
}
