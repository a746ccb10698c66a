import {
  answerAttestation,
  askAttestation,
  declineAttestation,
  listAttestationRequests,
} from '@portolan/contract';
import { type JsonObject, ok } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import type { TradeContext } from '../../trade/context.ts';
import { actOf } from '../../trade/routes/call.ts';
import { askForAttestation, attestAsAsked, declineAsked } from '../request/ask.ts';
import { readRequests } from '../request/store.ts';

const signers = { roles: ['signer', 'filer', 'lead', 'officer'], scope: 'sign' } as const;

/** Requests from holders to attesters, and their answers. */
export function attestationRequestRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, listAttestationRequests, async ({ auth, query }) => {
    const items = await readRequests(context.pool, auth.tenant, { side: query.side });
    return ok({ items, total: items.length });
  });

  serve(
    app,
    askAttestation,
    async ({ auth, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      const { to, type, note = '', document = {} } = body;
      const asking = { to, type, note, document: document as JsonObject };
      return askForAttestation(context, auth.tenant, asking, act.value.moment);
    },
    { roles: ['signer', 'filer', 'lead', 'officer'] },
  );

  serve(
    app,
    answerAttestation,
    async ({ auth, params: { id }, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      const { validUntil, copyTo = [] } = body;
      const document = body.document as JsonObject;
      const answering = { id, document, copyTo, ...(validUntil ? { validUntil } : {}) };
      return attestAsAsked(context, auth, answering, act.value.moment);
    },
    signers,
  );

  serve(
    app,
    declineAttestation,
    async ({ auth, params: { id }, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      return declineAsked(context, auth.tenant, { id, reason: body.reason }, act.value.moment);
    },
    signers,
  );
}
