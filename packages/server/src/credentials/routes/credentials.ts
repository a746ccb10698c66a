import {
  getCredential,
  issueCredentialRoute,
  listCredentials,
  listStatusLists,
  setCredentialStatus,
  verifyCredentialRoute,
} from '@portolan/contract';
import {
  type Instant,
  type JsonObject,
  ok,
  parseDate,
  parseInstant,
  type Result,
  refused,
} from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { momentOf } from '../../exchange/moment.ts';
import { afterStatusChange } from '../../parties/monitor.ts';
import { serve } from '../../platform/http/serve.ts';
import { nodeTenantId } from '../../platform/node-tenant.ts';
import type { Tenant } from '../../platform/tenant.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { CredentialContext } from '../context.ts';
import { issue } from '../issue/issue.ts';
import { listIssued } from '../issue/list.ts';
import { setCredentialState } from '../issue/set-status.ts';
import { readIssued } from '../issue/store.ts';
import { issuedView } from '../issue/view.ts';
import { statusLists } from '../status/overview.ts';
import { verifyHere } from '../verify.ts';

const signers = { roles: ['signer', 'filer', 'lead', 'officer'], scope: 'sign' } as const;

/** What the own organization signed: issue, list, look at, revoke; and the verification anybody may ask for. */
export function issuedRoutes(app: FastifyInstance, context: CredentialContext): void {
  serve(app, listCredentials, async ({ query, auth }) => {
    const now = context.clock.now();
    const page = await listIssued(context.pool, auth.tenant.id, query, now);
    if (!page.ok) return page;
    const { rows, next, total } = page.value;
    return ok({
      items: rows.map((row) => issuedView(row, now)),
      total,
      ...(next === undefined ? {} : { next }),
    });
  });

  serve(
    app,
    issueCredentialRoute,
    async ({ body, auth }) => {
      const { type, document, validUntil, storyAt, form, hideable } = body;
      const at = issueTime(context, storyAt, auth.tenant);
      if (!at.ok) return at;
      const until = validUntil === undefined ? undefined : parseDate(validUntil, '/validUntil');
      if (until?.ok === false) return until;
      const actor = auth.member.id;
      const request = {
        type,
        document: document as JsonObject,
        at: at.value,
        actor,
        ...(until ? { validUntil: until.value } : {}),
        ...(form === 'vc+sd-jwt' ? { hideable: hideable ?? ('usual' as const) } : {}),
      };
      const row = await issue(context, auth.tenant, request);
      return row.ok ? ok(issuedView(row.value, context.clock.now())) : row;
    },
    signers,
  );

  serve(app, getCredential, async ({ params, auth }) => {
    const row = await readIssued(context.pool, auth.tenant.id, params.digest);
    if (!row)
      return refused(
        credentialServiceCatalogue.refuse('NODE_CREDENTIAL_UNKNOWN', { path: '/digest', params }),
      );
    const receipt = await context.log.receipt(row.pending_id);
    const view = issuedView(row, context.clock.now());
    return ok(receipt ? { ...view, logIndex: receipt.index, receipt } : view);
  });

  serve(
    app,
    setCredentialStatus,
    async ({ params, body, auth }) => {
      const change = {
        digest: params.digest,
        action: body.action,
        reason: body.reason,
        actor: auth.member.id,
      };
      const row = await setCredentialState(context, auth.tenant, change);
      if (!row.ok) return row;
      await afterStatusChange(context, row.value.digest);
      return ok(issuedView(row.value, context.clock.now()));
    },
    signers,
  );

  serve(app, listStatusLists, async ({ auth }) =>
    ok({ items: [...(await statusLists(context.pool, auth.tenant, context.settings))] }),
  );

  serve(app, verifyCredentialRoute, async ({ body, request }) => {
    const tenantId = request.signedIn?.tenant.id ?? nodeTenantId;
    return ok(await verifyHere(context, tenantId, body.credential as JsonObject));
  });
}

function issueTime(context: CredentialContext, storyAt: string | undefined, tenant: Tenant): Result<Instant> {
  const story = storyAt === undefined ? undefined : parseInstant(storyAt, '/storyAt');
  if (story?.ok === false) return story;
  const moment = momentOf(context, story?.value, [tenant]);
  return moment.ok ? ok(moment.value.at) : moment;
}
