import { originalDigest, type Verdict, verifyCredential } from '@portolan/credentials';
import type { JsonObject } from '@portolan/kernel';
import type { CredentialContext } from './context.ts';
import { buildTrust } from './trust/build-trust.ts';

/** The verdict of one credential as this node sees it now, for a tenant or for anybody (the node's own place). */
export async function verifyHere(
  context: Pick<CredentialContext, 'pool' | 'settings' | 'crypto' | 'clock' | 'log' | 'config'>,
  tenantId: string,
  credential: JsonObject,
): Promise<Verdict> {
  const at = context.clock.now();
  const digest = originalDigest(credential, context.crypto);
  const [batch, logged] = await Promise.all([
    buildTrust(context, { tenantId, at, credentials: [credential], statusLists: [] }),
    context.log.earliest([digest]),
  ]);
  const inLog = logged.get(digest);
  return verifyCredential(
    credential,
    batch.trust({ instant: inLog ?? at, source: inLog ? 'log' : 'first-receipt' }),
  );
}
