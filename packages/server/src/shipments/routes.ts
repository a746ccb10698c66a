import { getAdvance, splitDraft as splitDraftRoute } from '@portolan/contract';
import { ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serve } from '../platform/http/serve.ts';
import type { TradeContext } from '../trade/context.ts';
import { openDraft } from '../trade/draft/open.ts';
import { actNow } from '../trade/routes/call.ts';
import { advanceOf } from './advance.ts';
import { splitDraft } from './split.ts';

const filers = { roles: ['filer', 'signer', 'lead'] as const, scope: 'file' as const };

/** What goes ahead of a shipment, and its parting into entries. */
export function shipmentRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, getAdvance, async ({ auth, params }) => {
    const opened = await openDraft(context, context.pool, actNow(context, auth), params.id);
    return opened.ok ? ok(advanceOf(opened.value)) : opened;
  });

  serve(
    app,
    splitDraftRoute,
    async ({ auth, params }) => {
      const split = await splitDraft(context, actNow(context, auth), params.id);
      return split.ok ? ok({ drafts: split.value }) : split;
    },
    filers,
  );
}
