import { route } from '@portolan/contract';
import { VerdictSchema } from '@portolan/credentials';
import { type JsonObject, ok, type Refusal, RefusalSchema } from '@portolan/kernel';
import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { serve } from '../../platform/http/serve.ts';
import type { CredentialContext } from '../context.ts';
import { acceptPresentation } from './accept.ts';
import { makeChallenge } from './challenges.ts';

export const makeChallengeRoute = route({
  method: 'POST',
  url: '/api/presentations/challenges',
  summary: 'A challenge for one presentation to the own organization',
  access: 'member',
  response: Type.Object({ challenge: Type.String(), domain: Type.String(), expiresAt: Type.String() }),
  status: 201,
});

export const verifyPresentationRoute = route({
  method: 'POST',
  url: '/api/presentations',
  summary: 'Verify a presentation made for a challenge, once',
  access: 'member',
  body: Type.Object({ presentation: Type.Record(Type.String(), Type.Unknown()) }),
  response: Type.Object({
    verified: Type.Boolean(),
    holder: Type.String(),
    refusals: Type.Array(Type.Unsafe<Refusal>(RefusalSchema)),
    credentials: Type.Array(VerdictSchema),
  }),
});

/** Presentations to the own organization: it sets a challenge, the holder signs it, and it counts once. */
export function presentationRoutes(app: FastifyInstance, context: CredentialContext): void {
  serve(app, makeChallengeRoute, async ({ auth }) => {
    const domain = context.settings.publicUrl ?? context.settings.logOrigin;
    return ok(await makeChallenge(context.pool, context.crypto, auth.tenant.id, domain, context.clock.now()));
  });

  serve(app, verifyPresentationRoute, async ({ body, auth }) => {
    const verdict = await acceptPresentation(context, auth.tenant.id, body.presentation as JsonObject);
    if (!verdict.ok) return verdict;
    const { verified, holder, refusals, credentials } = verdict.value;
    return ok({ verified, holder, refusals: [...refusals], credentials: [...credentials] });
  });
}
