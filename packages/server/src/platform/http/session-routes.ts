import { getSession, listSampleMembers, type Session, signIn, signOut } from '@portolan/contract';
import { ok, type Result, refused } from '@portolan/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { accessKeyName, checkAccessKey } from '../access/access-key.ts';
import { createAttemptLimit } from '../access/attempts.ts';
import { identifySession } from '../access/identify.ts';
import { readSampleMembers, sampleMember } from '../access/sample-members.ts';
import { sampleSignInRefusal } from '../access/sample-sign-in.ts';
import { closeSession, openSession, sessionSeconds } from '../access/sessions.ts';
import { audit } from '../audit.ts';
import { nodeCatalogue } from '../catalogue.ts';
import type { NodeContext } from '../context.ts';
import { sessionCookieName } from './guard.ts';
import { acknowledged, serve } from './serve.ts';
import { sessionView } from './session-view.ts';

interface Seat {
  readonly tenantId: string;
  readonly memberId: string;
}

const failuresPerKey = 10;
const failuresPerAddress = 100;

/** Signing in and out. Sample members need no key, and only on the machine itself; all others need an access key. */
export function sessionRoutes(app: FastifyInstance, context: NodeContext): void {
  const attempts = createAttempts();

  serve(app, getSession, async ({ request }) =>
    ok(request.signedIn ? sessionView(request.signedIn, context) : null),
  );

  serve(app, listSampleMembers, async ({ request }) => {
    const allowed = sampleSignInRefusal(request, context) === undefined;
    return ok({ items: allowed ? await readSampleMembers(context.pool) : [] });
  });

  serve(app, signIn, async ({ body, request, reply }) => {
    const seat = await (body.accessKey === undefined
      ? sampleSeat(body.member ?? '', request, context)
      : keySeat(body.accessKey, request, context, attempts));
    return seat.ok ? admit(seat.value, reply, context) : seat;
  });

  serve(app, signOut, async ({ request, reply }) => {
    const name = sessionCookieName(context);
    const session = request.cookies[name];
    if (session !== undefined) await closeSession(context.pool, session);
    reply.clearCookie(name, { path: '/' });
    return acknowledged;
  });
}

async function sampleSeat(
  member: string,
  request: FastifyRequest,
  context: NodeContext,
): Promise<Result<Seat>> {
  const refusal = sampleSignInRefusal(request, context);
  if (refusal) return refused(refusal);
  const seat = await sampleMember(context.pool, member);
  return seat ? ok(seat) : refused(nodeCatalogue.refuse('NODE_MEMBER_UNKNOWN', { path: '/member' }));
}

async function keySeat(
  accessKey: string,
  request: FastifyRequest,
  context: NodeContext,
  attempts: ReturnType<typeof createAttempts>,
): Promise<Result<Seat>> {
  const names = { address: request.ip, key: accessKeyName(accessKey) };
  const seconds = attempts.waitSeconds(names);
  if (seconds > 0) return refused(nodeCatalogue.refuse('NODE_SIGN_IN_LIMIT', { params: { seconds } }));
  const seat = await checkAccessKey(context.pool, accessKey);
  if (seat) return ok(seat);
  attempts.failed(names);
  return refused(nodeCatalogue.refuse('NODE_SIGN_IN_FAILED', { path: '/accessKey' }));
}

async function admit(seat: Seat, reply: FastifyReply, context: NodeContext): Promise<Result<Session>> {
  const at = context.clock.now();
  const cookie = await openSession(context.pool, seat, at);
  const auth = await identifySession(context.pool, cookie, at);
  if (!auth) return refused(nodeCatalogue.refuse('NODE_SIGN_IN_FAILED'));
  await audit(context.pool, {
    tenantId: seat.tenantId,
    at,
    actor: seat.memberId,
    action: 'sign-in',
    subject: 'portal',
  });
  reply.setCookie(sessionCookieName(context), cookie, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: context.config.tls || context.settings.publicUrl?.startsWith('https:') === true,
    maxAge: sessionSeconds,
  });
  return ok(sessionView(auth, context));
}

function createAttempts() {
  const perKey = createAttemptLimit(failuresPerKey);
  const perAddress = createAttemptLimit(failuresPerAddress);
  return {
    waitSeconds: ({ address, key }: { address: string; key: string }) =>
      Math.max(
        perKey.waitSeconds(`${address} ${key}`, Date.now()),
        perAddress.waitSeconds(address, Date.now()),
      ),
    failed({ address, key }: { address: string; key: string }) {
      perKey.failed(`${address} ${key}`, Date.now());
      perAddress.failed(address, Date.now());
    },
  };
}
