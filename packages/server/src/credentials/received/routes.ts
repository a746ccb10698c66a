import {
  getReceived,
  linkReceived,
  listDisclosed,
  listReceived as listReceivedRoute,
  receiveCredential as receiveRoute,
} from '@portolan/contract';
import { type JsonValue, ok, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { listDisclosures } from '../../disclosures/list.ts';
import type { NodeContext } from '../../platform/context.ts';
import { serve } from '../../platform/http/serve.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import { receiveCredential } from './receive.ts';
import { linkCases, listReceived, readReceived } from './store.ts';
import { receivedDetail, receivedView } from './view.ts';

const acting = { roles: ['filer', 'signer', 'lead', 'officer'] } as const;
const PAGE = 25;

/** Credentials of public vocabularies that an organization was given, and the record of what it showed to others. */
export function receivedRoutes(app: FastifyInstance, context: NodeContext): void {
  serve(
    app,
    receiveRoute,
    async ({ body, auth }) => {
      const receiver = { tenantId: auth.tenant.id, actor: auth.member.id };
      const row = await receiveCredential(context, receiver, body.credential as JsonValue);
      return row.ok ? ok(receivedDetail(row.value)) : row;
    },
    acting,
  );

  serve(app, listReceivedRoute, async ({ query, auth }) => {
    const { q, caseId, entryNumber, limit = PAGE } = query;
    const offset = offsetOf(query.cursor);
    const asked = {
      ...(q === undefined ? {} : { q }),
      ...(caseId === undefined ? {} : { caseId }),
      ...(entryNumber === undefined ? {} : { entryNumber }),
      offset,
      limit,
    };
    const { rows, total } = await listReceived(context.pool, auth.tenant.id, asked);
    return ok({ items: rows.map(receivedView), total, ...nextOf(offset, rows.length, total) });
  });

  serve(app, getReceived, async ({ params, auth }) => {
    const row = await readReceived(context.pool, auth.tenant.id, params.digest);
    return row ? ok(receivedDetail(row)) : unknown(params.digest);
  });

  serve(
    app,
    linkReceived,
    async ({ params, body, auth }) => {
      const { id: tenantId } = auth.tenant;
      const known = await context.pool.query(
        'select case_id from cases where tenant_id = $1 and case_id::text = $2',
        [tenantId, body.caseId],
      );
      if (known.rowCount === 0 || !(await readReceived(context.pool, tenantId, params.digest)))
        return unknown(params.digest);
      await linkCases(context.pool, tenantId, params.digest, [body], context.clock.now());
      const row = await readReceived(context.pool, tenantId, params.digest);
      return row ? ok(receivedDetail(row)) : unknown(params.digest);
    },
    acting,
  );

  serve(app, listDisclosed, async ({ query, auth }) => {
    const { digest, q, way, limit = PAGE } = query;
    const offset = offsetOf(query.cursor);
    const { items, total } = await listDisclosures(context.pool, auth.tenant.id, {
      ...(digest === undefined ? {} : { digest }),
      ...(q === undefined ? {} : { q }),
      ...(way === undefined ? {} : { way }),
      ...{ offset, limit },
    });
    return ok({ items, total, ...nextOf(offset, items.length, total) });
  });
}

function offsetOf(cursor: string | undefined): number {
  return cursor !== undefined && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0;
}

function nextOf(offset: number, shown: number, total: number): { readonly next?: string } {
  return offset + shown < total ? { next: String(offset + shown) } : {};
}

function unknown(digest: string): Result<never> {
  const params = { digest };
  return refused(credentialServiceCatalogue.refuse('NODE_RECEIVED_UNKNOWN', { path: '/digest', params }));
}
