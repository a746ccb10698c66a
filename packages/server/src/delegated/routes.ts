import {
  delegatedFile,
  delegatedIssue,
  delegatedRead,
  giveCapability,
  listCapabilities,
  listCapabilityUses,
  revokeCapability,
} from '@portolan/contract';
import { type JsonObject, ok } from '@portolan/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { serve } from '../platform/http/serve.ts';
import type { TradeContext } from '../trade/context.ts';
import { act, fileFor, issueFor, readFor } from './acts.ts';
import { type Addressed, addressOf, keepRawBody } from './address.ts';
import { delegatedCatalogue } from './catalogue.ts';
import { give, readGiven, takeBack } from './give.ts';
import { listGiven, listUses } from './store.ts';
import { capabilityView } from './view.ts';

const givers = { roles: ['signer', 'lead'], scope: 'sign' } as const;
const PAGE = 25;

/** Rights that organizations pass on: giving, listing and taking back for members, and acting under them for whoever holds one. */
export function delegatedRoutes(app: FastifyInstance, context: TradeContext): void {
  registerCatalogue(delegatedCatalogue);
  givenRoutes(app, context);
  app.register(async (signed) => {
    keepRawBody(signed);
    invokedRoutes(signed, context);
  });
}

function givenRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(
    app,
    giveCapability,
    async ({ auth, body, request }) => {
      const owner = { did: auth.tenant.did, address: addressOf(context, request, auth.tenant.slug) };
      const given = await give(context, auth, owner, body);
      if (!given.ok) return given;
      const row = await readGiven(context, auth.tenant.id, given.value.capability_id);
      if (!row) throw new Error('a capability that was just kept is not there');
      return ok(capabilityView(row, context.clock.now()));
    },
    givers,
  );

  serve(app, listCapabilities, async ({ auth, query }) => {
    const { q, state, limit = PAGE } = query;
    const offset = offsetOf(query.cursor);
    const asked = {
      ...(q === undefined ? {} : { q }),
      ...(state === undefined ? {} : { state }),
      offset,
      limit,
    };
    const now = context.clock.now();
    const { rows, total } = await listGiven(context.pool, auth.tenant.id, asked, now);
    const items = rows.map((row) => capabilityView(row, now));
    return ok({ items, total, ...nextOf(offset, rows.length, total) });
  });

  serve(
    app,
    revokeCapability,
    ({ auth, params, body }) => takeBack(context, auth, params.id, body.reason),
    givers,
  );

  serve(app, listCapabilityUses, async ({ auth, params, query }) => {
    const offset = offsetOf(query.cursor);
    const { limit = PAGE } = query;
    const { rows, total } = await listUses(context.pool, auth.tenant.id, { id: params.id, offset, limit });
    const items = rows.map(({ capability_id, ...use }) => ({ ...use, capability: capability_id }));
    return ok({ items, total, ...nextOf(offset, rows.length, total) });
  });
}

function invokedRoutes(app: FastifyInstance, context: TradeContext): void {
  const addressed = (request: FastifyRequest, slug: string): Addressed => ({ context, request, slug });

  serve(app, delegatedIssue, async ({ params, body, request }) => {
    const { type } = body;
    return act(
      addressed(request, params.slug),
      'issue',
      async () => ok({ type }),
      (owner, invoker) => issueFor(context, owner, invoker, { type, document: body.document as JsonObject }),
    );
  });

  serve(app, delegatedRead, ({ params, request }) => readFor(addressed(request, params.slug), params.digest));

  serve(app, delegatedFile, ({ params, request }) => fileFor(addressed(request, params.slug), params.id));
}

function offsetOf(cursor: string | undefined): number {
  return cursor !== undefined && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0;
}

function nextOf(offset: number, shown: number, total: number): { readonly next?: string } {
  return offset + shown < total ? { next: String(offset + shown) } : {};
}
