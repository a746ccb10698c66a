import {
  type AccreditationView,
  accredit as accreditRoute,
  listTrust,
  publishedTrust,
  suspendAccreditation,
} from '@portolan/contract';
import { type Instant, ok, parseDate, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { afterRegisterChange } from '../../parties/monitor.ts';
import { serve } from '../../platform/http/serve.ts';
import type { Auth } from '../../platform/tenant.ts';
import { withTransaction } from '../../platform/transaction.ts';
import { credentialServiceCatalogue } from '../catalogue.ts';
import type { CredentialContext } from '../context.ts';
import { accredit, type NewAccreditation, type RegisterAct } from '../trust/accredit.ts';
import { learnKeys } from '../trust/learn-keys.ts';
import { signedRegister } from '../trust/publish-register.ts';
import { type AccreditationRow, readRegister } from '../trust/register.ts';
import { changeSuspension } from '../trust/suspend.ts';

const leads = { roles: ['lead'], scope: 'decide' } as const;

/** The trust register: read by every member, kept by the agency's lead. */
export function trustRoutes(app: FastifyInstance, context: CredentialContext): void {
  serve(app, listTrust, async ({ auth }) => {
    const now = context.clock.now();
    const rows = await readRegister(context.pool, auth.tenant.id);
    return ok({ items: rows.map((row) => accreditationView(row, now)) });
  });

  serve(app, publishedTrust, async ({ params }) => {
    const signed = await signedRegister(context, params.did);
    if (signed) return ok({ ...signed });
    const agency = params.did.slice(0, 200);
    return refused(credentialServiceCatalogue.refuse('NODE_REGISTER_UNPUBLISHED', { params: { agency } }));
  });

  serve(
    app,
    accreditRoute,
    async ({ body, auth }) => {
      const accreditation = readDates(body);
      if (!accreditation.ok) return accreditation;
      const learned = await learnKeys(context, body.did);
      if (!learned.ok) return learned;
      const row = await withTransaction(context.pool, (tx) =>
        accredit(tx, act(context, auth), accreditation.value),
      );
      if (!row.ok) return row;
      await afterRegisterChange(context, row.value.did);
      return ok(accreditationView(row.value, context.clock.now()));
    },
    leads,
  );

  serve(
    app,
    suspendAccreditation,
    async ({ params, body, auth }) => {
      const row = await withTransaction(context.pool, (tx) =>
        changeSuspension(tx, act(context, auth), { ...params, ...body }),
      );
      if (!row.ok) return row;
      await afterRegisterChange(context, row.value.did);
      return ok(accreditationView(row.value, context.clock.now()));
    },
    leads,
  );
}

function act({ clock }: CredentialContext, { tenant, member }: Auth): RegisterAct {
  return { agencyId: tenant.id, actor: member.name, at: clock.now() };
}

type Body = Omit<NewAccreditation, 'from' | 'until'> & { readonly from: string; readonly until?: string };

function readDates({ from, until, ...rest }: Body): Result<NewAccreditation> {
  const first = parseDate(from, '/from');
  if (!first.ok) return first;
  if (until === undefined) return ok({ ...rest, from: first.value });
  const last = parseDate(until, '/until');
  return last.ok ? ok({ ...rest, from: first.value, until: last.value }) : last;
}

/** An accreditation as it stands at an instant, with the reason and the person of its latest change. */
export function accreditationView(row: AccreditationRow, now: Instant): AccreditationView {
  const { id, did, name, credential_type, valid_from, valid_until, suspensions } = row;
  const open = suspensions.find(({ until }) => until === null);
  const ended = valid_until !== null && valid_until < now.slice(0, 10);
  return {
    id,
    did,
    name,
    credentialType: credential_type,
    from: valid_from,
    ...(valid_until === null ? {} : { until: valid_until }),
    state: open ? 'suspended' : ended ? 'ended' : 'active',
    ...latestChange(row),
  };
}

function latestChange({ reason, accredited_by, accredited_at, suspensions }: AccreditationRow) {
  const last = suspensions.at(-1);
  if (!last) return { reason, by: accredited_by, at: accredited_at };
  if (last.until === null) return { reason: last.reason, by: last.by, at: last.from };
  return { reason: last.liftReason ?? '', by: last.liftedBy ?? '', at: last.until };
}
