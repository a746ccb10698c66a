import {
  getTitle,
  listTitles as listRoute,
  moveTitle as moveRoute,
  registerTitle as registerRoute,
} from '@portolan/contract';
import { type Digest, ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { serve } from '../platform/http/serve.ts';
import type { TradeContext } from '../trade/context.ts';
import { actNow, actOf } from '../trade/routes/call.ts';
import { titleCatalogue } from './catalogue.ts';
import { moveTitle } from './move.ts';
import { registerTitle } from './register.ts';
import { short } from './rule.ts';
import { listTitles, readTitles } from './store.ts';
import { titleView, titleViews } from './view.ts';

const signers = { roles: ['signer', 'filer', 'lead'] } as const;
const PAGE = 25;

/** Titles: registering bills to order, endorsing and surrendering them. */
export function titleRoutes(app: FastifyInstance, context: TradeContext): void {
  registerCatalogue(titleCatalogue);
  serve(app, listRoute, async ({ auth, query }) => {
    const { cursor, limit = PAGE } = query;
    const offset = cursor !== undefined && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0;
    const { rows, total } = await listTitles(context.pool, auth.tenant.id, { offset, limit });
    const items = await titleViews(context, auth.tenant, rows);
    return ok({
      items,
      total,
      ...(offset + rows.length < total ? { next: String(offset + rows.length) } : {}),
    });
  });

  serve(app, getTitle, async ({ auth, params }) => {
    const title = params.digest;
    const rows = await readTitles(context.pool, [{ tenantId: auth.tenant.id, title }]);
    const row = rows.get(`${auth.tenant.id} ${title}`);
    if (row) return ok(await titleView(context, auth.tenant, row));
    return refused(titleCatalogue.refuse('NODE_TITLE_UNKNOWN', { params: { title: short(title) } }));
  });

  serve(
    app,
    registerRoute,
    async ({ auth, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      return registerTitle(context, act.value, { digest: body.digest as Digest, holder: body.holder });
    },
    signers,
  );

  serve(
    app,
    moveRoute,
    ({ auth, params, body }) => moveTitle(context, actNow(context, auth), { title: params.digest, ...body }),
    signers,
  );
}
