import {
  getClient,
  listClients as listRoute,
  removeClient as removeRoute,
  saveClient as saveRoute,
} from '@portolan/contract';
import { dateInZone, ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { audit } from '../platform/audit.ts';
import { registerCatalogue } from '../platform/catalogues.ts';
import { acknowledged, serve } from '../platform/http/serve.ts';
import { withTransaction } from '../platform/transaction.ts';
import { customsZone } from '../tariff/edition.ts';
import type { TradeContext } from '../trade/context.ts';
import { clientCatalogue } from './catalogue.ts';
import { clientFaults } from './check.ts';
import { clientOf, filers, offsetOf, PAGE, unknownClient } from './client.ts';
import { partnerRoutes } from './partner-routes.ts';
import { standingOfClients } from './standing.ts';
import { listClients, removeClient, saveClient } from './store.ts';
import { toleranceRoutes } from './tolerance-routes.ts';
import { clientView } from './view.ts';

/** The client file of a filer. */
export function clientRoutes(app: FastifyInstance, context: TradeContext): void {
  registerCatalogue(clientCatalogue);
  const { pool, clock } = context;

  serve(app, listRoute, async ({ auth, query }) => {
    const { q = '', limit = PAGE } = query;
    const offset = offsetOf(query.cursor);
    const now = clock.now();
    const { rows, total } = await listClients(pool, auth.tenant.id, { now, words: q.trim(), offset, limit });
    const standing = await standingOfClients(pool, auth.tenant, rows);
    const next = offset + rows.length < total ? { next: String(offset + rows.length) } : {};
    return ok({ items: rows.map((row) => clientView(row, standing, now)), total, ...next });
  });

  serve(app, getClient, ({ auth, params }) => clientOf(context, auth, params.number));

  serve(
    app,
    saveRoute,
    async ({ auth, body }) => {
      const { number, name, did, bondType, surety, bondAmount, payment, account, statementDay, note } = body;
      const now = clock.now();
      const faults = clientFaults(body, dateInZone(now, customsZone));
      if (faults.length > 0) return refused(faults);
      await withTransaction(pool, async (tx) => {
        await saveClient(tx, {
          ...{ tenant_id: auth.tenant.id, importer_number: number, name, did: did ?? null },
          ...{ bond_type: bondType, surety: surety ?? null },
          bond_amount: bondAmount === undefined ? null : Number(bondAmount),
          ...{ payment, account: account ?? 'importer' },
          statement_day: payment === 'periodic' ? (statementDay ?? null) : null,
          ...{ note: note ?? '', updated_at: now, updated_by: auth.member.name },
        });
        const trail = { tenantId: auth.tenant.id, at: now, actor: auth.member.id };
        const detail = { name, bondType, payment };
        await audit(tx, { ...trail, action: 'client.save', subject: number, detail });
      });
      return clientOf(context, auth, number);
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
      return removed ? acknowledged : unknownClient(number);
    },
    filers,
  );

  partnerRoutes(app, context);
  toleranceRoutes(app, context);
}
