import {
  grantAuthority as grantRoute,
  listAuthority,
  listStoppedDrafts,
  takeAuthority,
} from '@portolan/contract';
import { type Digest, digestJson, type JsonObject, ok, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import type { TradeContext } from '../../trade/context.ts';
import { actNow, actOf } from '../../trade/routes/call.ts';
import { grantAuthority, keepAuthority } from '../authority/grant.ts';
import { authorityView, readAuthorityRows } from '../authority/list.ts';
import { draftsStopped } from '../authority/stopped.ts';
import { verifyAuthority } from '../authority/verify.ts';
import { partyServiceCatalogue } from '../catalogue.ts';

/** Who may act for whom: granted, passed on, taken in, listed; and the drafts that a lost power stops. */
export function authorityRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, listAuthority, async ({ auth }) => {
    const rows = await readAuthorityRows(context.pool, auth.tenant);
    return ok({ items: rows.flatMap(authorityView) });
  });

  serve(
    app,
    takeAuthority,
    async ({ auth, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      const given = body.credentials as JsonObject[];
      const credentials = new Map(given.map((one) => [digestJson(context.crypto, one) as Digest, one]));
      const held = await verifyAuthority(context, auth.tenant, credentials, act.value.moment);
      if (held.length === 0)
        return refused(partyServiceCatalogue.refuse('NODE_AUTHORITY_MIXED', { path: '/credentials' }));
      await keepAuthority(context, held);
      const taken = new Set<string>(held.map(({ evidence }) => evidence.digest));
      const rows = await readAuthorityRows(context.pool, auth.tenant);
      return ok({ items: rows.filter(({ digest }) => taken.has(digest)).flatMap(authorityView) });
    },
    { roles: ['signer', 'filer', 'lead', 'officer'] },
  );

  serve(
    app,
    grantRoute,
    async ({ auth, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      const { type, validUntil, copyTo = [] } = body;
      const document = body.document as JsonObject;
      const grant = { type, document, copyTo, ...(validUntil ? { validUntil } : {}) };
      const granted = await grantAuthority(context, auth, grant, act.value.moment);
      return granted.ok ? ok({ ...granted.value, credential: { ...granted.value.credential } }) : granted;
    },
    { roles: ['signer', 'lead'], scope: 'sign' },
  );

  serve(app, listStoppedDrafts, async ({ auth }) => {
    const stopped = await draftsStopped(context, auth.tenant, actNow(context, auth).moment);
    return ok({ items: stopped.map((one) => ({ ...one, refusals: [...one.refusals] })) });
  });
}
