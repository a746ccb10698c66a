import {
  appealRoute,
  listImportedAgencies,
  listOversight,
  listOwnOversight,
  listPolicies,
  publishedOversight,
  publishPolicyRoute,
  recordOversight,
  simulatePolicyRoute,
} from '@portolan/contract';
import { type JsonObject, ok, parseInstant, refused } from '@portolan/kernel';
import { checkPolicy, type OversightAct, simulatePolicy } from '@portolan/parties';
import type { FastifyInstance } from 'fastify';
import { serve } from '../../platform/http/serve.ts';
import type { TradeContext } from '../../trade/context.ts';
import { actsOf, agenciesHere } from '../acts.ts';
import { partyServiceCatalogue } from '../catalogue.ts';
import { groundFor } from '../ground.ts';
import { importedView, readImported } from '../imported.ts';
import { subjectsHeld } from '../list.ts';
import { answerFrom } from '../load.ts';
import { publicActs, recordAct } from '../oversight.ts';
import { type PublishedPolicy, publishPolicy, readPolicies } from '../policies.ts';
import { publishOversight } from '../publish-oversight.ts';
import { recheckWatched } from '../watch.ts';

const leads = { roles: ['lead'], scope: 'decide' } as const;
const NOBODY = '00000000-0000-0000-0000-000000000000';
/** Standings that a simulation compares at most. */
const MOST = 100_000;

/** Oversight: policies published and tried, acts recorded and shown, appeals. */
export function oversightRoutes(app: FastifyInstance, context: TradeContext): void {
  const { pool, crypto } = context;

  serve(app, listPolicies, async () => ok({ items: (await readPolicies(pool)).map(policyView) }));

  serve(
    app,
    publishPolicyRoute,
    async ({ auth, body }) => {
      const at = context.clock.now();
      const published = await publishPolicy(context, auth, body.policy, body.reason, at);
      if (!published.ok) return published;
      await recheckWatched(context, at);
      return ok(policyView(published.value));
    },
    leads,
  );

  serve(app, simulatePolicyRoute, async ({ auth, body }) => {
    const proposed = checkPolicy(body.policy);
    if (!proposed.ok) return proposed;
    const asOf = body.asOf === undefined ? ok(context.clock.now()) : parseInstant(body.asOf, '/asOf');
    if (!asOf.ok) return asOf;
    const ground = await groundFor(context, auth.tenant.id, { asOf: asOf.value });
    if (!ground.ok) return ground;
    const { subjects } = await subjectsHeld(pool, auth.tenant.id, { limit: MOST });
    const { policy, register } = ground.value;
    const role = body.role ?? 'any';
    const simulation = await answerFrom(pool, auth.tenant.id, (source) =>
      simulatePolicy(subjects, { role, asOf: asOf.value, policy, register, source, crypto }, proposed.value),
    );
    const { compared, changes, levels } = simulation;
    return ok({ compared, changes: changes.map((one) => ({ ...one })), levels: [...levels] });
  });

  serve(app, listOversight, async () => {
    const acts = await publicActs(context, await agenciesHere(pool, NOBODY));
    return ok({ items: acts.map((act) => ({ ...act })) });
  });

  serve(app, publishedOversight, async ({ params: { did } }) => {
    const agency = (await agenciesHere(pool, NOBODY)).find((one) => one.did === did);
    if (!agency) return refused(partyServiceCatalogue.refuse('NODE_STANDING_NO_AGENCY', { path: '/did' }));
    return ok({ ...(await publishOversight(context, agency)) });
  });

  serve(app, listImportedAgencies, async () => ok({ items: (await readImported(pool)).map(importedView) }));

  serve(app, listOwnOversight, async ({ auth }) => {
    const agencies = await agenciesHere(pool, auth.tenant.id);
    const own = agencies.filter(({ did }) => auth.tenant.kind === 'trade' || did === auth.tenant.did);
    const acts = (await Promise.all(own.map((agency) => actsOf(pool, agency)))).flat();
    const seen = auth.tenant.kind === 'agency' ? acts : aboutParty(acts, auth.tenant.did);
    return ok({ items: seen.map((act) => ({ ...act })) });
  });

  serve(
    app,
    recordOversight,
    async ({ auth, body }) => {
      const at = context.clock.now();
      const members = { ...body.members, reason: body.reason } as JsonObject;
      const who = { by: auth.member.name, actor: auth.member.id, tenantId: auth.tenant.id };
      const recorded = await recordAct(context, {
        ...who,
        act: body.act,
        agency: auth.tenant.did,
        members,
        at,
      });
      if (!recorded.ok) return recorded;
      await recheckWatched(context, at);
      return ok({ act: { ...recorded.value } });
    },
    leads,
  );

  serve(
    app,
    appealRoute,
    async ({ auth, body }) => {
      const members = { subject: auth.tenant.did, against: body.against, reason: body.reason };
      const recorded = await recordAct(context, {
        ...{
          act: 'appeal',
          members,
          at: context.clock.now(),
          tenantId: auth.tenant.id,
          actor: auth.member.id,
        },
        by: `${auth.tenant.name}, ${auth.member.name}`,
        ...(body.agency ? { agency: body.agency } : {}),
      });
      return recorded.ok ? ok({ act: { ...recorded.value } }) : recorded;
    },
    { roles: ['signer', 'lead', 'filer'] },
  );
}

/** Acts about a party itself, and the decisions of its appeals. */
function aboutParty(acts: readonly OversightAct[], did: string): OversightAct[] {
  const own = acts.filter(
    (act) => ('subject' in act && act.subject === did) || ('attester' in act && act.attester === did),
  );
  const ids = new Set(own.map(({ id }) => id));
  const follow = acts.filter(
    (act) =>
      (act.act === 'decide-appeal' && ids.has(act.appeal)) ||
      (act.act === 'lift-override' && ids.has(act.override)) ||
      ((act.act === 'suspend' || act.act === 'restore') && ids.has(act.accreditation)),
  );
  return [...own, ...follow];
}

function policyView({ policy, digest, publishedAt, by, reason }: PublishedPolicy) {
  return { policy: { ...policy }, digest, publishedAt, by, reason };
}
