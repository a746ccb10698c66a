import {
  issueAttestations as issueRoute,
  listAttestations as listRoute,
  publishAttestation,
  sendAttestations,
  takeAttestations,
} from '@portolan/contract';
import { type Digest, digestJson, type JsonObject, ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { acknowledged, serve } from '../../platform/http/serve.ts';
import { withTransaction } from '../../platform/transaction.ts';
import type { TradeContext } from '../../trade/context.ts';
import { actOf } from '../../trade/routes/call.ts';
import { partyServiceCatalogue } from '../catalogue.ts';
import { giveAttestations } from '../give.ts';
import { issueAttestations } from '../issue.ts';
import { listAttestations, setPublic } from '../list.ts';
import { recheckTouched } from '../monitor.ts';
import { insertAttestations } from '../store.ts';
import { verifyGiven } from '../verify.ts';

const signers = { roles: ['signer', 'filer', 'lead', 'officer'], scope: 'sign' } as const;

/** Attestations: held, taken in, signed one or many at once, sent on, shown in public. */
export function attestationRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, listRoute, async ({ auth, query }) => {
    const { subject, issuer, type, q, limit = 25, cursor } = query;
    const offset = /^\d{1,9}$/.test(cursor ?? '') ? Number(cursor) : 0;
    const wanted = {
      tenantId: auth.tenant.id,
      limit,
      offset,
      ...(subject ? { subjects: [subject] } : {}),
      ...(issuer ? { issuer } : {}),
      ...(type ? { type } : {}),
      ...(q ? { words: q } : {}),
    };
    return ok(await listAttestations(context.pool, wanted));
  });

  serve(
    app,
    takeAttestations,
    async ({ auth, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      const given = body.credentials as JsonObject[];
      const credentials = new Map(given.map((one) => [digestJson(context.crypto, one), one]));
      const held = await verifyGiven(context, auth.tenant, credentials, act.value.moment);
      if (held.length === 0)
        return refused(partyServiceCatalogue.refuse('NODE_ATTESTATIONS_MIXED', { path: '/credentials' }));
      await withTransaction(context.pool, (tx) => insertAttestations(tx, held));
      recheckTouched(context, held);
      const digests = held.map(({ record }) => record.digest);
      const taken = { tenantId: auth.tenant.id, digests, limit: digests.length };
      const { items } = await listAttestations(context.pool, taken);
      return ok({ items });
    },
    { roles: ['signer', 'filer', 'lead', 'officer'] },
  );

  serve(
    app,
    issueRoute,
    async ({ auth, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      const drafts = body.attestations.map((one) => ({ ...one, document: one.document as JsonObject }));
      const items = await issueAttestations(context, auth, drafts, body.copyTo ?? [], act.value.moment);
      return ok({ items: items.map((item) => ({ ...item, refusals: [...item.refusals] })) });
    },
    { ...signers, bodyLimit: 4 * 1024 * 1024 },
  );

  serve(
    app,
    sendAttestations,
    async ({ auth, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      const digests = body.digests as Digest[];
      const { moment } = act.value;
      await giveAttestations(context, [{ from: auth.tenant, to: body.to, digests, moment }]);
      return ok({ sent: digests.length });
    },
    { roles: ['signer', 'filer', 'lead', 'officer'] },
  );

  serve(
    app,
    publishAttestation,
    async ({ auth, params, body }) => {
      const done = await setPublic(context.pool, auth.tenant, params.digest, body.isPublic);
      if (done) return acknowledged;
      return refused(partyServiceCatalogue.refuse('NODE_ATTESTATION_UNKNOWN', { path: '/digest', params }));
    },
    { roles: ['signer', 'lead', 'officer'] },
  );
}
