import { type Digest, type Instant, ok, type Result } from '@portolan/kernel';
import { bundleOf, type Standing, type StandingBundle, standingDigest, standingOf } from '@portolan/parties';
import type { PartyContext } from './context.ts';
import { type Ground, groundFor } from './ground.ts';
import { answerFrom } from './load.ts';

export interface StandingRequest {
  readonly subject: string;
  readonly role: string;
  readonly asOf: Instant;
  readonly agency?: string;
}

export interface AskedStanding {
  readonly standing: Standing;
  readonly digest: Digest;
}

/** The standing of a party on the evidence that a tenant holds, by an agency's policy and register as of an instant. */
export async function askStanding(
  context: Pick<PartyContext, 'pool' | 'crypto'>,
  tenantId: string,
  request: StandingRequest,
): Promise<Result<AskedStanding>> {
  const ground = await groundFor(context, tenantId, request);
  if (!ground.ok) return ground;
  const standing = await standingOn(context, tenantId, ground.value, request);
  return ok({ standing, digest: standingDigest(context.crypto, standing) });
}

/** The same where policy and register are at hand: many standings share them. */
export function standingOn(
  { pool, crypto }: Pick<PartyContext, 'pool' | 'crypto'>,
  tenantId: string,
  { policy, register }: Pick<Ground, 'policy' | 'register'>,
  { subject, role, asOf }: Pick<StandingRequest, 'subject' | 'role' | 'asOf'>,
): Promise<Standing> {
  return answerFrom(pool, tenantId, (source) =>
    standingOf({ subject, role, asOf, policy, register, source, crypto }),
  );
}

/** A standing with everything it was computed from: whoever gets it computes the same. */
export async function askBundle(
  context: Pick<PartyContext, 'pool' | 'crypto'>,
  tenantId: string,
  request: StandingRequest,
): Promise<Result<StandingBundle>> {
  const ground = await groundFor(context, tenantId, request);
  if (!ground.ok) return ground;
  const { policy, acts } = ground.value;
  const { subject, role, asOf } = request;
  const { crypto, pool } = context;
  return ok(
    await answerFrom(pool, tenantId, (source) =>
      bundleOf({ subject, role, asOf, policy, source, crypto }, acts),
    ),
  );
}
