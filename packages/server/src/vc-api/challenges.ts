import { makeChallenge, spendChallenge as spend } from '../credentials/presentation/challenges.ts';
import type { VcCaller, VcContext } from './context.ts';

/** A challenge of the VC API names no domain: the request that uses it does. */
const ANY_DOMAIN = '';

/** Sets a challenge that counts once, within ten minutes. */
export async function setChallenge(
  { pool, crypto, clock }: VcContext,
  { tenantId }: VcCaller,
): Promise<string> {
  return (await makeChallenge(pool, crypto, tenantId, ANY_DOMAIN, clock.now())).challenge;
}

/**
 * Whether a challenge may be answered: one that was set elsewhere is for whoever set it to see to, one that was set here counts
 * once.
 */
export async function spendChallenge(
  { pool, clock }: VcContext,
  { tenantId }: VcCaller,
  challenge: string,
): Promise<boolean> {
  if (await spend(pool, tenantId, challenge, clock.now())) return true;
  const { rowCount } = await pool.query({
    name: 'vc-challenge-known',
    text: 'select from presentation_challenges where tenant_id = $1 and challenge = $2',
    values: [tenantId, challenge],
  });
  return rowCount === 0;
}
