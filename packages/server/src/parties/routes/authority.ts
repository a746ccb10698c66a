import {
  delegateAuthority as delegateRoute,
  grantAuthority as grantRoute,
  judgeAuthorityRoute,
  judgePresentationRoute,
  listAuthority,
  listStoppedDrafts,
  takeAuthority,
} from '@portolan/contract';
import { type Digest, digestJson, type JsonObject, ok, refused } from '@portolan/kernel';
import { judgeAuthority, presentationFaults } from '@portolan/parties';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import type { TradeContext } from '../../trade/context.ts';
import { actNow, actOf } from '../../trade/routes/call.ts';
import { readEvidence } from '../../trade/store/evidence.ts';
import { delegateAuthority } from '../authority/delegate.ts';
import { grantAuthority, keepAuthority } from '../authority/grant.ts';
import { authorityView, readAuthorityRows } from '../authority/list.ts';
import { draftsStopped } from '../authority/stopped.ts';
import { verifyAuthority } from '../authority/verify.ts';
import { partyServiceCatalogue } from '../catalogue.ts';

/** Who may act for whom: granted, passed on, taken in, listed; and the drafts that a lost power stops. */
export function authorityRoutes(app: FastifyInstance, context: TradeContext): void {
  serve(app, listAuthority, async ({ auth, query: { type, limit = 200, cursor = '0' } }) => {
    const offset = Number(cursor);
    const wanted = { limit: limit + 1, offset, ...(type ? { type } : {}) };
    const rows = await readAuthorityRows(context.pool, auth.tenant, wanted);
    const next = rows.length > limit ? { next: String(offset + limit) } : {};
    return ok({ items: rows.slice(0, limit).flatMap(authorityView), ...next });
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
      const rows = await readEvidence(context.pool, auth.tenant.id, [...taken]);
      return ok({ items: [...rows.values()].flatMap((row) => authorityView({ ...row, state: null })) });
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

  serve(
    app,
    delegateRoute,
    async ({ auth, body }) => {
      const act = actOf(context, auth, body.storyAt);
      if (!act.ok) return act;
      const { storyAt: _, copyTo = [], limits, ...wanted } = body;
      const delegation = { ...wanted, copyTo, ...(limits ? { limits: limits as JsonObject } : {}) };
      const granted = await delegateAuthority(context, auth, delegation, act.value.moment);
      return granted.ok ? ok({ ...granted.value, credential: { ...granted.value.credential } }) : granted;
    },
    { roles: ['signer', 'lead'], scope: 'sign' },
  );

  serve(
    app,
    judgeAuthorityRoute,
    async ({ body }) => {
      const judged = await judgeAuthority(body, context.crypto);
      if (!judged.ok) return ok({ allowed: false, refusals: [...judged.refusals], chain: [] });
      const chain = judged.value.chain.map(({ number, grantor, grantee, powers, from, until }) => ({
        ...{ number, grantor, grantee, powers: [...powers], from },
        ...(until === undefined ? {} : { until }),
      }));
      return ok({ allowed: true, refusals: [], chain });
    },
    { bodyLimit: 1024 * 1024 },
  );

  serve(
    app,
    judgePresentationRoute,
    async ({ body }) => {
      const { challenge, domain } = body.proof;
      const shown = body as unknown as JsonObject;
      const asked = { challenge, domain };
      const refusals = await presentationFaults(shown, asked, context.clock.now(), context.crypto);
      return ok({ proven: refusals.length === 0, holder: body.holder ?? '', ...asked, refusals });
    },
    { bodyLimit: 256 * 1024 },
  );

  serve(app, listStoppedDrafts, async ({ auth }) => {
    const stopped = await draftsStopped(context, auth.tenant, actNow(context, auth).moment);
    return ok({ items: stopped.map((one) => ({ ...one, refusals: [...one.refusals] })) });
  });
}
