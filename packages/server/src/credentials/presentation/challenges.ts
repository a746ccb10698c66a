import { addSeconds, type CryptoPort, type Instant, toBase64Url } from '@portolan/kernel';
import type { Queryable } from '../queryable.ts';

const CHALLENGE_BYTES = 24;
const LIFE_SECONDS = 600;

export interface Challenge {
  readonly challenge: string;
  readonly domain: string;
  readonly expiresAt: Instant;
}

/** Sets a new challenge for one presentation to a tenant. Those long expired are swept out on the way. */
export async function makeChallenge(
  db: Queryable,
  crypto: CryptoPort,
  tenantId: string,
  domain: string,
  now: Instant,
): Promise<Challenge> {
  const challenge = toBase64Url(crypto.randomBytes(CHALLENGE_BYTES));
  const expiresAt = addSeconds(now, LIFE_SECONDS);
  await db.query('delete from presentation_challenges where tenant_id = $1 and expires_at < $2', [
    tenantId,
    addSeconds(now, -LIFE_SECONDS),
  ]);
  await db.query(
    'insert into presentation_challenges (tenant_id, challenge, domain, expires_at) values ($1, $2, $3, $4)',
    [tenantId, challenge, domain, expiresAt],
  );
  return { challenge, domain, expiresAt };
}

/** Uses up a challenge; undefined when it was not set here, has expired or was used before. Two at once: one gets it. */
export async function spendChallenge(
  db: Queryable,
  tenantId: string,
  challenge: string,
  now: Instant,
): Promise<{ readonly domain: string } | undefined> {
  const { rows } = await db.query<{ domain: string }>(
    `update presentation_challenges set used_at = $3
     where tenant_id = $1 and challenge = $2 and used_at is null and expires_at >= $3 returning domain`,
    [tenantId, challenge, now],
  );
  return rows[0];
}
