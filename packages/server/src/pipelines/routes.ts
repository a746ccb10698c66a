import {
  draftPipelineEntries,
  getPipeline,
  getPipelineDay,
  getPipelineFlow,
  getPipelineMonth,
  getPipelineTicket,
  importNotices,
  listBrokerSheets,
  listPipelineCrossings,
  listPipelineFindings,
  listPipelineMonths,
  listPipelines,
  listPipelineTickets,
  previewTitle as previewTitleRoute,
  searchPipelineTickets,
  sellTitle as sellTitleRoute,
} from '@portolan/contract';
import { type JsonObject, ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { readUpload } from '../platform/http/multipart.ts';
import { serve } from '../platform/http/serve.ts';
import type { TradeContext } from '../trade/context.ts';
import { actOf } from '../trade/routes/call.ts';
import { pipelinesCatalogue } from './catalogue.ts';
import { draftEntries } from './draft-entries.ts';
import { exportRoutes } from './export-routes.ts';
import { flowView } from './flow-view.ts';
import { lineView } from './line-view.ts';
import { listLines, listMonths } from './list.ts';
import { dayView, gravestFirst, monthView } from './month-view.ts';
import { proposeNominations } from './notices.ts';
import { openMonth } from './open-month.ts';
import { offsetOf, pageAt } from './page.ts';
import { previewTitle } from './preview-title.ts';
import { receivedOfMonth } from './received.ts';
import { brokerSheets } from './sheets.ts';
import { listTickets, searchTickets, ticketView } from './tickets.ts';
import { sellTitle } from './titles.ts';

const filers = { roles: ['filer', 'signer', 'lead'] as const, scope: 'file' as const };
const signers = { roles: ['filer', 'signer', 'lead'] as const, scope: 'sign' as const };

/** Lines, their months, days and tickets, drafts of what crossed, and notices of shipment. Each tenant sees what it was sent. */
export function pipelineRoutes(app: FastifyInstance, context: TradeContext): void {
  registerCatalogue(pipelinesCatalogue);
  lineRoutes(app, context);
  monthRoutes(app, context);
  dayRoutes(app, context);
  actRoutes(app, context);
  exportRoutes(app, context);
}

function lineRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, listPipelines, async ({ auth, query }) => {
    const { q, cursor, limit = 25 } = query;
    const offset = offsetOf(cursor);
    const asked = { offset, limit, ...(q === undefined ? {} : { q }) };
    const { items, total } = await listLines(context, auth.tenant, asked);
    return ok(pageAt(items, offset, total));
  });

  serve(app, getPipeline, ({ auth, params }) => lineView(context.pool, auth.tenant, params.line));

  serve(app, listPipelineMonths, async ({ auth, params, query }) => {
    const known = await lineView(context.pool, auth.tenant, params.line);
    if (!known.ok) return known;
    const offset = offsetOf(query.cursor);
    const asked = { offset, limit: query.limit ?? 13 };
    const { items, total } = await listMonths(context, auth.tenant, params.line, asked);
    return ok(pageAt(items, offset, total));
  });
}

function monthRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, getPipelineMonth, async ({ auth, params }) => {
    const month = await openMonth(context, auth, params.line, params.month);
    if (!month.ok) return month;
    const received = await receivedOfMonth(context.pool, auth.tenant.id, month.value);
    return ok(monthView(month.value, received));
  });

  serve(app, listPipelineFindings, async ({ auth, params, query }) => {
    const month = await openMonth(context, auth, params.line, params.month);
    if (!month.ok) return month;
    const { day, batch, severity, q = '', cursor, limit = 25 } = query;
    const words = q.trim().toLowerCase();
    const found = gravestFirst(month.value.head.findings).filter(
      (finding) =>
        (day === undefined || finding.day === day) &&
        (batch === undefined || finding.batch === batch) &&
        (severity === undefined || finding.severity === severity) &&
        `${finding.code} ${finding.message} ${finding.batch ?? ''}`.toLowerCase().includes(words),
    );
    const offset = offsetOf(cursor);
    return ok(pageAt(found.slice(offset, offset + limit), offset, found.length));
  });

  serve(app, getPipelineFlow, async ({ auth, params }) => {
    const month = await openMonth(context, auth, params.line, params.month);
    return month.ok ? ok(flowView(month.value.sheet.flow)) : month;
  });

  serve(app, listBrokerSheets, async ({ auth, params, query }) => {
    const month = await openMonth(context, auth, params.line, params.month);
    if (!month.ok) return month;
    return ok({ items: await brokerSheets(context.pool, auth.tenant.id, month.value, query.owner) });
  });
}

function dayRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, getPipelineDay, async ({ auth, params }) => {
    const month = await openMonth(context, auth, params.line, params.month);
    return month.ok ? dayView(month.value, params.day) : month;
  });

  serve(app, listPipelineTickets, async ({ auth, params, query }) => {
    const month = await openMonth(context, auth, params.line, params.month);
    if (!month.ok) return month;
    const day = dayView(month.value, params.day);
    if (!day.ok) return day;
    const [offset, limit] = [offsetOf(query.cursor), query.limit ?? 50];
    const span = { tenantId: auth.tenant.id, line: params.line, month: params.month };
    const { from, to } = day.value;
    const { items, total } = await listTickets(context.pool, { ...span, from, to }, { offset, limit });
    return ok(pageAt(items, offset, total));
  });

  serve(app, searchPipelineTickets, async ({ auth, params, query }) => {
    const month = await openMonth(context, auth, params.line, params.month);
    if (!month.ok) return month;
    const { q, kind, cursor, limit = 25 } = query;
    const offset = offsetOf(cursor);
    const sought = { tenantId: auth.tenant.id, ...params, q, kind };
    const { items, total } = await searchTickets(context.pool, sought, { offset, limit });
    return ok(pageAt(items, offset, total));
  });

  serve(app, listPipelineCrossings, async ({ auth, params, query }) => {
    const month = await openMonth(context, auth, params.line, params.month);
    if (!month.ok) return month;
    const crossings = month.value.crossingsOn(params.day);
    const [offset, limit] = [offsetOf(query.cursor), query.limit ?? 50];
    return ok(pageAt(crossings.slice(offset, offset + limit), offset, crossings.length));
  });

  serve(app, getPipelineTicket, async ({ auth, params }) => {
    const month = await openMonth(context, auth, params.line, params.month);
    if (!month.ok) return month;
    const key = { tenantId: auth.tenant.id, line: params.line };
    return ticketView(context.pool, key, month.value, params.digest);
  });
}

function actRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(
    app,
    draftPipelineEntries,
    async ({ auth, params, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      const drafted = await draftEntries(context, act.value, { ...params, owner: body.owner });
      return drafted.ok ? ok({ items: drafted.value }) : drafted;
    },
    filers,
  );

  serve(app, importNotices, async ({ auth, request }) => {
    const upload = await readUpload(request);
    if (!upload.ok) return upload;
    const { files } = upload.value;
    if (files.length === 0) return refused(pipelinesCatalogue.refuse('NODE_PIPELINE_NOTICE_FILE'));
    return ok(await proposeNominations(context, auth.tenant.id, files));
  });

  serve(
    app,
    previewTitleRoute,
    async ({ auth, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      return previewTitle(context, act.value, body.document as JsonObject);
    },
    signers,
  );

  serve(
    app,
    sellTitleRoute,
    async ({ auth, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      return sellTitle(context, act.value, body.document as JsonObject);
    },
    signers,
  );
}
