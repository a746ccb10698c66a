import {
  listRecipients,
  listSendings,
  sendDocuments as sendRoute,
  withdrawSending as withdrawRoute,
} from '@portolan/contract';
import { type Digest, ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { registerCatalogue } from '../platform/catalogues.ts';
import { serve } from '../platform/http/serve.ts';
import type { TradeContext } from '../trade/context.ts';
import { actNow, actOf } from '../trade/routes/call.ts';
import { sendingCatalogue } from './catalogue.ts';
import { hiddenDocuments } from './hidden.ts';
import { findRecipients } from './recipients.ts';
import { sendDocuments, withdrawSending } from './send.ts';
import { listSent } from './store.ts';
import { sendingView } from './view.ts';

const senders = { roles: ['signer', 'filer', 'lead', 'officer'] } as const;
const PAGE = 25;

/** Sending documents to another party: what was sent to whom, and what became of it. */
export function sendingRoutes(app: FastifyInstance, context: TradeContext): void {
  registerCatalogue(sendingCatalogue);
  serve(
    app,
    sendRoute,
    async ({ auth, body, request }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      const { to, note } = body;
      const asked = body.digests as Digest[];
      const shown = body.hide ? await hiddenDocuments(context, act.value, asked) : ok(asked);
      if (!shown.ok) return shown;
      const key = request.headers['idempotency-key'];
      return sendDocuments(context, act.value, {
        ...{ digests: shown.value, to },
        ...(note === undefined ? {} : { note }),
        ...(typeof key === 'string' ? { key } : {}),
      });
    },
    senders,
  );

  serve(app, listSendings, async ({ auth, query }) => {
    const { digest, cursor, limit = PAGE } = query;
    const offset = cursor !== undefined && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0;
    const asked = { offset, limit, ...(digest === undefined ? {} : { digest }) };
    const { rows, total } = await listSent(context.pool, auth.tenant.id, asked);
    const next = offset + rows.length < total ? { next: String(offset + rows.length) } : {};
    return ok({ items: rows.map(sendingView), total, ...next });
  });

  serve(
    app,
    withdrawRoute,
    ({ auth, params }) => withdrawSending(context, actNow(context, auth), params.id),
    senders,
  );

  serve(app, listRecipients, async ({ auth, query }) =>
    ok({ items: await findRecipients(context.pool, auth.tenant, query.q) }),
  );
}
