import { removeTolerances, saveTolerances } from '@portolan/contract';
import { refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { audit } from '../platform/audit.ts';
import { serve } from '../platform/http/serve.ts';
import { withTransaction } from '../platform/transaction.ts';
import type { TradeContext } from '../trade/context.ts';
import { clientCatalogue } from './catalogue.ts';
import { clientOf, filers } from './client.ts';
import { removeTolerancesRow, saveTolerancesRow } from './standing.ts';

/** How much the papers of a client may differ, by the day of the order. */
export function toleranceRoutes(app: FastifyInstance, context: TradeContext): void {
  const { pool, clock } = context;

  serve(
    app,
    saveTolerances,
    async ({ auth, params: { number }, body }) => {
      const known = await clientOf(context, auth, number);
      if (!known.ok) return known;
      const { from, until } = body;
      if (until !== undefined && until < from)
        return refused(
          clientCatalogue.refuse('NODE_TOLERANCES_DAYS', { path: '/until', params: { from, until } }),
        );
      const at = clock.now();
      await withTransaction(pool, async (tx) => {
        const row = { tolerances: body, at, by: auth.member.name };
        await saveTolerancesRow(tx, auth.tenant.id, number, row);
        const trail = { tenantId: auth.tenant.id, at, actor: auth.member.id, subject: number };
        await audit(tx, { ...trail, action: 'client.tolerances', detail: { from } });
      });
      return clientOf(context, auth, number);
    },
    filers,
  );

  serve(
    app,
    removeTolerances,
    async ({ auth, params: { number, from } }) => {
      const removed = await withTransaction(pool, async (tx) => {
        const done = await removeTolerancesRow(tx, auth.tenant.id, number, from);
        const trail = { tenantId: auth.tenant.id, at: clock.now(), actor: auth.member.id };
        if (done)
          await audit(tx, {
            ...trail,
            action: 'client.tolerances.remove',
            subject: number,
            detail: { from },
          });
        return done;
      });
      if (!removed) return refused(clientCatalogue.refuse('NODE_TOLERANCES_UNKNOWN', { params: { from } }));
      return clientOf(context, auth, number);
    },
    filers,
  );
}
