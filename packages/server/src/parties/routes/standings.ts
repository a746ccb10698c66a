import {
  getEntryStandings,
  getStanding,
  getStandingBundle,
  issueStanding,
  listStandingNotices,
  listStandings,
  presentStanding,
  recomputeStanding,
  showStanding,
  watchStandingRoute,
} from '@portolan/contract';
import { type Instant, isRecord, type JsonObject, ok, parseInstant, type Result } from '@portolan/kernel';
import {
  recompute,
  type Standing,
  type StandingBundle,
  standingDigest,
  standingStatement,
  standingsOf,
} from '@portolan/parties';
import type { FastifyInstance } from 'fastify';
import { issue } from '../../credentials/issue/issue.ts';
import { serve } from '../../platform/http/serve.ts';
import type { TradeContext } from '../../trade/context.ts';
import { checkBundle } from '../check-bundle.ts';
import { entryStandings } from '../entry.ts';
import { groundFor } from '../ground.ts';
import { subjectsHeld } from '../list.ts';
import { answerFrom } from '../load.ts';
import { refreshStatus } from '../monitor.ts';
import { askBundle, askStanding, type StandingRequest } from '../standing.ts';
import { acceptToken, showToken, standingToken } from '../standing-token.ts';
import { readNotices, watchStanding } from '../watch.ts';

interface Query {
  readonly role?: string;
  readonly asOf?: string;
  readonly agency?: string;
}

/** Standings: asked as of a time, with their evidence, watched, recomputed, signed as a credential. */
export function standingRoutes(app: FastifyInstance, context: TradeContext): void {
  const { pool, crypto } = context;
  const request = ({ role = 'any', asOf, agency }: Query, subject = ''): Result<StandingRequest> => {
    const at: Result<Instant> = asOf === undefined ? ok(context.clock.now()) : parseInstant(asOf, '/asOf');
    return at.ok ? ok({ subject, role, asOf: at.value, ...(agency ? { agency } : {}) }) : at;
  };

  serve(app, getStanding, async ({ auth, params, query }) => {
    const asked = request(query, params.did);
    return asked.ok ? askStanding(context, auth.tenant.id, asked.value) : asked;
  });

  serve(app, listStandings, async ({ auth, query }) => {
    const asked = request(query);
    if (!asked.ok) return asked;
    const ground = await groundFor(context, auth.tenant.id, asked.value);
    if (!ground.ok) return ground;
    const { q, limit = 25, cursor } = query;
    const page = { limit, ...(q ? { words: q } : {}), ...(cursor ? { after: cursor } : {}) };
    const { subjects, total } = await subjectsHeld(pool, auth.tenant.id, page);
    const { policy, register } = ground.value;
    const { role, asOf } = asked.value;
    const items = await answerFrom(pool, auth.tenant.id, (source) => [
      ...standingsOf(subjects, { role, asOf, policy, register, source, crypto }),
    ]);
    const last = subjects.length === limit ? subjects.at(-1) : undefined;
    return ok({ items: items.map(summary), total, ...(last ? { next: last } : {}) });
  });

  serve(app, getStandingBundle, async ({ auth, params, query }) => {
    const asked = request(query, params.did);
    if (!asked.ok) return asked;
    const bundle = await askBundle(context, auth.tenant.id, asked.value);
    return bundle.ok ? ok(plain(bundle.value)) : bundle;
  });

  serve(
    app,
    recomputeStanding,
    async ({ body }) => {
      const bundle = checkBundle(body as unknown as JsonObject);
      if (!bundle.ok) return bundle;
      const standing = recompute(bundle.value, crypto);
      const computed = standingDigest(crypto, standing);
      const given = body.standing;
      const stated = isRecord(given) ? standingDigest(crypto, given as unknown as Standing) : undefined;
      return ok({ same: stated === computed, computed, ...(stated ? { stated } : {}), standing });
    },
    { bodyLimit: 16 * 1024 * 1024 },
  );

  serve(app, watchStandingRoute, async ({ auth, params, body }) => {
    const asked = request(body, params.did);
    if (!asked.ok) return asked;
    await refreshStatus(context, auth.tenant.id, params.did, asked.value.asOf);
    const answer = await askStanding(context, auth.tenant.id, asked.value);
    if (answer.ok) await watchStanding(context, auth.tenant.id, answer.value.standing, asked.value.asOf);
    return answer;
  });

  serve(app, listStandingNotices, async ({ auth, query }) => {
    const notices = await readNotices(context, auth.tenant.id, query.limit ?? 25);
    return ok({ items: notices.map((one) => ({ ...one, change: { ...one.change } })) });
  });

  serve(
    app,
    issueStanding,
    async ({ auth, params, body }) => {
      const asked = request(body, params.did);
      if (!asked.ok) return asked;
      const answer = await askStanding(context, auth.tenant.id, asked.value);
      if (!answer.ok) return answer;
      const document = standingStatement(crypto, answer.value.standing) as unknown as JsonObject;
      const at = context.clock.now();
      const row = await issue(context, auth.tenant, {
        type: 'StandingStatement',
        document,
        at,
        actor: auth.member.id,
      });
      if (!row.ok) return row;
      const { digest, credential } = row.value;
      if (body.form !== 'vc+sd-jwt') return ok({ digest, credential: { ...credential } });
      const token = await standingToken(context, auth.tenant, credential as JsonObject);
      return token.ok ? ok({ digest, token: token.value }) : token;
    },
    { roles: ['signer', 'lead', 'officer'], scope: 'sign' },
  );

  serve(
    app,
    showStanding,
    async ({ auth, body }) => {
      const shown = await showToken(context, auth.tenant, body);
      return shown.ok ? ok({ token: shown.value }) : shown;
    },
    { roles: ['signer', 'filer', 'lead'], scope: 'sign' },
  );

  serve(app, presentStanding, async ({ auth, body }) => {
    const presented = await acceptToken(context, auth, body);
    return presented.ok ? ok({ ...presented.value, disclosed: { ...presented.value.disclosed } }) : presented;
  });

  serve(app, getEntryStandings, ({ auth, params }) =>
    entryStandings(context, auth.tenant.id, params.entryNumber),
  );
}

function summary({ subject, name, level, barred, attestations, findings }: Standing) {
  const counted = attestations.filter(({ outcome }) => outcome === 'counts').length;
  return { subject, name, level, barred, counted, findings: findings.length };
}

/** The bundle as it goes over the wire. */
function plain({ policy, acts, attestations, standing, ...rest }: StandingBundle) {
  return {
    ...rest,
    policy: { ...policy },
    acts: acts.map((act) => ({ ...act })),
    attestations: attestations.map((one) => ({ ...one })),
    standing: { ...standing },
  };
}
