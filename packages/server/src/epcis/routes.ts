import {
  addEpcisEvent,
  captureEpcis,
  getEpcisCapture,
  getEpcisEvent,
  listEpcisCaptures,
  listEpcisValues,
  queryEpcisEvents,
  queryEpcisEventsOf,
} from '@portolan/contract';
import { epcisCatalogue } from '@portolan/documents';
import { type JsonObject, ok, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { type ServeOptions, serve } from '../platform/http/serve.ts';
import { bodyLimits } from '../platform/limits.ts';
import type { Auth } from '../platform/tenant.ts';
import { eventAnswer, queryDocument } from './answer.ts';
import { type CaptureBehaviour, captureDocument, captureEvent } from './capture.ts';
import { epcisServiceCatalogue } from './catalogue.ts';
import type { Capturer, EpcisContext } from './context.ts';
import { listJobs, readJob } from './jobs.ts';
import { linkNext, readToken, tokenOf } from './page.ts';
import { refuseEpcis } from './problem.ts';
import { queryEvents, readEvent } from './query.ts';
import { listValues, parameterOf } from './values.ts';

const PER_PAGE = 30;
const reading: ServeOptions = { refuse: refuseEpcis };
const writing: ServeOptions = {
  ...reading,
  roles: ['filer', 'signer', 'lead', 'officer'],
  bodyLimit: bodyLimits.envelopes,
};

/** EPCIS 2.0 over HTTP (section 12): capture, capture jobs, events, queries with paging; each organization its own events. */
export function epcisRoutes(app: FastifyInstance, context: EpcisContext): void {
  for (const catalogue of [epcisCatalogue, epcisServiceCatalogue]) registerCatalogue(catalogue);
  captureRoutes(app, context);
  eventRoutes(app, context);
  valueRoutes(app, context);
}

function captureRoutes(app: FastifyInstance, context: EpcisContext): void {
  serve(
    app,
    captureEpcis,
    async ({ body, auth, request, reply }) => {
      const behaviour = behaviourOf(request.headers['gs1-capture-error-behaviour']);
      if (!behaviour.ok) return behaviour;
      const job = await captureDocument(context, capturer(auth), body as JsonObject, behaviour.value);
      if (!job.ok) return job;
      sayVersions(reply).header('location', `/epcis/capture/${job.value.captureId}`);
      return ok({ captureID: job.value.captureId });
    },
    writing,
  );

  serve(
    app,
    listEpcisCaptures,
    async ({ query: { perPage = PER_PAGE, nextPageToken }, auth, request, reply }) => {
      const place = readToken(nextPageToken, 1);
      if (!place.ok) return place;
      const offset = Number(place.value?.[0] ?? 0);
      const jobs = await listJobs(
        context.pool,
        auth.tenant.id,
        Number.isSafeInteger(offset) ? offset : 0,
        perPage + 1,
      );
      linkNext(request, sayVersions(reply), jobs.length > perPage ? tokenOf([offset + perPage]) : undefined);
      return ok(jobs.slice(0, perPage));
    },
    reading,
  );

  serve(
    app,
    getEpcisCapture,
    async ({ params, auth, reply }) => {
      const job = await readJob(context.pool, auth.tenant.id, params.captureId);
      sayVersions(reply);
      return job ? ok(job) : unknown('capture job', params.captureId);
    },
    reading,
  );
}

function eventRoutes(app: FastifyInstance, context: EpcisContext): void {
  serve(
    app,
    addEpcisEvent,
    async ({ body, auth, reply }) => {
      const captured = await captureEvent(context, capturer(auth), body as JsonObject);
      if (!captured.ok) return captured;
      sayVersions(reply).header('location', `/epcis/events/${encodeURIComponent(captured.value.id)}`);
      return ok({ ...captured.value.event });
    },
    writing,
  );

  serve(
    app,
    queryEpcisEvents,
    async ({ query, auth, request, reply }) => {
      const page = await queryEvents(context.pool, auth.tenant.id, query);
      if (!page.ok) return page;
      linkNext(request, sayVersions(reply), page.value.next);
      return ok(queryDocument(page.value, context.clock.now()));
    },
    reading,
  );

  serve(
    app,
    getEpcisEvent,
    async ({ params, auth, reply }) => {
      const row = await readEvent(context.pool, auth.tenant.id, params.eventId);
      sayVersions(reply);
      return row ? ok({ ...eventAnswer(row) }) : unknown('event', params.eventId);
    },
    reading,
  );
}

function valueRoutes(app: FastifyInstance, context: EpcisContext): void {
  serve(
    app,
    listEpcisValues,
    async ({ params, query: { perPage = PER_PAGE, nextPageToken }, auth, request, reply }) => {
      const place = readToken(nextPageToken, 1);
      if (!place.ok) return place;
      const from = { after: place.value?.[0] ?? '', limit: perPage + 1 };
      const values = await listValues(context.pool, auth.tenant.id, params.dimension, from);
      const shown = values.slice(0, perPage);
      linkNext(
        request,
        sayVersions(reply),
        values.length > perPage ? tokenOf([shown.at(-1) ?? '']) : undefined,
      );
      return ok({ '@set': shown });
    },
    reading,
  );

  serve(
    app,
    queryEpcisEventsOf,
    async ({ params: { dimension, value }, query, auth, request, reply }) => {
      const page = await queryEvents(context.pool, auth.tenant.id, {
        ...query,
        [parameterOf[dimension]]: value,
      });
      if (!page.ok) return page;
      linkNext(request, sayVersions(reply), page.value.next);
      return ok(queryDocument(page.value, context.clock.now()));
    },
    reading,
  );
}

/** The versions that the standard wants every answer to name (EPCIS 2.0, section 12.2). */
function sayVersions(reply: FastifyReply): FastifyReply {
  return reply.headers({
    'gs1-epcis-version': '2.0.0',
    'gs1-cbv-version': '2.0.0',
    'gs1-epcis-min': '2.0.0',
    'gs1-epcis-max': '2.0.0',
    'gs1-epc-format': 'No_Preference',
    'gs1-cbv-xml-format': 'No_Preference',
  });
}

function behaviourOf(header: string | string[] | undefined): Result<CaptureBehaviour> {
  if (header === undefined || header === 'rollback') return ok('rollback');
  if (header === 'proceed') return ok('proceed');
  const params = { found: String(header).slice(0, 40) };
  return refused(epcisServiceCatalogue.refuse('NODE_EPCIS_BEHAVIOUR', { params }));
}

function capturer({ tenant, member }: Auth): Capturer {
  return { tenantId: tenant.id, actor: member.id };
}

function unknown(what: string, name: string): Result<never> {
  const params = { what, name: name.slice(0, 200) };
  return refused(epcisServiceCatalogue.refuse('NODE_EPCIS_UNKNOWN', { params }));
}
