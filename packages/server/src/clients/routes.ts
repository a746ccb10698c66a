import {
  getClient,
  listClients as listRoute,
  removeClient as removeRoute,
  saveClient as saveRoute,
} from '@portolan/contract';
import { checkImporterNumber, ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { audit } from '../platform/audit.ts';
import { registerCatalogue } from '../platform/catalogues.ts';
import { acknowledged, serve } from '../platform/http/serve.ts';
import { withTransaction } from '../platform/transaction.ts';
import type { TradeContext } from '../trade/context.ts';
import { clientCatalogue } from './catalogue.ts';
import { listClients, readClient, removeClient, saveClient } from './store.ts';
import { clientView } from './view.ts';

const filers = { roles: ['filer', 'signer', 'lead'] as const, scope: 'file' as const };
const PAGE = 25;

/** The client file of a filer. */
export function clientRoutes(app: FastifyInstance, context: TradeContext): void {
  registerCatalogue(clientCatalogue);
  const { pool, clock } = context;
  const unknown = (number: string) =>
    refused(clientCatalogue.refuse('NODE_CLIENT_UNKNOWN', { params: { number } }));

  serve(app, listRoute, async ({ auth, query }) => {
    const { cursor, q = '', limit = PAGE } = query;
    const offset = cursor !== undefined && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0;
    const now = clock.now();
    const { rows, total } = await listClients(pool, auth.tenant.id, { now, words: q.trim(), offset, limit });
    const next = offset + rows.length < total ? { next: String(offset + rows.length) } : {};
    return ok({ items: rows.map((row) => clientView(row, now)), total, ...next });
  });

  serve(app, getClient, async ({ auth, params }) => {
    const now = clock.now();
    const row = await readClient(pool, auth.tenant.id, params.number, now);
    return row ? ok(clientView(row, now)) : unknown(params.number);
  });

  serve(
    app,
    saveRoute,
    async ({ auth, body }) => {
      const { number, name, did, bondType, surety, bondAmount, payment, note } = body;
      if (!checkImporterNumber(number).ok)
        return refused(clientCatalogue.refuse('NODE_CLIENT_NUMBER', { path: '/number', params: { number } }));
      if (bondType !== '0' && surety === undefined)
        return refused(clientCatalogue.refuse('NODE_CLIENT_SURETY', { path: '/surety' }));
      const now = clock.now();
      await withTransaction(pool, async (tx) => {
        await saveClient(tx, {
          ...{
            tenant_id: auth.tenant.id,
            importer_number: number,
            name,
            did: did ?? null,
            bond_type: bondType,
          },
          ...{
            surety: surety ?? null,
            bond_amount: bondAmount === undefined ? null : Number(bondAmount),
            payment,
            note: note ?? '',
          },
          ...{ updated_at: now, updated_by: auth.member.name },
        });
        const trail = { tenantId: auth.tenant.id, at: now, actor: auth.member.id };
        await audit(tx, { ...trail, action: 'client.save', subject: number, detail: { name, bondType } });
      });
      const row = await readClient(pool, auth.tenant.id, number, now);
      return row ? ok(clientView(row, now)) : unknown(number);
    },
    filers,
  );

  serve(
    app,
    removeRoute,
    async ({ auth, params: { number } }) => {
      const removed = await withTransaction(pool, async (tx) => {
        const done = await removeClient(tx, auth.tenant.id, number);
        const trail = { tenantId: auth.tenant.id, at: clock.now(), actor: auth.member.id };
        if (done) await audit(tx, { ...trail, action: 'client.remove', subject: number });
        return done;
      });
      return removed ? acknowledged : unknown(number);
    },
    filers,
  );
}
